package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.oracle.History;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.picqer.ShopUser;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.util.List;
import java.util.stream.Stream;

/** A shop that buys its products from two suppliers, for tests about what becomes of its purchase orders. */
public final class Purchases {
    private static final Flow[] FLOWS = {
        Flow.SUPPLIERS, Flow.PRODUCTS, Flow.SUPPLIER_PRODUCTS, Flow.BUY_ORDERS, Flow.ITEM_DELIVERIES
    };

    private final SyncWorld world;
    private final List<Long> products;
    private final long supplier;
    private final long otherSupplier;

    Purchases(SyncWorld world) {
        this.world = world;
        supplier = addSupplier("Waterworks");
        otherSupplier = addSupplier("Garden House");
        products = world.shop().allProducts().stream()
                .map(product -> product.path("idproduct").asLong())
                .sorted()
                .toList();
    }

    private long addSupplier(String name) {
        return user().addSupplier(fields().put("name", name)).path("idsupplier").asLong();
    }

    public static ObjectNode fields() {
        return JsonNodeFactory.instance.objectNode();
    }

    public long supplier() {
        return supplier;
    }

    public long otherSupplier() {
        return otherSupplier;
    }

    long product(int number) {
        return products.get(number);
    }

    /** A line of an order to be made. */
    public ObjectNode line(int product, int amount, double price) {
        return fields().put("idproduct", product(product)).put("amount", amount).put("price", price);
    }

    /** A draft. */
    long concept(ObjectNode... lines) {
        ObjectNode order = fields().put("idsupplier", supplier);
        order.putArray("products").addAll(List.of(lines));
        return user().addPurchaseOrder(order).path("idpurchaseorder").asLong();
    }

    /** An order that was placed. */
    long order(ObjectNode... lines) {
        long order = concept(lines);
        user().markAsPurchased(order);
        return order;
    }

    /** The Picqer id of a line of an order, counted from nought. */
    long lineOf(long order, int number) {
        return purchaseOrder(order)
                .path("products")
                .path(number)
                .path("idpurchaseorder_product")
                .asLong();
    }

    /** The order as Picqer tells it. */
    ObjectNode copy(long order) {
        return purchaseOrder(order).deepCopy();
    }

    /** An order changes so much later that no window of changes reaches back to what was read before. */
    void pushOutOfTheWindow() {
        putLate(order(line(4, 1, 1)));
        world.run(Flow.BUY_ORDERS);
    }

    private void putLate(long order) {
        user().putPurchaseOrderVerbatim(
                        copy(order).put("updated", "2031-01-01 12:00:00").toString());
    }

    /** A receipt changes so much later, and only the window of receipts is left behind. */
    void pushReceiptsOutOfTheWindow() {
        long order = order(line(4, 1, 1));
        ObjectNode receipt = user().receiveGoods(order, product(4), 1, 2).deepCopy();
        receipt.put("created", "2031-01-01 12:00:00").put("updated", "2031-01-01 12:00:00");
        user().putReceiptVerbatim(receipt.toString());
        world.run(Flow.BUY_ORDERS, Flow.ITEM_DELIVERIES);
    }

    void change(long order, int line, ObjectNode fields) {
        user().changePurchaseOrderLine(order, lineOf(order, line), fields);
    }

    private JsonNode purchaseOrder(long order) {
        return world.shop().allPurchaseOrders().stream()
                .filter(each -> each.path("idpurchaseorder").asLong() == order)
                .findFirst()
                .orElseThrow();
    }

    /** Runs every flow that orders and deliveries need, after forgetting what was asked before. */
    List<RunReport> run() {
        world.sandbox().log().clear();
        return world.run(FLOWS);
    }

    /** Runs those flows; then nothing may differ and another run must find nothing to do. */
    List<RunReport> inStep() {
        return inStep(History.none());
    }

    List<RunReport> inStep(History history) {
        List<RunReport> reports = run();
        List<LoggedRequest> writes = world.writes();
        assertThat(world.differences(history))
                .as("differences after %s", writes)
                .isEmpty();
        world.sandbox().log().clear();
        world.run(FLOWS);
        assertThat(describe(world.writes()))
                .as("writes of a run without changes")
                .isEmpty();
        written = writes;
        return reports;
    }

    private List<LoggedRequest> written = List.of();

    /** What the last run that had to put things in step wrote, as method, path and body. */
    List<String> written() {
        return describe(written);
    }

    private static List<String> describe(List<LoggedRequest> requests) {
        return requests.stream()
                .map(request ->
                        request.method() + " " + request.path().replace("/optiply/v1/", "") + " " + request.body())
                .toList();
    }

    /** The methods and resources of the same, in their order. */
    List<String> writtenTo() {
        return written.stream()
                .map(request -> request.method() + " "
                        + request.path().replace("/optiply/v1/", "").replaceAll("/\\d+$", ""))
                .toList();
    }

    List<OptiplyRecord> held(String resource) {
        return world.account().all(resource);
    }

    OptiplyRecord held(String resource, long remoteId) {
        List<OptiplyRecord> records = world.account().byRemoteId(resource, "9021", Long.toString(remoteId));
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    /** How often something was parked or filtered for that reason, over all kinds of record. */
    static long reason(List<RunReport> reports, String reason) {
        return reports.stream()
                .flatMap(report -> Stream.concat(Stream.of(report.counts()), report.besides().values().stream()))
                .mapToLong(counts -> Accounting.reasons(counts).getOrDefault(reason, 0L))
                .sum();
    }

    ShopUser user() {
        return world.user();
    }
}
