package com.optiply.picqer.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.sandbox.picqer.ShopUser;
import com.optiply.picqer.sync.run.Flow;
import java.util.Arrays;
import java.util.List;

/** A shop with as little of each kind as gives every flow something to create, to change and to take away. */
final class SmallShop {
    static final int PRODUCTS = 4;
    /** Whom a list of preferred suppliers may name. */
    static final String SUPPLIER = "Waterworks";

    /** All that read Picqer: not the comparison, which would repair what the others got wrong. */
    static final Flow[] FLOWS =
            Arrays.stream(Flow.values()).filter(Flow::readsPicqer).toArray(Flow[]::new);

    private final SyncWorld world;
    private final List<Long> products;
    private final long supplier;
    private final long kit;
    private final long part;
    private final long purchase;
    private final long receipt;
    private final long sale;

    SmallShop(SyncWorld world) {
        this.world = world;
        products = world.shop().allProducts().stream()
                .map(product -> product.path("idproduct").asLong())
                .sorted()
                .toList();
        supplier = id(user().addSupplier(fields().put("name", SUPPLIER)), "idsupplier");
        user().changeProduct(products.get(0), fields().put("idsupplier", supplier));
        user().changeProduct(products.get(1), fields().put("idsupplier", supplier));
        kit = id(user().addProduct(kit()), "idproduct");
        part = user().addPart(kit, products.get(2), 2);
        user().addPart(kit, products.get(3), 1);
        purchase = purchase(line(0, 10), line(1, 6));
        receipt = id(user().receiveGoods(purchase, products.get(0), 4, 2), "idreceipt");
        sale = sale(line(0, 1), line(1, 2));
    }

    /** The number of a product in Picqer. */
    long product(int index) {
        return products.get(index);
    }

    /** The number in Picqer of the supplier of that name. */
    long supplier() {
        return supplier;
    }

    /** What people do between two runs. */
    void change() {
        user().changeSupplier(supplier, fields().put("name", "Waterworks B.V."));
        long other = id(user().addSupplier(fields().put("name", "Garden House")), "idsupplier");
        user().changeProduct(products.get(0), fields().put("idsupplier", other).put("name", "Renamed"));
        world.setStock(products.get(1), 77);
        user().inactivateProduct(products.get(3));
        user().changePart(kit, part, 5);
        user().changePurchaseOrderLine(purchase, lineOf(purchaseOrder(), 0), fields().put("amount", 12));
        user().removePurchaseOrderLine(purchase, lineOf(purchaseOrder(), 1));
        user().addPurchaseOrderLine(purchase, line(2, 3));
        user().revertReceiptLine(receipt, receiptLine());
        user().receiveGoods(purchase, products.get(0), 5, 2);
        user().changeOrderLine(sale, saleLine(0), fields().put("amount", 8));
        user().removeOrderLine(sale, saleLine(1));
        long cancelled = sale(line(2, 1));
        user().cancelOrder(cancelled);
        sale(line(1, 3));
    }

    /** A customer orders two products, and another one is about to. */
    void sellOneMore() {
        user().addOrder(order(line(1, 1)));
        sale(line(0, 2), line(2, 1));
    }

    private long purchase(ObjectNode... lines) {
        ObjectNode order = fields().put("idsupplier", supplier).put("idwarehouse", SyncSetup.MAIN_WAREHOUSE);
        order.putArray("products").addAll(List.of(lines));
        long id = id(user().addPurchaseOrder(order), "idpurchaseorder");
        user().markAsPurchased(id);
        return id;
    }

    private long sale(ObjectNode... lines) {
        long id = id(user().addOrder(order(lines)), "idorder");
        user().changeOrderStatus(id, "processing");
        return id;
    }

    private static ObjectNode order(ObjectNode... lines) {
        ObjectNode order = fields();
        order.putArray("products").addAll(List.of(lines));
        return order;
    }

    private ObjectNode line(int product, int amount) {
        return fields().put("idproduct", products.get(product))
                .put("amount", amount)
                .put("price", 2.5);
    }

    private static ObjectNode kit() {
        return fields().put("productcode", "KIT-1")
                .put("name", "Kit")
                .put("price", 30)
                .put("type", "composition_with_stock");
    }

    private JsonNode purchaseOrder() {
        return row(world.shop().allPurchaseOrders(), "idpurchaseorder", purchase);
    }

    private static long lineOf(JsonNode order, int index) {
        return id(order.path("products").path(index), "idpurchaseorder_product");
    }

    private long receiptLine() {
        JsonNode row = row(world.shop().allReceipts(), "idreceipt", receipt);
        return id(row.path("products").path(0), "idreceipt_product");
    }

    private long saleLine(int index) {
        JsonNode row = row(world.shop().allOrders(), "idorder", sale);
        return id(row.path("products").path(index), "idorder_product");
    }

    private static JsonNode row(List<ObjectNode> rows, String key, long id) {
        return rows.stream().filter(row -> id(row, key) == id).findFirst().orElseThrow();
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
}
