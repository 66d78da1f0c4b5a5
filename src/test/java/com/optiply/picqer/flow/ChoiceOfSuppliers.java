package com.optiply.picqer.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.customer.Customer;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.service.FileImport;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A small shop whose products have two suppliers each in Optiply, Alpha and Beta, and lists that choose among them. */
public final class ChoiceOfSuppliers implements AutoCloseable {
    public static final String ALPHA = "Supplier 1";
    public static final String BETA = "Beta Trading";

    private static final long FIRST_PRODUCT = 100_001;

    public final SyncWorld world;
    public final long beta;

    private ChoiceOfSuppliers(SyncWorld world) {
        this.world = world;
        this.beta = world.user()
                .addSupplier(JsonNodeFactory.instance.objectNode().put("name", BETA))
                .path("idsupplier")
                .asLong();
    }

    /** Alpha is what Picqer names; Beta's pairs were made in Optiply. */
    public static ChoiceOfSuppliers of(SyncSetup setup) {
        ChoiceOfSuppliers shop = empty(setup);
        shop.world.run(Flow.SUPPLIERS, Flow.PRODUCTS, Flow.SUPPLIER_PRODUCTS);
        shop.addPairsByHand();
        return shop;
    }

    /** Nothing of it is in Optiply yet. */
    public static ChoiceOfSuppliers empty(SyncSetup setup) {
        return new ChoiceOfSuppliers(setup.start());
    }

    /** What users make in Optiply: Beta supplies every product too. */
    public void addPairsByHand() {
        long supplier = id("suppliers", "name", BETA);
        for (OptiplyRecord product : world.account().all("products")) {
            world.account()
                    .createByUser(
                            "supplierProducts",
                            object().put("name", "by hand")
                                    .put("productId", product.id())
                                    .put("supplierId", supplier)
                                    .put("status", "enabled"));
        }
    }

    public static ChoiceOfSuppliers single(int products) {
        return of(SyncSetup.plain(products));
    }

    public static ChoiceOfSuppliers multi(int products) {
        return of(SyncSetup.plain(products).choosing(customer -> customer.setMultiSupplier("true")));
    }

    public void choose(Consumer<Customer> choices) {
        world.choose(choices);
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static String sku(int number) {
        return "SKU-" + (FIRST_PRODUCT + number - 1);
    }

    public static String row(int product, String supplier, boolean isPreferred) {
        return sku(product) + "," + supplier + "," + (isPreferred ? "TRUE" : "FALSE") + "\n";
    }

    public static String list(String... rows) {
        return "skuCode,supplierName,preferred\n" + String.join("", rows);
    }

    public FileImport.Imported apply(String name, String text) {
        return apply(name, text, DropPurpose.APPLY);
    }

    public FileImport.Imported apply(String name, String text, DropPurpose purpose) {
        Path file = world.home().resolve(name);
        HomeFolder.write(file, text);
        return apply(file, purpose);
    }

    public FileImport.Imported apply(Path file, DropPurpose purpose) {
        return apply(world, file, purpose);
    }

    static FileImport.Imported apply(SyncWorld world, Path file, DropPurpose purpose) {
        try {
            return new FileImport(world.engine(), world.installation())
                    .run(SyncSetup.ACME, file, purpose, (done, of) -> {});
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public Path folder(String name) {
        return world.home().resolve("drop/acme").resolve(name);
    }

    public String read(String folder, String name) {
        try {
            return Files.readString(folder(folder).resolve(name), UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The name of each product's preferred supplier in Optiply, by number; of several, all of them. */
    public Map<Integer, String> preferred() {
        Map<Integer, String> preferred = new TreeMap<>();
        Map<Long, String> suppliers = new TreeMap<>();
        world.account()
                .forEach(
                        "suppliers",
                        supplier -> suppliers.put(
                                supplier.id(),
                                supplier.attributes().path("name").asText()));
        Map<Long, Integer> products = new TreeMap<>();
        world.account().forEach("products", product -> products.put(product.id(), number(product)));
        world.account().forEach("supplierProducts", pair -> {
            if (pair.attributes().path("preferred").asBoolean()) {
                preferred.merge(
                        products.get(pair.attributes().path("productId").asLong()),
                        suppliers.get(pair.attributes().path("supplierId").asLong()),
                        (one, other) -> one + " and " + other);
            }
        });
        return preferred;
    }

    private static int number(OptiplyRecord product) {
        String sku = product.attributes().path("skuCode").asText();
        return (int) (Long.parseLong(sku.substring(4)) - FIRST_PRODUCT + 1);
    }

    /** Somebody buys the first product of a supplier whom the purchase order names, and does not number. */
    public void buyOf(String supplier) {
        ObjectNode order = object().put("supplier_name", supplier);
        order.putArray("products")
                .add(object().put("idproduct", FIRST_PRODUCT).put("amount", 5).put("price", 2.5));
        world.user()
                .markAsPurchased(world.user()
                        .addPurchaseOrder(order)
                        .path("idpurchaseorder")
                        .asLong());
    }

    /** The supplier that Picqer names. */
    public long picqersSupplier(int product) {
        return world.shop()
                .product(FIRST_PRODUCT + product - 1)
                .orElseThrow()
                .path("idsupplier")
                .asLong();
    }

    /** Somebody chooses it in Picqer. */
    public void nameInPicqer(int product, long supplier) {
        world.user().changeProduct(FIRST_PRODUCT + product - 1, object().put("idsupplier", supplier));
    }

    public List<LoggedRequest> picqerWrites() {
        return world.sandbox()
                .log()
                .requests(request ->
                        request.path().contains("/api/v1/") && !request.method().equals("GET"));
    }

    private long id(String resource, String attribute, String value) {
        return world.account().all(resource).stream()
                .filter(record -> record.attributes().path(attribute).asText().equals(value))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** A user of Optiply makes that supplier the preferred one of every product. */
    public void preferInOptiply(String name) {
        long supplier = id("suppliers", "name", name);
        for (OptiplyRecord pair : world.account().all("supplierProducts")) {
            if (pair.attributes().path("supplierId").asLong() == supplier) {
                world.account().editByUser("supplierProducts", pair.id(), object().put("preferred", true));
            }
        }
    }

    /** What waits is tried now, and not in a minute. */
    public RunReport goOnAtOnce() {
        world.engine().store().saveDurably(tx -> tx.droppedFiles()
                .open(SyncSetup.ACME)
                .forEach(file -> tx.droppedFiles().due(file.id(), file.claimedAt(), 0)));
        return world.run(Flow.SUPPLIER_IMPORT).get(0);
    }

    /** The next pull must have nothing to say. */
    public void requireTheNextPullToWriteNothing() {
        world.sandbox().log().clear();
        world.run(Flow.SUPPLIER_PRODUCTS);
        assertThat(world.writes()).as("writes of the next pull").isEmpty();
    }

    @Override
    public void close() {
        world.close();
    }
}
