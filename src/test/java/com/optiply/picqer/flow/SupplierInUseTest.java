package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supplier that Picqer has no more, and at which Optiply's users have something that was never Picqer's. */
class SupplierInUseTest {
    private static final int PRODUCTS = 101;

    private final SyncWorld world = SyncSetup.plain(PRODUCTS).start();
    private long supplier;
    private List<Long> products;

    @BeforeEach
    void isInOptiply() {
        long id = world.user()
                .addSupplier(fields().put("name", "Waterworks"))
                .path("idsupplier")
                .asLong();
        world.run(Flow.SUPPLIERS, Flow.PRODUCTS);
        supplier = world.account()
                .byRemoteId("suppliers", "9021", Long.toString(id))
                .get(0)
                .id();
        products = world.account().all("products").stream()
                .map(product -> product.id())
                .toList();
        world.user().removeSupplier(id);
        world.sandbox().log().clear();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void waitsForAPersonWhileAnOrderOfTheirsIsOpen() {
        order(null);

        requireHeld();
    }

    @Test
    void waitsForAPersonWhileAPairOfTheirsIsEnabled() {
        pair(products.get(0), "enabled");

        requireHeld();
    }

    @Test
    void waitsForAPersonWhereTheOnlyEnabledPairIsBeyondTheFirstPage() {
        products.subList(0, PRODUCTS - 1).forEach(product -> pair(product, "disabled"));
        pair(products.get(PRODUCTS - 1), "enabled");

        requireHeld();
    }

    @Test
    void waitsForAPersonWhereTheOnlyEnabledPairSlipsPastAListThatGetsShorter() {
        products.subList(0, PRODUCTS - 1).forEach(product -> pair(product, "disabled"));
        pair(products.get(PRODUCTS - 1), "enabled");
        long first = world.account().all("supplierProducts").get(0).id();
        AtomicInteger pages = new AtomicInteger();
        world.watch(request -> {
            if (request.path().endsWith("/supplierProducts") && pages.incrementAndGet() == 1) {
                world.account().deleteByUser("supplierProducts", first);
            }
        });

        requireHeld();
    }

    @Test
    void isDeletedWhereTheirOrdersAreCompletedAndTheirPairsDisabled() {
        order("2026-01-09T00:00:00Z");
        pair(products.get(0), "disabled");

        absentTwice();

        assertThat(world.writes("DELETE")).hasSize(1);
    }

    private void requireHeld() {
        RunReport report = absentTwice();
        assertThat(report.counts().parked()).isEqualTo(Map.of("held", 1L));
        assertThat(world.writes()).isEmpty();

        Map<HoldAction, Long> approved =
                world.engine().store().durably(tx -> tx.approvals().approve(SyncSetup.ACME, new RunId(report.run())));
        assertThat(approved).isEqualTo(Map.of(HoldAction.DELETE_IN_USE, 1L));
        world.run(Flow.SUPPLIERS);
        assertThat(world.writes("DELETE")).as("once a person has agreed").hasSize(1);
    }

    private RunReport absentTwice() {
        world.run(Flow.SUPPLIERS);
        return world.run(Flow.SUPPLIERS).get(0);
    }

    private void order(String completed) {
        world.account()
                .createByUser(
                        "buyOrders",
                        fields().put("supplierId", supplier)
                                .put("placed", "2026-01-05T00:00:00Z")
                                .put("completed", completed)
                                .put("totalValue", "0.00"));
    }

    private void pair(long product, String status) {
        world.account()
                .createByUser(
                        "supplierProducts",
                        fields().put("name", "theirs")
                                .put("productId", product)
                                .put("supplierId", supplier)
                                .put("status", status));
    }

    private static ObjectNode fields() {
        return instance.objectNode();
    }
}
