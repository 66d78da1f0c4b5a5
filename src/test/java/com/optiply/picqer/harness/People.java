package com.optiply.picqer.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.sandbox.picqer.ShopUser;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people in a shop do, one act after another, drawn from a seed. Thread-safe: they may act while a run reads. */
final class People {
    private static final int OPEN_ORDERS_MAX = 12;

    private final SyncWorld world;
    private final ShopUser user;
    private final SplittableRandom random;
    private final List<Runnable> acts;
    private final @Nullable Buyers buyers;
    /** Products that were in Optiply before anybody acted: only they are ever taken out of the range. */
    private final List<Long> firstProducts;

    private final StockCounts counts;

    People(SyncWorld world, long seed) {
        this(world, seed, null);
    }

    /** @param buyers who order in Optiply as well; null: nobody does */
    People(SyncWorld world, long seed, @Nullable Buyers buyers) {
        this.world = world;
        user = world.user();
        random = new SplittableRandom(seed);
        firstProducts = products();
        counts = new StockCounts(world);
        this.buyers = buyers;
        acts = List.of(
                this::countStock,
                this::countStock,
                this::changeProduct,
                this::takeInOrOut,
                this::addProduct,
                this::changeSupplier,
                this::chooseSupplier,
                this::buy,
                this::changePurchase,
                this::receive,
                this::changeReceipt,
                this::sell,
                this::sell,
                this::changeSale,
                this::moveSaleOn,
                this::changeParts);
    }

    synchronized void act(int times) {
        for (int i = 0; i < times; i++) {
            one(acts).run();
            if (buyers != null && random.nextBoolean()) {
                buyers.act(random);
            }
        }
    }

    private void countStock() {
        counts.count(one(products()), random);
    }

    private void changeProduct() {
        long product = one(products());
        switch (random.nextInt(4)) {
            case 0 -> user.changeProduct(product, fields().put("name", "Named " + random.nextInt(1000)));
            case 1 -> user.changeProduct(product, fields().put("price", random.nextInt(10_000) / 100.0));
            case 2 -> user.changeProduct(
                    product, fields().put("barcode", random.nextBoolean() ? "" : "87" + random.nextInt(10_000)));
            default -> user.changeProduct(product, fields().put("fixedstockprice", random.nextInt(5_000) / 100.0));
        }
    }

    private void takeInOrOut() {
        long product = one(firstProducts);
        if (ShopRows.row(world.shop().allProducts(), "idproduct", product)
                .path("active")
                .asBoolean()) {
            user.inactivateProduct(product);
        } else {
            user.activateProduct(product);
        }
    }

    private void addProduct() {
        int number = random.nextInt(1_000_000);
        user.addProduct(fields().put("productcode", "NEW-" + number)
                .put("name", "New " + number)
                .put("price", 5));
    }

    private void changeSupplier() {
        if (suppliers().size() < 2) {
            user.addSupplier(fields().put("name", "Supplier " + random.nextInt(1_000_000)));
        }
        any(suppliers(), supplier -> {
            switch (random.nextInt(3)) {
                case 0 -> user.changeSupplier(supplier, fields().put("name", "Renamed " + random.nextInt(1000)));
                case 1 -> user.deactivateSupplier(supplier);
                default -> user.activateSupplier(supplier);
            }
        });
    }

    private void chooseSupplier() {
        any(suppliers(), supplier -> user.changeProduct(one(products()), fields().put("idsupplier", supplier)));
    }

    private void buy() {
        if (purchases().count() >= OPEN_ORDERS_MAX) {
            return;
        }
        any(suppliers(), supplier -> {
            ObjectNode order = fields().put("idsupplier", supplier).put("idwarehouse", SyncSetup.MAIN_WAREHOUSE);
            order.putArray("products").addAll(lines());
            long id = user.addPurchaseOrder(order).path("idpurchaseorder").asLong();
            user.markAsPurchased(id);
        });
    }

    private void changePurchase() {
        any(purchases().toList(), order -> {
            long id = order.path("idpurchaseorder").asLong();
            List<JsonNode> untouched = ShopRows.lines(order)
                    .filter(line -> line.path("amountreceived").asInt() == 0)
                    .toList();
            switch (random.nextInt(4)) {
                case 0 -> user.addPurchaseOrderLine(id, line());
                case 1 -> any(
                        untouched,
                        line -> user.changePurchaseOrderLine(
                                id,
                                line.path("idpurchaseorder_product").asLong(),
                                fields().put("amount", 1 + random.nextInt(50))));
                case 2 -> {
                    if (order.path("products").size() > 1) {
                        any(
                                untouched,
                                line -> user.removePurchaseOrderLine(
                                        id, line.path("idpurchaseorder_product").asLong()));
                    }
                }
                default -> {
                    if (untouched.size() == order.path("products").size()) {
                        user.cancelPurchaseOrder(id);
                    }
                }
            }
        });
    }

