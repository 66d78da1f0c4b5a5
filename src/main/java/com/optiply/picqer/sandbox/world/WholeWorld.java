package com.optiply.picqer.sandbox.world;

import com.optiply.picqer.sandbox.picqer.PicqerShop;
import com.optiply.picqer.sandbox.picqer.ShopUser;
import com.optiply.picqer.sandbox.world.WholeCase.Kind;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A small shop with every odd record that the rules speak of, in all its lists, among plain ones. Its newest record is
 * older than the time at which a sandbox begins. Where the autumn night of a year in question lies later than that, the
 * one before it stands in.
 */
public final class WholeWorld implements World {
    public static final int SUPPLIERS = 15;
    public static final int PRODUCTS = 120;
    public static final int PURCHASE_ORDERS = 60;
    public static final int ORDERS = 150;

    private static final CaseBook BOOK = book();
    private static final LocalDateTime FIRST_PLAIN_CREATED = LocalDateTime.parse("2025-09-22T08:00:00");
    private static final int MINUTES_BETWEEN = 120;

    private static CaseBook book() {
        CaseBook book = new CaseBook();
        WholeCatalogue.addTo(book);
        WholePurchases.addTo(book);
        WholeReceipts.addTo(book);
        WholeOrders.addTo(book);
        return book;
    }

    /** What is odd in this shop, kind by kind and in the order of the ids. */
    public static List<WholeCase> cases() {
        return BOOK.all();
    }

    public static Optional<WholeCase> named(String name) {
        return BOOK.named(name);
    }

    /**
     * The id of a case.
     *
     * @throws IllegalStateException if there is none of that name
     */
    public static long id(String name) {
        return BOOK.id(name);
    }

    @Override
    public void fill(PicqerShop shop, long seed) {
        ShopUser user = shop.user();
        user.addWarehouse(PlainWorld.MAIN_WAREHOUSE, "Hoofdmagazijn", 1, true, true);
        user.addWarehouse(PlainWorld.SECOND_WAREHOUSE, "Almere", 2, true, true);
        cases().forEach(each -> put(user, each));
        WholeCatalogue.addParts(BOOK, user);
        SplittableRandom random = new SplittableRandom(seed);
        addPlainSuppliers(user);
        addPlainProducts(shop, seed);
        addPlainPurchases(user, random);
        addPlainReceipts(user);
        addPlainOrders(user, random);
    }

    private static void put(ShopUser user, WholeCase each) {
        switch (each.kind()) {
            case SUPPLIER -> user.putSupplierVerbatim(each.json());
            case PRODUCT -> user.putProductVerbatim(each.json());
            case PURCHASE_ORDER -> user.putPurchaseOrderVerbatim(each.json());
            case RECEIPT -> user.putReceiptVerbatim(each.json());
            case ORDER -> user.putOrderVerbatim(each.json());
        }
    }

    private static void addPlainSuppliers(ShopUser user) {
        for (long id = BOOK.nextId(Kind.SUPPLIER); id < end(Kind.SUPPLIER, SUPPLIERS); id++) {
            user.putSupplierVerbatim(
                    WholeCatalogue.supplier(id, "Supplier " + id, true).toString());
        }
    }

    private static void addPlainProducts(PicqerShop shop, long seed) {
        for (long id = BOOK.nextId(Kind.PRODUCT); id < end(Kind.PRODUCT, PRODUCTS); id++) {
            shop.putProduct(new PlainProduct(id, seed, PlainWorld.FIRST_SUPPLIER + id % 2));
        }
    }

    /** Of each, one piece of the first line has come. */
    private static void addPlainPurchases(ShopUser user, SplittableRandom random) {
        for (long id = BOOK.nextId(Kind.PURCHASE_ORDER); id < end(Kind.PURCHASE_ORDER, PURCHASE_ORDERS); id++) {
            Draft order = PurchaseDrafts.order(id, created(Kind.PURCHASE_ORDER, id));
            for (int line = 1; line <= 3; line++) {
                long product = line == 1 ? receivedProduct(id) : plainProduct(random);
                order.line(PurchaseDrafts.line(product, code(product), 6 * line, random.nextInt(1, 90) + ".50")
                        .put("amountreceived", line == 1 ? 1 : 0));
            }
            user.putPurchaseOrderVerbatim(order.document().toString());
        }
    }

    private static long receivedProduct(long purchaseOrder) {
        return BOOK.nextId(Kind.PRODUCT) + purchaseOrder % (PRODUCTS - BOOK.count(Kind.PRODUCT));
    }

    /** Each plain purchase order has one. */
    private static void addPlainReceipts(ShopUser user) {
        long order = BOOK.nextId(Kind.PURCHASE_ORDER);
        for (long id = BOOK.nextId(Kind.RECEIPT); order < end(Kind.PURCHASE_ORDER, PURCHASE_ORDERS); id++) {
            String created = created(Kind.RECEIPT, id);
            long product = receivedProduct(order);
            Draft receipt = ReceiptDrafts.receipt(id, 2, order, created)
                    .with("amount_received", 1)
                    .line(ReceiptDrafts.line(order, Draft.lineId(order, 1), product, code(product), 1, created));
            user.putReceiptVerbatim(receipt.document().toString());
            order++;
        }
    }

    private static void addPlainOrders(ShopUser user, SplittableRandom random) {
        String[] statuses = {"completed", "completed", "completed", "processing"};
        for (long id = BOOK.nextId(Kind.ORDER); id < end(Kind.ORDER, ORDERS); id++) {
            Draft order = OrderDrafts.order(id, created(Kind.ORDER, id))
                    .with("status", statuses[random.nextInt(statuses.length)]);
            int lines = random.nextInt(1, 4);
            for (int line = 0; line < lines; line++) {
                long product = plainProduct(random);
                order.line(
                        OrderDrafts.line(product, code(product), random.nextInt(1, 5), random.nextInt(9, 99) + ".95"));
            }
            user.putOrderVerbatim(order.document().toString());
        }
    }

    private static long end(Kind kind, int records) {
        return CaseBook.firstId(kind) + records;
    }

    private static String created(Kind kind, long id) {
        return WallClock.text(FIRST_PLAIN_CREATED.plusMinutes(MINUTES_BETWEEN * (id - BOOK.nextId(kind))));
    }

    private static long plainProduct(SplittableRandom random) {
        return random.nextLong(BOOK.nextId(Kind.PRODUCT), end(Kind.PRODUCT, PRODUCTS));
    }

    private static String code(long plainProduct) {
        return "SKU-" + plainProduct;
    }
}
