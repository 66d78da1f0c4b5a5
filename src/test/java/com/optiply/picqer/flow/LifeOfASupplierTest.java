package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One supplier through everything that befalls suppliers; each test has one of its own in a small shop of all. */
class LifeOfASupplierTest {
    private static SyncWorld shared;

    private SyncWorld world = shared;
    private ObjectNode row;
    private long supplier;

    @BeforeAll
    static void open() {
        shared = SyncSetup.plain(3).withoutSyncedDate().start();
        shared.runAll();
    }

    @AfterAll
    static void close() {
        shared.close();
    }

    @BeforeEach
    void begin() {
        add("Waterworks");
    }

    private void add(String name) {
        row = world.user().addSupplier(fields().put("name", name));
        supplier = row.path("idsupplier").asLong();
        world.run(Flow.SUPPLIERS);
        world.sandbox().log().clear();
    }

    @Test
    void isCalledAnewOnSundayOnly() {
        assertThat(attribute("name")).isEqualTo("Waterworks");
        world.user().changeSupplier(supplier, fields().put("name", "Waterworks 2"));
        world.run(Flow.SUPPLIERS);
        assertThat(world.writes()).isEmpty();

        world.run(Flow.SUPPLIER_NAMES);

        assertThat(written())
                .containsExactly(
                        "PATCH {\"data\":{\"type\":\"suppliers\",\"attributes\":" + "{\"name\":\"Waterworks 2\"}}}");
        world.run(Flow.SUPPLIERS);
        assertThat(world.writes()).hasSize(1);
    }

    @Test
    void isIgnoredWhileItIsInactiveAndStaysInOptiply() {
        long before = record().id();
        world.user().deactivateSupplier(supplier);
        world.run(Flow.SUPPLIERS);
        assertThat(attribute("ignored")).isEqualTo("true");

        world.user().activateSupplier(supplier);
        world.run(Flow.SUPPLIERS);

        assertThat(attribute("ignored")).isEqualTo("false");
        assertThat(record().id()).isEqualTo(before);
        assertThat(world.writes("PATCH")).hasSize(2);
    }

    @Test
    void keepsTheFlagOfItsUsersWhereOptiplyOwnsIt() {
        try (SyncWorld owned = SyncSetup.plain(1)
                .choosing(customer -> customer.getSuppliers().setIgnored("optiply"))
                .start()) {
            world = owned;
            add("Waterworks");
            world.account().editByUser("suppliers", record().id(), fields().put("ignored", true));
            world.user().deactivateSupplier(supplier);
            world.run(Flow.SUPPLIERS);
            world.user().activateSupplier(supplier);
            world.run(Flow.SUPPLIERS, Flow.COMPARISON);

            assertThat(world.writes()).isEmpty();
            assertThat(attribute("ignored")).isEqualTo("true");
        }
    }

    @Test
    void isDeletedWhenTwoWalksMissedItAndCreatedAnewWhenItIsBack() {
        world.user().removeSupplier(supplier);
        world.run(Flow.SUPPLIERS);
        assertThat(world.writes()).isEmpty();

        world.run(Flow.SUPPLIERS);
        assertThat(world.writes("DELETE")).hasSize(1);
        assertThat(records()).isEmpty();

        world.user().putSupplierVerbatim(row.toString());
        world.run(Flow.SUPPLIERS);
        assertThat(attribute("name")).isEqualTo("Waterworks");
    }

    @Test
    void waitsForAPersonWhileAnOpenBuyOrderLeansOnIt() {
        buy(fields().put("idsupplier", supplier));
        world.run(Flow.BUY_ORDERS);
        world.sandbox().log().clear();
        world.user().removeSupplier(supplier);
        world.run(Flow.SUPPLIERS);
        RunReport held = world.run(Flow.SUPPLIERS).get(0);

        assertThat(held.counts().parked()).isEqualTo(Map.of("held", 1L));
        assertThat(world.writes()).isEmpty();
        Map<HoldAction, Long> approved =
                world.engine().store().durably(tx -> tx.approvals().approve(SyncSetup.ACME, new RunId(held.run())));
        assertThat(approved).isEqualTo(Map.of(HoldAction.DELETE_IN_USE, 1L));
        world.choose(customer -> customer.setWrites("off"));
        world.run(Flow.SUPPLIERS);
        assertThat(world.writes()).as("where nothing may be written").isEmpty();
        world.choose(customer -> customer.setWrites("all"));
        world.run(Flow.SUPPLIERS);
        assertThat(world.writes("DELETE")).hasSize(1);
    }

    @Test
    void isLeftAloneWhenItIsBackBeforeAPersonDecided() {
        buy(fields().put("idsupplier", supplier));
        world.run(Flow.BUY_ORDERS);
        world.user().removeSupplier(supplier);
        world.run(Flow.SUPPLIERS);
        RunReport held = world.run(Flow.SUPPLIERS).get(0);
        assertThat(held.counts().parked()).isEqualTo(Map.of("held", 1L));
        world.user().putSupplierVerbatim(row.toString());
        world.sandbox().log().clear();

        assertThat(world.run(Flow.SUPPLIERS).get(0).counts().parked()).isEmpty();
        assertThat(world.writes()).isEmpty();
        assertThat(records()).hasSize(1);
    }

