package com.optiply.picqer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.sandbox.picqer.ShopUser;
import java.util.List;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** A shop with a dozen of each kind that a guard looks at, numbered from nought, and the people who take them away. */
final class GuardedShop implements AutoCloseable {
    static final int OF_EACH = 12;
    /** Of each order that is to lose a line: what stays. */
    private static final int KEPT = OF_EACH;

    final SyncWorld world = SyncSetup.plain(OF_EACH + 1).guardedAsUsual().start();
    private final ShownInOptiply shown = new ShownInOptiply(world.account());
    private final List<Long> products;
    private final List<Long> suppliers;
    private final long kit;
    private final List<Long> parts;
    private final List<Long> purchases;
    private final List<Long> longPurchases;
    private final long received;
    private final List<JsonNode> receipts;
    private final List<Long> sales;
    private final List<Long> longSales;
    /** What was last changed beside them, so that it can be told in what was written. */
    private int amount = 70;

    GuardedShop() {
        HomeFolder.writeCustomer(world.home(), world.sandbox());
        products = world.shop().allProducts().stream()
                .map(product -> id(product, "idproduct"))
                .sorted()
                .toList();
        suppliers = each(
                number -> id(user().addSupplier(fields().put("name", "Supplier " + letter(number))), "idsupplier"));
        kit = id(user().addProduct(kit()), "idproduct");
        parts = each(number -> user().addPart(kit, products.get(number), 2));
        purchases = each(number -> purchase(number));
        longPurchases = each(number -> purchase(number, KEPT));
        received = purchase(IntStream.range(0, OF_EACH).toArray());
        receipts = IntStream.range(0, OF_EACH)
                .<JsonNode>mapToObj(number -> user().receiveGoods(received, products.get(number), 4, 2))
                .toList();
        sales = each(number -> sale(number));
        longSales = each(number -> sale(number, KEPT));
        world.runAll();
    }

    private static List<Long> each(IntToLongFunction make) {
        return IntStream.range(0, OF_EACH).mapToLong(make).boxed().toList();
    }

    /** Such as `Supplier C`. */
    static char letter(int number) {
        return (char) ('A' + number);
    }

    private static ObjectNode kit() {
        return fields().put("productcode", "KIT-1")
                .put("name", "Kit")
                .put("price", 30)
                .put("type", "composition_with_stock");
    }

    private long purchase(int... numbers) {
        ObjectNode order =
                fields().put("idsupplier", supplierOf(products.get(0))).put("idwarehouse", SyncSetup.MAIN_WAREHOUSE);
        order.set("products", lines(numbers));
        long id = id(user().addPurchaseOrder(order), "idpurchaseorder");
        user().markAsPurchased(id);
        return id;
    }

    private long sale(int... numbers) {
        ObjectNode order = fields();
        order.set("products", lines(numbers));
        long id = id(user().addOrder(order), "idorder");
        user().changeOrderStatus(id, "processing");
        return id;
    }

    private JsonNode lines(int... numbers) {
        var lines = JsonNodeFactory.instance.arrayNode();
        for (int number : numbers) {
            lines.add(fields().put("idproduct", products.get(number))
                    .put("amount", 10)
                    .put("price", 2.5));
        }
        return lines;
    }

    private long supplierOf(long product) {
        return id(world.shop().product(product).orElseThrow(), "idsupplier");
    }

    // What people take away in Picqer, one by its number.

    void removeSupplier(int number) {
        user().removeSupplier(suppliers.get(number));
    }

    void takeSupplierFrom(int number) {
        user().changeProduct(products.get(number), fields().putNull("idsupplier"));
    }

    void removePart(int number) {
        user().removePart(kit, parts.get(number));
    }

    void removeOnlyPurchaseLine(int number) {
        long order = purchases.get(number);
        user().removePurchaseOrderLine(order, lineOf(purchaseOrder(order), "idpurchaseorder_product"));
    }

    void removePurchaseLine(int number) {
        long order = longPurchases.get(number);
        user().removePurchaseOrderLine(order, lineOf(purchaseOrder(order), "idpurchaseorder_product"));
    }

