package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.store.row.Export;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A buyer who places orders in Optiply's own screens, for tests about what becomes of them in Picqer. */
public final class Placements {
    static final String EXPECTED = "2026-01-20T09:00:00Z";

    private final SyncWorld world;
    private final Purchases purchases;

    public Placements(SyncWorld world) {
        this.world = world;
        this.purchases = new Purchases(world);
    }

    public Purchases purchases() {
        return purchases;
    }

    /** Everything of Picqer's is in Optiply, and the export may begin. */
    public void goLive() {
        purchases.run();
    }

    /** A line of an order to be placed. */
    public ObjectNode line(int product, long quantity, String subtotal) {
        return fields().put("productId", optiplyId(purchases.product(product)))
                .put("quantity", quantity)
                .put("subtotalValue", subtotal);
    }

    /** An order that a person placed; returns its id in Optiply. */
    public long place(ObjectNode... lines) {
        return placeAs(fields().put("placed", "2026-01-08T14:03:22Z"), lines);
    }

    long placeAs(ObjectNode header, ObjectNode... lines) {
        ObjectNode order = fields().put("expectedDeliveryDate", EXPECTED).put("totalValue", total(lines));
        order.setAll(header);
        if (!header.has("supplierId")) {
            order.put("supplierId", optiplyId(purchases.supplier()));
        }
        order.putArray("orderLines").addAll(List.of(lines));
        return world.account().createByUser("buyOrders", order).id();
    }

    /** The buyer expects nothing more of it. */
    void complete(long order) {
        world.account().editByUser("buyOrders", order, fields().put("completed", "2026-01-21T09:00:00Z"));
    }

    /** What is on its way to Picqer, by its id in Optiply. */
    List<Long> underWay() {
        List<Export> underWay = world.engine().store().read(tx -> tx.exports().underWay(SyncSetup.ACME));
        return underWay.stream().map(export -> export.optiplyId().value()).toList();
    }

    private static String total(ObjectNode... lines) {
        return Stream.of(lines)
                .map(line -> line.path("subtotalValue").asText())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    /** As the state has it, with or without a coupling. */
    long optiplyId(long remoteId) {
        return Objects.requireNonNull(world.state().link(remoteId).optiplyId());
    }

    /** Writes out what is placed; the run must come to its end. */
    public RunReport export() {
        return world.run(Flow.PURCHASE_ORDERS).get(0);
    }

    public RunReport importPurchaseOrders() {
        return world.run(Flow.BUY_ORDERS).get(0);
    }

    /** Picqer's purchase orders that bear the mark of this order, the oldest first. */
    public List<JsonNode> marked(long order) {
        return world.shop().allPurchaseOrders().stream()
                .map(JsonNode.class::cast)
                .filter(each -> each.path("remarks").asText().endsWith("Optiply-" + order)
                        || each.path("supplier_orderid").asText().equals("Optiply-" + order))
                .toList();
    }

    /** The only one. */
    public JsonNode inPicqer(long order) {
        List<JsonNode> marked = marked(order);
        assertThat(marked).as("purchase orders from Optiply's " + order).hasSize(1);
        return marked.get(0);
    }

    /** It is purchased in Picqer with its two lines, Optiply knows its id there, and it waits for nothing. */
    void requireOrderedOnce(long order) {
        JsonNode there = inPicqer(order);
        assertThat(there.path("status").asText()).isEqualTo("purchased");
        assertThat(there.path("products")).hasSize(2);
        assertThat(remoteId(order)).isEqualTo(there.path("idpurchaseorder").asText());
        assertThat(parkedFor(order)).isNull();
    }

    List<OptiplyRecord> lines(long order) {
        return world.account().all("buyOrderLines").stream()
                .filter(line -> line.attributes().path("buyOrderId").asLong() == order)
                .toList();
    }

    public OptiplyRecord held(long order) {
        return world.account().byId("buyOrders", order).orElseThrow();
    }

    String remoteId(long order) {
        return held(order).attributes().path("remoteIdMap").path("9021").asText();
    }

    /** Why an order waits; null where it does not. */
    @Nullable
    String parkedFor(long order) {
        return parked(order).map(Parked::reason).orElse(null);
    }

    Optional<Parked> parked(long order) {
        List<Parked> all = world.engine().store().read(tx -> tx.quarantine()
                .page(SyncSetup.ACME, Kind.PURCHASE_ORDERS, null, 1000));
        return all.stream()
                .filter(one -> one.remoteId().value().equals(Long.toString(order)))
                .findFirst();
    }

    /** What was asked of Picqer beside reading, as method and path. */
    List<String> writesToPicqer() {
        return requestsOf("/picqer").stream()
                .map(request -> request.method() + " " + request.path().replaceAll("^.*/api/v1", ""))
                .toList();
    }

    private List<LoggedRequest> requestsOf(String system) {
        return world.sandbox()
                .log()
                .requests(request ->
                        request.path().contains(system) && !request.method().equals("GET"));
    }
}