    private void receive() {
        any(
                purchases().toList(),
                order -> any(
                        ShopRows.lines(order)
                                .filter(line -> line.path("amount").asInt()
                                        > line.path("amountreceived").asInt())
                                .toList(),
                        line -> user.receiveGoods(
                                order.path("idpurchaseorder").asLong(),
                                line.path("idproduct").asLong(),
                                1,
                                2)));
    }

    private void changeReceipt() {
        any(
                world.shop().allReceipts(),
                receipt -> any(ShopRows.lines(receipt).toList(), line -> {
                    long id = receipt.path("idreceipt").asLong();
                    long idline = line.path("idreceipt_product").asLong();
                    if (random.nextInt(4) == 0) {
                        if (line.path("reverted_at").isNull()) {
                            user.revertReceiptLine(id, idline);
                        }
                    } else if (line.path("reverted_at").isNull()) {
                        user.changeReceiptLine(id, idline, 1 + random.nextInt(3));
                    }
                }));
    }

    private void sell() {
        if (sales().count() >= OPEN_ORDERS_MAX) {
            return;
        }
        ObjectNode order = fields();
        order.putArray("products").addAll(lines());
        long id = user.addOrder(order).path("idorder").asLong();
        user.changeOrderStatus(id, "processing");
    }

    private void changeSale() {
        any(sales().toList(), order -> {
            long id = order.path("idorder").asLong();
            List<JsonNode> lines = ShopRows.lines(order).toList();
            switch (random.nextInt(3)) {
                case 0 -> user.addOrderLine(id, line());
                case 1 -> any(
                        lines,
                        line -> user.changeOrderLine(
                                id, saleLine(line), fields().put("amount", 1 + random.nextInt(20))));
                default -> any(lines, line -> user.removeOrderLine(id, saleLine(line)));
            }
        });
    }

    private static long saleLine(JsonNode line) {
        return line.path("idorder_product").asLong();
    }

    private void moveSaleOn() {
        any(
                sales().toList(),
                order -> user.changeOrderStatus(
                        order.path("idorder").asLong(),
                        one(List.of("processing", "paused", "completed", "completed", "cancelled"))));
    }

    private void changeParts() {
        List<Long> kits = world.shop().allProducts().stream()
                .filter(product -> product.path("type").asText().equals("composition_with_stock"))
                .map(product -> product.path("idproduct").asLong())
                .toList();
        if (kits.size() < 2) {
            long kit = user.addProduct(fields().put("productcode", "KIT-" + random.nextInt(1_000_000))
                            .put("name", "Kit")
                            .put("price", 30)
                            .put("type", "composition_with_stock"))
                    .path("idproduct")
                    .asLong();
            user.addPart(kit, one(firstProducts), 1 + random.nextInt(4));
        } else {
            user.changeProduct(one(kits), fields().put("name", "Kit " + random.nextInt(1000)));
        }
    }

    private List<ObjectNode> lines() {
        List<ObjectNode> lines = new ArrayList<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            lines.add(line());
        }
        return lines;
    }

    private ObjectNode line() {
        return fields().put("idproduct", one(plainProducts()))
                .put("amount", 2 + random.nextInt(20))
                .put("price", random.nextInt(2_000) / 100.0);
    }

    private List<Long> products() {
        return ShopRows.ids(world.shop().allProducts().stream(), "idproduct");
    }

    private List<Long> plainProducts() {
        return ShopRows.ids(
                world.shop().allProducts().stream()
                        .filter(product -> product.path("type").asText().equals("normal")),
                "idproduct");
    }

    private List<Long> suppliers() {
        return ShopRows.ids(world.shop().allSuppliers().stream(), "idsupplier");
    }

    private Stream<ObjectNode> purchases() {
        return world.shop().allPurchaseOrders().stream().filter(ShopRows.status("purchased"));
    }

    private Stream<ObjectNode> sales() {
        return world.shop().allOrders().stream()
                .filter(ShopRows.status("processing").or(ShopRows.status("paused")));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> void any(List<T> of, Consumer<T> act) {
        if (!of.isEmpty()) {
            act.accept(one(of));
        }
    }

    private static ObjectNode fields() {
        return JsonNodeFactory.instance.objectNode();
    }
}
