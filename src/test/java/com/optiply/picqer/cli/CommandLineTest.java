package com.optiply.picqer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.sandbox.Sandbox;
import com.optiply.picqer.sandbox.SandboxOptions;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.optiply.OptiplySimulator;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.world.Worlds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person at the command line sees and gets, above all when something is not right. */
class CommandLineTest {
    private static final String OWN_TIMER =
            """

            - route:
                id: acme-products
                from:
                  uri: timer:acme-products
                  parameters:
                    period: 3m
                  steps:
                    - setVariable:
                        name: customer
                        constant: acme
                    - to: direct:products
            """;
    private static final String RIGHT = "\"{{file:%s/picqer-key}}\"";

    private final Path home = HomeFolder.lay("command-line");
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.DEFAULTS);
    private final OptiplySimulator optiply = new OptiplySimulator(sandbox.optiplyUri(), Clock.systemUTC(), 1);
    private final Path customer = HomeFolder.writeCustomer(home, sandbox);

    @BeforeEach
    void begin() {
        HomeFolder.writeProperties(home, SyncSetup.plain(0).impatient());
        sandbox.addShop("acme", ShopOptions.of(Worlds.plain(30)).unlimited());
        optiply.addAccount(SyncSetup.ACCOUNT, "acme", HomeFolder.USER, SyncSetup.COUPLING);
        sandbox.mountOptiply(optiply);
    }

    @AfterEach
    void end() {
        sandbox.close();
        HomeFolder.remove(home);
    }

    @Test
    void runsAndSaysWhatItDid() {
        Command said = run("acme", "products");

        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .startsWith("acme, run 1 of `products`: complete in ")
                .contains("30 read: 30 created. 34 requests.")
                .doesNotContain(" 0 ")
                .hasLineCount(1);
        assertThat(said.err()).isEmpty();
        assertThat(records()).isEqualTo(30);
    }

    @Test
    void saysWhatItWouldWriteAndWhatItFoundInOptiply() {
        HomeFolder.replace(customer, "        warehouses:", "        writes: \"off\"\n        warehouses:");
        assertThat(run("acme", "products").out())
                .contains("30 read: 30 filtered.", "    would have been written: 30 created");
        HomeFolder.replace(customer, "        writes: \"off\"\n", "");
        run("acme", "products");
        HomeFolder.replace(home.resolve("application.properties"), "state.db", "another.db");

        assertThat(run("acme", "products").out())
                .contains("30 read: 30 unchanged.", "    linked to what Optiply had already: 30");
    }

    @Test
    void tellsMachinesTheSameInOneLine() throws Exception {
        Command said = run("acme", "products", "--json");
        JsonNode line = JsonMapper.builder().build().readTree(said.out());

        assertThat(said.exit()).isZero();
        assertThat(said.out().strip().lines()).hasSize(1);
        assertThat(line.properties())
                .extracting(entry -> entry.getKey())
                .containsExactly(
                        "run",
                        "customer",
                        "flow",
                        "outcome",
                        "millis",
                        "read",
                        "written",
                        "unchanged",
                        "filtered",
                        "parked",
                        "failed",
                        "repeated",
                        "adopted",
                        "withheld",
                        "adjusted",
                        "filteredTotal",
                        "parkedTotal",
                        "besides",
                        "requests");
        assertThat(line.path("outcome").asText()).isEqualTo("complete");
        assertThat(line.path("read").asLong()).isEqualTo(30);
        assertThat(line.path("written").path("create").asLong()).isEqualTo(30);
        assertThat(line.path("requests").path("picqer").asLong()).isEqualTo(3);
    }

    @Test
    void exitsWithOneWhenRecordsAreParked() {
        sandbox.picqer("acme").user().putProductVerbatim("{\"idproduct\":999001,\"active\":true}");
        sandbox.picqer("acme").user().putProductVerbatim("{\"idproduct\":\"none\",\"active\":true}");
        Command said = run("acme");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out())
                .contains("    parked: 1 stock_missing, 1 unreadable")
                .contains("  unreadable           Correct the named fields in Picqer.")
                .contains("Which records: why acme. All about one: why acme NAME")
                .contains("`comparison`: complete")
                .contains("Nothing to read");
    }

    @Test
    void anUnknownCustomerIsAConfigurationError() {
        refusedBeforeAnything(
                run("acmee"), 2, "There is no customer `acmee`. Did you mean `acme`? Customers here: acme.");
    }

    @Test
    void anUnknownFlowIsAConfigurationError() {
        refusedInASentence(run("acme", "produkts"), "There is no flow `produkts`. Did you mean `products`?");
        refusedInASentence(run("acme", "nothing-like-it"), "Flows: suppliers, supplier-names, products, supplier-pro");
    }

    @Test
    void whatIsNotThereIsSaidInOneSentence() {
        String home = this.home.toString();

        refusedInASentence(Command.of("import", "acme", "no.csv", "--home", home), "There is no file no.csv.");
        refusedInASentence(Command.of("show", "acm", "--home", home), "Did you mean `acme`?");
        refusedInASentence(
                Command.of("recreate", "acme", "sellorders", "1", "--home", home), "Did you mean `sellOrders`?");
        refusedInASentence(Command.of("chek", "--home", home), "There is no command `chek`. Did you mean `check`?");
        refusedInASentence(run("acme", "--jsn"), "There is no option `--jsn`. Did you mean `--json`?");
        refusedInASentence(Command.of("import", "acme"), "How it is used: java -jar target/picqer-optiply.jar import");
    }

    @Test
    void anotherHomeMayBeNamedBeforeTheCommandToo() {
        Command elsewhere = Command.of("--home", home.resolve("nowhere").toString(), "run", "acme");
        refusedInASentence(elsewhere, "There is no " + home.resolve("nowhere/application.properties"));

        assertThat(Command.of("--home", home.toString(), "run", "acme", "products")
                        .exit())
                .isZero();
    }

    @Test
    void aFlowThatIsSwitchedOffIsNotRunByName() {
        HomeFolder.replace(
                customer, "        warehouses:", "        flows:\n          products: \"off\"\n        warehouses:");

        refusedBeforeAnything(
                run("acme", "products"), 2, "The flow `products` is switched off for acme", "Set `flows.products`");
    }

    @Test
    void aFlowThatIsSwitchedOffIsLeftOutWhereNoneIsNamed() {
        HomeFolder.replace(
                customer, "        warehouses:", "        flows:\n          products: \"off\"\n        warehouses:");

        Command said = run("acme");
        assertThat(said.out())
                .contains("of `suppliers`", "of `changed-sell-orders`")
                .doesNotContain("of `products`");
        assertThat(records()).isZero();
    }

    @Test
    void anEnvironmentVariableThatIsNotSetIsNamed() {
        HomeFolder.replace(customer, RIGHT.formatted(home), "\"{{env:SURELY_NOT_SET_PICQER_KEY}}\"");

        refusedBeforeAnything(
                run("acme"), 2, "SURELY_NOT_SET_PICQER_KEY", "acme.yaml:", "export SURELY_NOT_SET_PICQER_KEY=");
    }

    @Test
    void aWrongApiKeyIsAConfigurationError() {
        HomeFolder.secret(home, "picqer-key", "some-other-key");

        Command said = run("acme");
        failed(said, 2, "Picqer answered GET /warehouses with 401", "Check the setting `picqer.api-key`");
        assertThat(said.out() + said.err()).doesNotContain("some-other-key");
    }

    @Test
    void aKeyWithoutRightsIsAConfigurationError() {
        sandbox.faults().add(Fault.status(403).on("GET", "/picqer/.*"));

        failed(run("acme"), 2, "with 403", "that key's rights in Picqer");
    }

    @Test
    void aWrongSubdomainIsNeverAnEmptySuccess() {
        HomeFolder.replace(customer, "/picqer/acme/", "/picqer/acmee/");

        failed(run("acme"), 2, "with 404", "check the setting `picqer.base-url`");
    }

    @Test
    void aLoginThatOptiplyRefusesIsAConfigurationError() {
        HomeFolder.secret(home, "password", "wrong-password");

        Command said = run("acme");
        failed(said, 2, "Optiply answered POST", "Check the setting `optiply.credentials`");
        assertThat(said.out() + said.err()).doesNotContain("wrong-password");
    }

    @Test
    void anAccountThatTheUserMayNotUseIsAConfigurationError() {
        HomeFolder.replace(customer, "account: 1380", "account: 1399");

        Command said = run("acme");
        assertThat(said.exit()).as(said.toString()).isEqualTo(2);
        assertThat(records()).isZero();
    }

    @Test
    void aWarehouseThatPicqerDoesNotHaveIsNamedBesideThoseItHas() {
        HomeFolder.replace(customer, "main: 18", "main: 19");

        failed(run("acme"), 2, "`warehouses.main` names warehouse 19", "18 (Hoofdmagazijn), 21 (Almere)");
    }

    @Test
    void anotherMainWarehouseThanBeforeIsRefusedWithWhatToDo() {
        run("acme", "products");
        HomeFolder.replace(customer, "main: 18", "main: 21");

        Command said = run("acme", "products");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.out() + said.err())
                .contains(
                        "came from warehouse 18", "Set `warehouses.main` to 18 again", "a new integration in Optiply");
    }

    @Test
    void whatIsShownCanBePastedAndChangesNothing() throws Exception {
        Files.writeString(customer, OWN_TIMER, StandardOpenOption.APPEND);
        Command shown = Command.of("show", "acme", "--home", home.toString());
        String whole = Files.readString(customer);
        Files.writeString(customer, whole.substring(0, whole.indexOf("\n- route:") + 1) + shown.out());

        Command checked = Command.of("check", "--home", home.toString());
        assertThat(checked.exit()).as(checked.toString()).isZero();
        assertThat(Command.of("show", "acme", "--home", home.toString()).out()).isEqualTo(shown.out());
        assertThat(shown.out())
                .contains(
                        "period: 3m",
                        "- to: direct:products",
                        "id: acme-changed-sell-orders",
                        "uri: quartz:acme/suppliers")
                .doesNotContain("since");
        assertThat(Command.of("show", "acme", "products", "--home", home.toString())
                        .out())
                .isEqualTo(OWN_TIMER.stripLeading());
    }

    @Test
    void aPicqerThatIsDownIsARemoteError() {
        sandbox.faults().add(Fault.status(503).on("GET", "/picqer/.*"));

        failed(run("acme"), 3, "with 503", "the next run tries again by itself");
    }

    @Test
    void anOptiplyThatIsDownIsARemoteErrorInJsonToo() throws Exception {
        sandbox.faults().add(Fault.status(503).on(null, "/optiply/.*"));
        Command said = run("acme", "--json");
        JsonNode line = JsonMapper.builder().build().readTree(said.out());

        assertThat(said.exit()).isEqualTo(3);
        assertThat(line.path("outcome").asText()).isEqualTo("failed");
        assertThat(line.path("problem").asText()).contains("with 503");
        assertThat(records()).isZero();
    }

    @Test
    void withoutPropertiesItSaysWhereToStart() throws Exception {
        Files.delete(home.resolve("application.properties"));

        refusedBeforeAnything(run("acme"), 2, "There is no " + home.resolve("application.properties"), "--home");
    }

    @Test
    void withoutRoutesItSaysWhereToStart() throws Exception {
        Files.delete(home.resolve("routes/flows"));

        refusedBeforeAnything(run("acme"), 2, "There is no folder " + home.resolve("routes/flows"), "--home");
    }

    @Test
    void withoutACustomerTheServiceSaysThatThereIsNothingToDo() throws Exception {
        Files.delete(customer);

        refusedBeforeAnything(Command.of("--home", home.toString()), 2, "There is no customer file in");
    }

    @Test
    void aMisspeltDoorPropertyIsNamed() {
        HomeFolder.replace(home.resolve("application.properties"), "door.patience=2s", "door.patients=2s");

        refusedBeforeAnything(run("acme"), 2, "There is no property `picqer-optiply.door.patients`");
    }

    @Test
    void approveWithNothingHeldSaysSo() {
        run("acme");
        Command said = Command.of("approve", "acme", "1", "--home", home.toString());

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).contains("Nothing is held for customer acme since run 1.");
    }

    @Test
    void approveListsWhatWouldGoOutOfSightWithTheReason() {
        run("acme", "products");
        optiply.account(SyncSetup.ACCOUNT).all("products").stream()
                .limit(25)
                .forEach(product -> sandbox.picqer("acme").user().inactivateProduct(remoteId(product)));
        run("acme", "products");
        Command listed = Command.of("approve", "acme", "--home", home.toString());

        assertThat(listed.exit()).isEqualTo(1);
        assertThat(listed.out())
                .contains("run 2 would take out of sight 25 of 30 products, `inactive`: it is inactive in Picqer:")
                .contains("  and 5 more: approve acme --all");
        assertThat(Command.of("approve", "acme", "--all", "--home", home.toString())
                        .out())
                .doesNotContain(" more: ");
    }

    private static long remoteId(OptiplyRecord product) {
        return Long.parseLong(product.attributes().path("skuCode").asText().replaceAll("\\D", ""));
    }

    @Test
    void approveListsWhatIsHeldAndLetsOneOrderThrough() {
        sandbox.picqer("acme").user().addSupplier(fields().put("name", "Waterworks"));
        run("acme", "suppliers", "products");
        long order = place();
        place();
        run("acme", "buy-orders");
        Command held = run("acme", "purchase-orders");
        assertThat(held.exit()).isEqualTo(1);
        assertThat(held.out()).contains("parked: 2 older_than_export");

        Command listed = Command.of("approve", "acme", "--home", home.toString());
        assertThat(listed.out())
                .contains("run 4: order purchaseorders Optiply-" + order
                        + ". Supplier Waterworks, 6.00 ex VAT, placed on 2026-01-08.")
                .contains("approve acme RUN RECORD...");
        Command approved = Command.of("approve", "acme", "4", "Optiply-" + order, "--home", home.toString());
        assertThat(approved.exit()).isZero();
        assertThat(approved.out()).contains("Approved: order 1 record.");
        run("acme", "purchase-orders");

        assertThat(sandbox.picqer("acme").allPurchaseOrders())
                .extracting(there -> there.path("remarks").asText())
                .containsExactly("Optiply-" + order);
    }

    /** An order that a person places in Optiply. */
    private long place() {
        ObjectNode order = fields().put("placed", "2026-01-08T14:03:22Z")
                .put("totalValue", "6.00")
                .put("supplierId", first("suppliers"));
        order.putArray("orderLines")
                .add(fields().put("productId", first("products"))
                        .put("quantity", 3)
                        .put("subtotalValue", "6.00"));
        return optiply.account(SyncSetup.ACCOUNT)
                .createByUser("buyOrders", order)
                .id();
    }

    private long first(String resource) {
        return optiply.account(SyncSetup.ACCOUNT).all(resource).get(0).id();
    }

    private static ObjectNode fields() {
        return JsonNodeFactory.instance.objectNode();
    }

    private void refusedInASentence(Command said, String part) {
        refusedBeforeAnything(said, 2, part);
        assertThat(said.out()).isEmpty();
        assertThat(said.err().lines()).hasSizeLessThanOrEqualTo(2);
    }

    /** The state, the log of requests and Optiply are as if the command had never been typed. */
    private void refusedBeforeAnything(Command said, int exit, String... parts) {
        failed(said, exit, parts);
        assertThat(sandbox.log().total()).as("requests").isZero();
    }

    private void failed(Command said, int exit, String... parts) {
        assertThat(said.exit()).as(said.toString()).isEqualTo(exit);
        assertThat(said.out() + said.err()).contains(parts);
        assertThat(said.out() + said.err()).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(records()).isZero();
    }

    private int records() {
        return optiply.account(SyncSetup.ACCOUNT).count("products");
    }

    private Command run(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "run";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--home";
        all[arguments.length + 2] = home.toString();
        return Command.of(all);
    }
}
