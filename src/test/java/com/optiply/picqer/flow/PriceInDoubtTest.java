package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A product's new price got no answer from Optiply, and an order has a line that goes by that price. */
class PriceInDoubtTest {
    private static final Duration LATER = Duration.ofHours(2);

    private final SyncWorld world =
            SyncSetup.plain(3).impatient().withoutSyncedDate().start();
    private final Purchases purchases = new Purchases(world);
    private BigDecimal before = BigDecimal.ZERO;

    @BeforeEach
    void nobodyKnowsThePrice() {
        purchases.inStep();
        before = world.shop()
                .product(purchases.product(0))
                .orElseThrow()
                .path("price")
                .decimalValue();
        world.user().changeProduct(purchases.product(0), fields().put("price", 12.5));
        world.faults().add(Fault.status(500).on("PATCH", "/optiply/v1/products/.*"));
        world.run(Flow.PRODUCTS);
        world.faults().clear();
        world.sandbox().log().clear();
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void aSellOrderWaitsForItAndThenGoesWithIt() {
        sold(null);
        waits(run(Flow.SELL_ORDERS), Kind.SELL_ORDERS);

        world.goOn(LATER);
        run(Flow.PRODUCTS);
        run(Flow.SELL_ORDERS);
        assertThat(subtotals("sellOrderLines")).containsExactly("25.00");
        assertThat(world.state().parked()).isEmpty();
    }

    @Test
    void aBuyOrderWaitsForItAndThenGoesWithIt() {
        long order = purchases.order(purchases.line(0, 4, 1));
        ObjectNode row = purchases.copy(order);
        ((ObjectNode) row.path("products").path(0)).putNull("price");
        world.user().putPurchaseOrderVerbatim(row.toString());
        waits(run(Flow.BUY_ORDERS), Kind.BUY_ORDERS);

        world.goOn(LATER);
        run(Flow.PRODUCTS);
        run(Flow.BUY_ORDERS);
        assertThat(subtotals("buyOrderLines")).containsExactly("50.00");
        assertThat(world.state().parked()).isEmpty();
    }

    @Test
    void aLineWithAPriceOfItsOwnDoesNotWait() {
        sold("3.00");

        assertThat(run(Flow.SELL_ORDERS).counts().written().create()).isEqualTo(1);
        assertThat(subtotals("sellOrderLines")).containsExactly("6.00");
    }

    @Test
    void whereTheProductIsSentNoMoreLinesGoByPicqersPriceAndTheComparisonFindsOutWhatOptiplyHas() {
        world.user().inactivateProduct(purchases.product(0));
        world.goOn(LATER);
        run(Flow.PRODUCTS);
        assertThat(held()).contains("\"price\":null");
        sold(null);
        run(Flow.SELL_ORDERS);
        assertThat(subtotals("sellOrderLines")).containsExactly("25.00");

        run(Flow.COMPARISON);
        assertThat(held()).contains("\"price\":" + before.setScale(2).toPlainString());
    }

    /** What the state believes that Optiply has of the product. */
    private String held() {
        RemoteId id = new RemoteId(Long.toString(purchases.product(0)));
        Link link = world.engine().store().read(tx -> tx.links()
                .find(SyncSetup.ACME, Kind.PRODUCTS, List.of(id))
                .get(id));
        return Objects.requireNonNull(link.attributes());
    }

    private void waits(RunReport report, Kind kind) {
        assertThat(report.counts().parked()).isEqualTo(Map.of("waits_for_product", 1L));
        assertThat(world.writes()).isEmpty();
        List<Parked> parked = world.engine().store().read(tx -> tx.quarantine().page(SyncSetup.ACME, kind, null, 9));
        assertThat(parked).singleElement().satisfies(order -> assertThat(order.detail())
                .contains(", whose price Optiply has not confirmed"));
    }

    private RunReport run(Flow flow) {
        return world.run(flow).get(0);
    }

    /** Two pieces of the product. */
    private void sold(String price) {
        ObjectNode order = fields();
        order.putArray("products")
                .addObject()
                .put("idproduct", purchases.product(0))
                .put("amount", 2);
        long id = world.user().addOrder(order).path("idorder").asLong();
        world.user().changeOrderStatus(id, "processing");
        ObjectNode row = world.shop().allOrders().stream()
                .filter(each -> each.path("idorder").asLong() == id)
                .findFirst()
                .orElseThrow()
                .deepCopy();
        ((ObjectNode) row.path("products").path(0)).put("price", price == null ? null : new BigDecimal(price));
        world.user().putOrderVerbatim(row.toString());
    }

    private List<String> subtotals(String resource) {
        return world.account().all(resource).stream()
                .map(line -> line.attributes().path("subtotalValue").asText())
                .toList();
    }
}
