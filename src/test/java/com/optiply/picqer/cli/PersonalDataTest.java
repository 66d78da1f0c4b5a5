package com.optiply.picqer.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.sandbox.Sandbox;
import com.optiply.picqer.sandbox.SandboxOptions;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.optiply.OptiplySimulator;
import com.optiply.picqer.sandbox.picqer.PicqerShop;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.world.Worlds;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Promise 11: Picqer's answers name the people who bought, who sell and who work there, and nothing that the program
 * leaves behind does: no log down to the network, no output, no page, no state, no backup, no other file.
 */
class PersonalDataTest {
    private static final String PERSON = "Canaria Jansen";
    private static final String EMAIL = "canaria.jansen@example.org";
    private static final String PHONE = "+31 6 5550 9917";
    private static final String STREET = "Kanarieplein 12";
    private static final List<String> CANARIES = List.of(PERSON, "Canaria", EMAIL, PHONE, STREET, "Kanarieplein");

    private final Path home = HomeFolder.lay("personal-data");
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.DEFAULTS);
    private ServedPages pages;

    @BeforeEach
    void begin() throws IOException {
        PicqerShop shop =
                sandbox.addShop("acme", ShopOptions.of(Worlds.plain(5)).unlimited());
        OptiplySimulator optiply = new OptiplySimulator(sandbox.optiplyUri(), Clock.systemUTC(), 1);
        optiply.addAccount(SyncSetup.ACCOUNT, "acme", HomeFolder.USER, SyncSetup.COUPLING);
        sandbox.mountOptiply(optiply);
        namePeople(shop);
        HomeFolder.writeProperties(home, SyncSetup.plain(0).impatient());
        HomeFolder.writeCustomer(home, sandbox);
        pages = ServedPages.in(home);
    }

    @AfterEach
    void end() {
        sandbox.close();
        HomeFolder.remove(home);
    }

    @Test
    void nobodyIsNamedInAnythingThatIsLeftBehind() throws Exception {
        List<String> said = new ArrayList<>();
        try (WholeLog log = WholeLog.begin()) {
            sandbox.faults().add(Fault.truncate().on("GET", "/picqer/acme/.*/orders"));
            said.add(run("sell-orders"));
            sandbox.faults().clear();
            said.add(run());
            said.add(log.text());
        }
        said.add(command("approve", "acme"));
        said.add(command("compare", "acme"));
        said.add(command("backup", home.resolve("copy.db").toString()));
        said.add(pages.text());
        String all = String.join("\n", said);

        assertThat(all)
                .as("what was looked through")
                .contains("GET /picqer/acme/api/v1/orders", "wire http-outgoing-", "picqer_optiply", "unreadable");
        requireNobody("logs, output and pages", all);
        requireNobody("files", files());
    }

    private String run(String... flows) {
        return command(Stream.concat(Stream.of("run", "acme"), Stream.of(flows)).toArray(String[]::new));
    }

    private String command(String... arguments) {
        return Command.of(Stream.concat(Stream.of(arguments), Stream.of("--home", home.toString()))
                        .toArray(String[]::new))
                .toString();
    }

    /** All that lies in the folder now, byte by byte; the shared routes are only linked there. */
    private String files() throws IOException {
        StringBuilder bytes = new StringBuilder();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.append(file).append('\n').append(Files.readString(file, ISO_8859_1));
            }
        }
        assertThat(bytes).contains("state.db", "copy.db");
        return bytes.toString();
    }

    private static void requireNobody(String where, String text) {
        for (String canary : CANARIES) {
            Stream<String> forms = Stream.of(canary, URLEncoder.encode(canary, UTF_8), canary.toLowerCase(Locale.ROOT));
            assertThat(forms.filter(text::contains)
                            .map(form -> text.substring(
                                    Math.max(0, text.indexOf(form) - 200), text.indexOf(form) + form.length() + 40)))
                    .as("in %s", where)
                    .isEmpty();
        }
    }

    /** Where Picqer's documents have people (contract: Picqer 5.1, 6.1, 7.1 and 8.3), readable ones and others. */
    private static void namePeople(PicqerShop shop) {
        ObjectNode supplier = named(shop.user().addSupplier(object().put("name", "Waterworks")), "");
        shop.user().putSupplierVerbatim(supplier.toString());
        shop.user()
                .putSupplierVerbatim(named(object().put("idsupplier", 990_001), "")
                        .put("active", true)
                        .<ObjectNode>set("name", named(object(), ""))
                        .toString());
        long product = shop.allProducts().get(0).path("idproduct").asLong();
        shop.user().putOrderVerbatim(order(990_101, product).toString());
        ObjectNode unreadable = order(990_102, product);
        unreadable.set("products", named(object(), "delivery"));
        shop.user().putOrderVerbatim(unreadable.toString());
        ObjectNode withoutTime = order(990_103, product);
        withoutTime.set("created", named(object(), "invoice"));
        shop.user().putOrderVerbatim(withoutTime.toString());
        shop.user().putOrderVerbatim(order(990_104, 999_999_999).toString());
        namePurchases(shop, supplier.path("idsupplier").asLong(), product);
    }

    private static void namePurchases(PicqerShop shop, long supplier, long product) {
        ObjectNode order = object().put("idsupplier", supplier)
                .put("idwarehouse", SyncSetup.MAIN_WAREHOUSE)
                .put("remarks", "For " + PERSON + ", " + PHONE);
        order.putArray("products")
                .addObject()
                .put("idproduct", product)
                .put("amount", 4)
                .put("price", 2);
        ObjectNode placed = shop.user().addPurchaseOrder(order);
        long id = placed.path("idpurchaseorder").asLong();
        shop.user().markAsPurchased(id);
        ObjectNode receipt = shop.user().receiveGoods(id, product, 2, 2);
        receipt.putObject("completed_by").put("iduser", 7).put("name", PERSON);
        shop.user().putReceiptVerbatim(receipt.put("idreceipt", 990_301).toString());
        ObjectNode odd = placed.deepCopy().put("idpurchaseorder", 990_201).put("remarks", PERSON + "\u0000" + EMAIL);
        shop.user().putPurchaseOrderVerbatim(odd.toString());
    }

    private static ObjectNode order(long id, long product) {
        ObjectNode order = named(named(named(object(), "delivery"), "invoice"), "")
                .put("idorder", id)
                .put("orderid", "O-" + id)
                .put("reference", "for " + PERSON)
                .put("customer_remarks", "Ring the bell of " + PERSON)
                .put("status", "processing")
                .put("created", "2025-10-07 09:00:00")
                .put("updated", "2025-10-07 09:00:00");
        order.putArray("warehouses");
        order.putObject("pickup_point_data").put("name", PERSON);
        ArrayNode lines = order.putArray("products");
        lines.addObject()
                .put("idorder_product", id * 10)
                .put("idproduct", product)
                .put("productcode", "SKU-X")
                .put("name", "Hose")
                .put("remarks", "Engrave: " + PERSON)
                .put("price", 12.5)
                .put("amount", 1)
                .put("amount_cancelled", 0)
                .putNull("partof_idorder_product")
                .put("has_parts", false);
        return order;
    }

    /** The fields of an address as Picqer has them; without a prefix, those of a supplier and of a whole order. */
    private static ObjectNode named(ObjectNode document, String prefix) {
        if (prefix.isEmpty()) {
            document.put("telephone", PHONE).put("emailaddress", EMAIL).put("remarks", "Ask for " + PERSON);
        } else {
            document.put(prefix + "name", PERSON).put("full_" + prefix + "_address", PERSON + "\n" + STREET);
        }
        return document.put(prefix + "contactname", PERSON)
                .put(prefix + "address", STREET)
                .put(prefix + "address2", "c/o " + PERSON)
                .put(prefix + "city", "Utrecht");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
