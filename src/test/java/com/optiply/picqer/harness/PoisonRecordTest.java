package com.optiply.picqer.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.sandbox.picqer.PicqerShop;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sync.run.RunReport;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Promise 7, flow by flow: one record that nobody can read costs that record only. What dropped files and placed orders
 * make of theirs: {@code SupplierImportTest} and {@code DoubtfulExportsTest}.
 */
class PoisonRecordTest {
    private static final long POISON = 990_001;

    /**
     * A record that cannot be read.
     *
     * @param flow that reads it
     * @param resource of Optiply that it would have gone to
     */
    record Poison(String flow, String resource, Consumer<SyncWorld> added) {
        @Override
        public String toString() {
            return flow;
        }
    }

    static Stream<Poison> poisons() {
        return Stream.of(
                new Poison("suppliers", "suppliers", world -> world.user()
                        .putSupplierVerbatim("{\"idsupplier\":990001,\"name\":{},\"active\":true}")),
                new Poison("products", "products", world -> world.user().putProductVerbatim(product(world, "price"))),
                new Poison("supplier-products", "supplierProducts", world -> world.user()
                        .putProductVerbatim(product(world, "fixedstockprice"))),
                new Poison("compositions", "productCompositions", PoisonRecordTest::addKitWhosePartsFail),
                new Poison("buy-orders", "buyOrders", world -> world.user()
                        .putPurchaseOrderVerbatim(
                                copy(world.shop().allPurchaseOrders(), "idpurchaseorder", "idwarehouse"))),
                new Poison("item-deliveries", "receiptLines", world -> world.user()
                        .putReceiptVerbatim(receipt(world.shop().allReceipts()))),
                new Poison("sell-orders", "sellOrders", world -> world.user()
                        .putOrderVerbatim(copy(world.shop().allOrders(), "idorder", "created"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("poisons")
    void costsItselfOnly(Poison poison) {
        try (SyncWorld world = SyncSetup.plain(SmallShop.PRODUCTS)
                .withoutSyncedDate()
                .impatient()
                .start()) {
            SmallShop shop = new SmallShop(world);
            poison.added().accept(world);
            List<RunReport> reports = world.run(SmallShop.FLOWS);
            shop.change();
            world.run(SmallShop.FLOWS);

            assertThat(reports)
                    .filteredOn(report -> report.flow().equals(poison.flow()))
                    .singleElement()
                    .satisfies(report -> assertThat(parked(report)).isEqualTo(1));
            assertThat(world.account().count(poison.resource())).isPositive();
            world.faults().clear();
            world.run(SmallShop.FLOWS);
            assertThat(world.differences()).isEmpty();
        }
    }

    private static long parked(RunReport report) {
        return Stream.concat(Stream.of(report.counts()), report.besides().values().stream())
                .mapToLong(counts -> counts.parked().getOrDefault("unreadable", 0L))
                .max()
                .orElse(0);
    }

    private static String product(SyncWorld world, String broken) {
        ObjectNode row = world.shop().allProducts().get(1).deepCopy();
        return row.put("idproduct", POISON)
                .put("productcode", "POISON")
                .put(broken, "no money")
                .toString();
    }

    private static String copy(List<ObjectNode> rows, String key, String broken) {
        ObjectNode row = rows.get(0).deepCopy();
        row.put(key, POISON).putObject(broken);
        return row.toString();
    }

    private static String receipt(List<ObjectNode> rows) {
        ObjectNode row = rows.get(0).deepCopy();
        row.put("idreceipt", POISON);
        for (JsonNode line : row.path("products")) {
            ((ObjectNode) line).put("idreceipt_product", POISON).put("amount", "some");
        }
        return row.toString();
    }

    /** It is listed before the other composed product, and to be asked for its parts is what Picqer always fails on. */
    private static void addKitWhosePartsFail(SyncWorld world) {
        PicqerShop shop = world.shop();
        long product = shop.allProducts().get(0).path("idproduct").asLong();
        ObjectNode kit = JsonNodeFactory.instance
                .objectNode()
                .put("productcode", "POISON")
                .put("name", "Kit")
                .put("price", 30)
                .put("type", "composition_with_stock");
        long poison = shop.user().addProduct(kit).path("idproduct").asLong();
        shop.user().addPart(poison, product, 1);
        world.faults().add(Fault.status(500).on("GET", "/picqer/acme/api/v1/products/" + poison + "/parts"));
    }
}
