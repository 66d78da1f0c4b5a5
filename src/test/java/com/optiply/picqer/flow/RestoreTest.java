package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.oracle.History;
import com.optiply.picqer.oracle.Resource;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An older copy of the state is put back: nothing that was written since is lost, and nothing is made twice. */
class RestoreTest {
    private static final SyncSetup SETUP = SyncSetup.plain(8).withoutSyncedDate();

    private SyncWorld world;
    private Purchases shop;
    private long kit;

    private void begin(SyncSetup setup) {
        world = setup.start();
        shop = new Purchases(world);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @ParameterizedTest(name = "coupled: {0}")
    @ValueSource(booleans = {true, false})
    void allThatWasWrittenSinceTheBackupIsFoundAgainInOptiply(boolean isCoupled) {
        begin(isCoupled ? SETUP : SETUP.withoutCoupling());
        Life life = new Life();
        world.setStock(shop.product(7), 10);
        requireInStep();
        Path copy = world.backUp();
        life.changes();
        world.setStock(shop.product(7), 20);
        requireInStep();
        Map<String, Long> before = counts();
        world.setStock(shop.product(7), 10); // As the copy believes that Optiply has it.

        world.putBack(copy);
        world.sandbox().log().clear();
        requireInStep();
        requireInStep();

        assertThat(written()).as("created or deleted").noneMatch(write -> write.matches("(POST|DELETE) .*"));
        assertThat(written()).filteredOn(write -> write.contains("stockLevel")).hasSize(1);
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void noOrderIsWrittenToPicqerBeforeAnImportHasSeenWhatIsThereByNow() {
        begin(SETUP);
        requireInStep();
        Path copy = world.backUp();
        world.putBack(copy);

        RunReport export = world.run(Flow.PURCHASE_ORDERS).get(0);

        assertThat(export.counts().read()).isZero();
        assertThat(world.events().exportNotBegun()).isEqualTo(1);
    }

    @Test
    void whatAPersonDeletedInOptiplySinceTheBackupStillWaitsForOne() {
        begin(SETUP);
        Life life = new Life();
        requireInStep();
        Path copy = world.backUp();
        world.account()
                .deleteByUser(
                        "sellOrders",
                        world.account()
                                .byRemoteId("sellOrders", "9021", life.sold + "")
                                .get(0)
                                .id());

        world.putBack(copy);
        world.sandbox().log().clear();
        world.runAll();
        world.runAll();

        assertThat(written()).isEmpty();
        assertThat(world.differences(History.none().deletedInOptiply(Resource.SELL_ORDERS, Long.toString(life.sold))))
                .isEmpty();
        assertThat(world.state().link(life.sold).reason()).isEqualTo("deleted_in_optiply");
    }

    private void requireInStep() {
        world.runAll();
        assertThat(world.differences()).isEmpty();
    }

    /** Beside what Optiply refused. */
    private List<String> written() {
        return world.writes().stream()
                .filter(request -> request.applied() < 400)
                .map(request -> request.method() + " " + request.path() + " " + request.body())
                .toList();
    }

    private Map<String, Long> counts() {
        return Stream.of(Kind.values())
                .filter(kind -> kind != Kind.PURCHASE_ORDERS)
                .map(Kind::resource)
                .collect(toMap(
                        resource -> resource,
                        resource -> (long) world.account().count(resource),
                        Long::sum,
                        TreeMap::new));
    }

    /** Records of every kind, and what befalls them. */
    private final class Life {
        private final long bought = shop.order(shop.line(0, 10, 2.5), shop.line(1, 6, 3));
        private final long replaced = shop.order(shop.line(2, 4, 1));
        private final long sold = sell(shop.product(0), shop.product(1));
        private final long cancelled = sell(shop.product(2));
        private final long receipt;
        private final long part;

        Life() {
            ObjectNode composed = fields().put("productcode", "KIT")
                    .put("name", "Kit")
                    .put("price", 9)
                    .put("type", "composition_with_stock")
                    .put("idsupplier", shop.supplier());
            kit = world.user().addProduct(composed).path("idproduct").asLong();
            part = world.user().addPart(kit, shop.product(3), 2);
            world.user().changeProduct(shop.product(0), fields().put("idsupplier", shop.supplier()));
            receipt = receive(bought, 0, 4);
            receive(replaced, 2, 1);
        }

        void changes() {
            world.setStock(shop.product(0), 4711);
            long supplier = id(world.user().addSupplier(fields().put("name", "Newcomer")), "idsupplier");
            long product = id(
                    world.user()
                            .addProduct(fields().put("productcode", "NEW")
                                    .put("name", "New")
                                    .put("price", 5)
                                    .put("idsupplier", supplier)),
                    "idproduct");
            world.user().addPart(kit, product, 3);
            world.user().changePart(kit, part, 7);
            shop.change(bought, 0, fields().put("amount", 11));
            world.user().removePurchaseOrderLine(bought, shop.lineOf(bought, 1));
            world.user().changePurchaseOrderSupplier(replaced, fields().put("idsupplier", shop.otherSupplier()));
            receive(shop.order(shop.line(4, 3, 1)), 4, 2);
            revert(receipt);
            world.user().addOrderLine(sold, fields().put("idproduct", product).put("amount", 2));
            world.user().changeOrderLine(sold, line(sold), fields().put("amount", 5));
            world.user().changeOrderStatus(cancelled, "cancelled");
            sell(product, shop.product(5));
        }

        private long sell(long... products) {
            ObjectNode order = fields();
            for (long product : products) {
                order.withArray("products")
                        .addObject()
                        .put("idproduct", product)
                        .put("amount", 1);
            }
            long id = id(world.user().addOrder(order), "idorder");
            world.user().changeOrderStatus(id, "processing");
            return id;
        }

        private long line(long order) {
            return world.shop().allOrders().stream()
                    .filter(each -> each.path("idorder").asLong() == order)
                    .findFirst()
                    .orElseThrow()
                    .path("products")
                    .path(0)
                    .path("idorder_product")
                    .asLong();
        }

        private long receive(long order, int product, int amount) {
            return id(world.user().receiveGoods(order, shop.product(product), amount, 2), "idreceipt");
        }

        private void revert(long idreceipt) {
            JsonNode row = world.shop().allReceipts().stream()
                    .filter(each -> each.path("idreceipt").asLong() == idreceipt)
                    .findFirst()
                    .orElseThrow();
            world.user()
                    .revertReceiptLine(
                            idreceipt,
                            row.path("products")
                                    .path(0)
                                    .path("idreceipt_product")
                                    .asLong());
        }

        private static long id(ObjectNode row, String name) {
            return row.path(name).asLong();
        }
    }
}