    /** The key of a fulfilment customer may not read suppliers: they are what purchase orders call them. */
    @Test
    void isMadeOfItsNameWhereTheKeyMayNotReadSuppliers() {
        try (SyncWorld refused = SyncSetup.plain(1).start()) {
            world = refused;
            refused.faults().add(Fault.status(403).on("GET", "/picqer/acme/api/v1/suppliers.*"));
            world.run(Flow.SUPPLIERS, Flow.PRODUCTS);
            assertThat(world.events().withoutAccess()).as("the run says so").containsExactly("suppliers");
            buy(fields().put("supplier_name", " Kade BV"));
            buy(fields().put("supplier_name", "kade bv"));
            world.run(Flow.BUY_ORDERS);
            world.run(Flow.SUPPLIERS);
            world.run(Flow.SUPPLIERS);

            assertThat(world.account().all("suppliers")).singleElement().satisfies(one -> assertThat(
                            one.attributes().path("name").asText())
                    .isEqualToIgnoringCase("Kade BV"));
            assertThat(world.account().all("buyOrders")).hasSize(2);
            assertThat(world.writes("DELETE")).isEmpty();
        }
    }

    @Test
    void keepsItsOrdersWhenTheKeyMayReadSuppliersAtLast() {
        try (SyncWorld refused = SyncSetup.plain(1).start()) {
            world = refused;
            refused.faults().add(Fault.status(403).on("GET", "/picqer/acme/api/v1/suppliers.*"));
            world.run(Flow.SUPPLIERS, Flow.PRODUCTS);
            long kade = world.user()
                    .addSupplier(fields().put("name", "Kade BV"))
                    .path("idsupplier")
                    .asLong();
            buy(fields().put("supplier_name", "kade bv"));
            buy(fields().put("supplier_name", "Nobody Else Ltd"));
            world.run(Flow.BUY_ORDERS);
            List<Long> made = ids("suppliers");
            Long named = world.account().all("suppliers").stream()
                    .filter(one -> one.attributes().path("name").asText().equals("kade bv"))
                    .map(OptiplyRecord::id)
                    .findFirst()
                    .orElseThrow();
            List<Long> ordered = ids("buyOrders");
            refused.faults().clear();
            world.shop().allPurchaseOrders().stream()
                    .filter(row -> row.path("supplier_name").asText().equals("kade bv"))
                    .forEach(row -> world.user()
                            .putPurchaseOrderVerbatim(row.<ObjectNode>deepCopy()
                                    .put("idsupplier", kade)
                                    .toString()));
            world.shop().allPurchaseOrders().forEach(row -> world.user()
                    .closePurchaseOrder(row.path("idpurchaseorder").asLong()));
            buy(fields().put("supplier_name", "KADE BV"));
            for (int walk = 0; walk < 3; walk++) {
                world.run(Flow.SUPPLIERS, Flow.BUY_ORDERS);
            }

            assertThat(world.account().all("suppliers"))
                    .extracting(one -> one.attributes().path("name").asText())
                    .as("none made twice, none deleted")
                    .containsExactlyInAnyOrder("kade bv", "Nobody Else Ltd", "Supplier 1");
            assertThat(ids("suppliers")).containsAll(made);
            assertThat(ids("buyOrders")).containsAll(ordered).hasSize(3);
            assertThat(suppliersOfOrders())
                    .as("an order that says no more than the name")
                    .filteredOn(named::equals)
                    .hasSize(2);
            refused.faults().add(Fault.status(403).on("GET", "/picqer/acme/api/v1/suppliers.*"));
            buy(fields().put("supplier_name", "kade bv"));
            world.run(Flow.SUPPLIERS, Flow.BUY_ORDERS);
            assertThat(ids("suppliers")).as("the key lost its access again").hasSize(3);
            refused.faults().clear();
            world.loseState();
            world.run(Flow.SUPPLIERS, Flow.PRODUCTS, Flow.BUY_ORDERS);
            assertThat(ids("suppliers")).as("after a lost state").hasSize(3);
            assertThat(ids("buyOrders")).containsAll(ordered).hasSize(4);
        }
    }

    private List<Long> suppliersOfOrders() {
        return world.account().all("buyOrders").stream()
                .map(order -> order.attributes().path("supplierId").asLong())
                .toList();
    }

    private List<Long> ids(String resource) {
        return world.account().all(resource).stream().map(OptiplyRecord::id).toList();
    }

    private void buy(ObjectNode order) {
        long product = world.shop().allProducts().get(0).path("idproduct").asLong();
        order.putArray("products")
                .add(fields().put("idproduct", product).put("amount", 5).put("price", 2.5));
        world.user()
                .markAsPurchased(world.user()
                        .addPurchaseOrder(order)
                        .path("idpurchaseorder")
                        .asLong());
    }

    private List<String> written() {
        return world.writes().stream()
                .map(request -> request.method() + " " + request.body())
                .toList();
    }

    private String attribute(String name) {
        return record().attributes().path(name).asText();
    }

    private OptiplyRecord record() {
        assertThat(records()).hasSize(1);
        return records().get(0);
    }

    private List<OptiplyRecord> records() {
        return world.account().byRemoteId("suppliers", "9021", Long.toString(supplier));
    }

    private static ObjectNode fields() {
        return instance.objectNode();
    }
}