    void revertReceipt(int number) {
        JsonNode receipt = receipts.get(number);
        user().revertReceiptLine(id(receipt, "idreceipt"), lineOf(receipt, "idreceipt_product"));
    }

    void cancelSale(int number) {
        user().cancelOrder(sales.get(number));
    }

    void removeSaleLine(int number) {
        long order = longSales.get(number);
        user().removeOrderLine(order, lineOf(sellOrder(order), "idorder_product"));
    }

    // What else happens in the same flow, to the last of each, whom nobody takes away: each tells its new amount.

    String addSupplier() {
        user().addSupplier(fields().put("name", "Supplier " + ++amount));
        return "Supplier " + amount;
    }

    String changePrice() {
        user().changeProduct(products.get(KEPT), fields().put("fixedstockprice", ++amount));
        return "\"price\":" + amount;
    }

    String changePart() {
        user().changePart(kit, parts.get(OF_EACH - 1), ++amount);
        return "\"partQuantity\":" + amount;
    }

    String changePurchase() {
        long order = purchases.get(OF_EACH - 1);
        user().changePurchaseOrderLine(order, lineOf(purchaseOrder(order), "idpurchaseorder_product"), more());
        return "\"quantity\":" + amount;
    }

    String receiveMore() {
        user().receiveGoods(longPurchases.get(OF_EACH - 1), products.get(KEPT), ++amount, 2);
        return "\"quantity\":" + amount;
    }

    String changeSale() {
        long order = sales.get(OF_EACH - 1);
        user().changeOrderLine(order, lineOf(sellOrder(order), "idorder_product"), more());
        return "\"quantity\":" + amount;
    }

    private ObjectNode more() {
        return fields().put("amount", ++amount);
    }

    // Which of them Optiply still shows.

    Set<Integer> suppliers() {
        return shown.byRemoteId("suppliers", suppliers);
    }

    Set<Integer> pairs() {
        return shown.enabledPairs(products.subList(0, OF_EACH));
    }

    Set<Integer> parts() {
        return shown.parts(products);
    }

    Set<Integer> purchases() {
        return shown.byRemoteId("buyOrders", purchases);
    }

    Set<Integer> purchaseLines() {
        return shown.ownLines(Kind.BUY_ORDERS, longPurchases, products);
    }

    Set<Integer> receipts() {
        return shown.byRemoteId(
                "receiptLines",
                receipts.stream()
                        .map(receipt -> lineOf(receipt, "idreceipt_product"))
                        .toList());
    }

    Set<Integer> sales() {
        return shown.byRemoteId("sellOrders", sales);
    }

    Set<Integer> saleLines() {
        return shown.ownLines(Kind.SELL_ORDERS, longSales, products);
    }

    // How they are called.

    String sku(int number) {
        return world.shop()
                .product(products.get(number))
                .orElseThrow()
                .path("productcode")
                .asText();
    }

    String numberOfPurchase(int number) {
        return purchaseOrder(purchases.get(number)).path("purchaseorderid").asText();
    }

    String numberOfLongPurchase(int number) {
        return purchaseOrder(longPurchases.get(number)).path("purchaseorderid").asText();
    }

    /** Of the one order that all goods came in for. */
    String numberOfReceived() {
        return purchaseOrder(received).path("purchaseorderid").asText();
    }

    String numberOfSale(int number) {
        return sellOrder(sales.get(number)).path("orderid").asText();
    }

    String numberOfLongSale(int number) {
        return sellOrder(longSales.get(number)).path("orderid").asText();
    }

    private JsonNode purchaseOrder(long id) {
        return row(world.shop().allPurchaseOrders(), "idpurchaseorder", id);
    }

    private JsonNode sellOrder(long id) {
        return row(world.shop().allOrders(), "idorder", id);
    }

    private static JsonNode row(List<ObjectNode> rows, String key, long id) {
        return rows.stream().filter(row -> id(row, key) == id).findFirst().orElseThrow();
    }

    private static long lineOf(JsonNode order, String key) {
        return id(order.path("products").path(0), key);
    }

    private static long id(JsonNode row, String key) {
        return row.path(key).asLong();
    }

    private ShopUser user() {
        return world.user();
    }

    private static ObjectNode fields() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void close() {
        world.close();
    }
}
