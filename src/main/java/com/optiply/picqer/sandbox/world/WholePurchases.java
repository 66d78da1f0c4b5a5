package com.optiply.picqer.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.world.WholeCase.Kind;
import java.time.LocalDateTime;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Purchase orders of every kind that the rules for buy orders speak of. */
final class WholePurchases {
    /** Of a product that no list shows. */
    static final long UNKNOWN_PRODUCT = 999_999;

    private static final LocalDateTime FIRST_CREATED = LocalDateTime.parse("2025-08-15T09:00:00");

    private final CaseBook book;

    private WholePurchases(CaseBook book) {
        this.book = book;
    }

    static void addTo(CaseBook book) {
        WholePurchases purchases = new WholePurchases(book);
        purchases.addStatuses();
        purchases.addSuppliers();
        purchases.addPlaces();
        purchases.addLines();
        purchases.addPrices();
        purchases.addProducts();
        purchases.addDeliveries();
        purchases.addNights();
        purchases.addMarkers();
    }

    private void order(String name, String about, UnaryOperator<Draft> twist) {
        long id = book.nextId(Kind.PURCHASE_ORDER);
        String created = WallClock.text(FIRST_CREATED.plusHours(book.count(Kind.PURCHASE_ORDER)));
        String json = twist.apply(PurchaseDrafts.order(id, created)).document().toString();
        book.add(Kind.PURCHASE_ORDER, name, about, json);
    }

    private ObjectNode line(String product, int amount, @Nullable String price) {
        return PurchaseDrafts.line(book.id(product), CaseBook.code(product), amount, price);
    }

    private Draft plain(Draft order) {
        return order.line(line("product-plain", 12, "11.20"));
    }

    private void addStatuses() {
        order("purchase-plain", "Purchased, one line; nothing is odd.", this::plain);
        order("purchase-concept", "A concept: not placed yet.", o -> plain(o.with("status", "concept"))
                .withNull("purchased_at"));
        order(
                "purchase-partly-received",
                "Five of twelve have come: still purchased.",
                o -> o.line(line("product-plain", 12, "11.20").put("amountreceived", 5)));
        order("purchase-received", "All has come.", o -> done(o, "received")
                .line(line("product-plain", 12, "11.20").put("amountreceived", 12)));
        order("purchase-closed-early", "Closed with less than was ordered.", o -> done(o, "received")
                .line(line("product-plain", 12, "11.20").put("amountreceived", 4)));
        order("purchase-cancelled", "Cancelled after it was purchased.", o -> plain(done(o, "cancelled")));
        order("purchase-over-delivered", "More has come than was ordered.", o -> done(o, "received")
                .line(line("product-plain", 12, "11.20").put("amountreceived", 15)));
    }

    private static Draft done(Draft order, String status) {
        return order.with("status", status)
                .with("completed_at", "2025-09-20 16:00:00")
                .with("updated", "2025-09-20 16:00:00");
    }

    private void addSuppliers() {
        order(
                "purchase-supplier-none",
                "Neither a supplier nor the name of one.",
                o -> plain(o.withNull("idsupplier")));
        order("purchase-supplier-name", "Only the name of a supplier.", o -> plain(named(o, "Waterworks BV")));
        order(
                "purchase-supplier-name-padded",
                "The same name in other letters, with blanks around.",
                o -> plain(named(o, "  WATERWORKS bv ")));
        order("purchase-supplier-name-blank", "The name of its supplier is blanks.", o -> plain(named(o, "   ")));
        order(
                "purchase-supplier-inactive",
                "Its supplier is inactive.",
                o -> plain(o.with("idsupplier", book.id("supplier-inactive"))));
        order("purchase-supplier-unknown", "Its supplier does not exist.", o -> plain(o.with("idsupplier", 999_999)));
        order(
                "purchase-supplier-other",
                "Of a supplier that is not its product's.",
                o -> plain(o.with("idsupplier", book.id("supplier-other"))));
    }

    private static Draft named(Draft order, String supplier) {
        return order.withNull("idsupplier").with("supplier_name", supplier);
    }

    private void addPlaces() {
        order(
                "purchase-other-warehouse",
                "For the second warehouse.",
                o -> plain(o.with("idwarehouse", PlainWorld.SECOND_WAREHOUSE)));
        order(
                "purchase-fulfilment",
                "Belongs to fulfilment customer 501.",
                o -> plain(named(o, "By name").with("idfulfilment_customer", 501)));
        order(
                "purchase-unicode",
                "Remarks outside the Latin alphabet.",
                o -> plain(o.with("remarks", "Snel! 漢字 🎉\nTweede regel")));
        order("purchase-remarks-null", "Remarks are null instead of empty.", o -> plain(o.withNull("remarks")));
        order(
                "purchase-updated-together-1",
                "Changed in the same second as the next one.",
                o -> plain(o.with("updated", "2025-09-01 12:00:00")));
        order(
                "purchase-updated-together-2",
                "Changed in the same second as the one before.",
                o -> plain(o.with("updated", "2025-09-01 12:00:00")));
    }

    private void addLines() {
        order("purchase-lines-none", "It has no lines.", o -> o);
        order("purchase-same-product", "The same product stands on three lines.", o -> o.line(
                        line("product-plain", 10, "11.20").put("amountreceived", 10))
                .line(line("product-plain", 5, "11.20").put("amountreceived", 2))
                .line(line("product-plain", 5, "10.00")));
        order("purchase-many-lines", "Forty lines of three products.", o -> {
            for (int i = 0; i < 40; i++) {
                String product = new String[] {"product-plain", "product-second", "product-third"}[i % 3];
                o.line(line(product, i + 1, "1.01"));
            }
            return o;
        });
    }

    private void addPrices() {
        order(
                "purchase-price-null",
                "The line has no price, its product has one.",
                o -> o.line(line("product-plain", 3, null)));
        order(
                "purchase-price-null-twice",
                "Neither the line nor its product has a price.",
                o -> o.line(line("product-price-null", 3, null)));
        order("purchase-price-0", "The price is 0, which is a price.", o -> o.line(line("product-plain", 3, "0")));
        order(
                "purchase-price-4-decimals",
                "Three at a price with four decimals.",
                o -> o.line(line("product-plain", 3, "3.3333")));
        order(
                "purchase-price-binary",
                "As a double 1.005 would round down; it must become 1.01.",
                o -> o.line(line("product-plain", 1, "1.005")));
        order(
                "purchase-price-floating",
                "A price that passed through floating point.",
                o -> o.line(line("product-plain", 7, "19.989999999999998")));
    }

    private void addProducts() {
        order(
                "purchase-product-kept-out",
                "One line of an inactive product, one of an ordinary one.",
                o -> plain(o.line(line("product-inactive", 4, "2.00"))));
        order(
                "purchase-product-kept-out-only",
                "Its only product has unlimited stock.",
                o -> o.line(line("product-unlimited", 4, "2.00")));
        order(
                "purchase-product-waiting",
                "One product has no known stock, and so waits.",
                o -> plain(o.line(line("product-stock-unknown", 4, "2.00"))));
        order(
                "purchase-product-unknown",
                "One product is not in any list any more.",
                o -> plain(o.line(PurchaseDrafts.line(UNKNOWN_PRODUCT, "GONE", 4, "2.00"))));
        order(
                "purchase-product-unknown-only",
                "Its only product is not in any list any more.",
                o -> o.line(PurchaseDrafts.line(UNKNOWN_PRODUCT, "GONE", 4, "2.00")));
        order(
                "purchase-product-composed",
                "A composition is bought as one piece.",
                o -> o.line(line("product-with-stock", 2, "40.00")));
    }

    private void addDeliveries() {
        order(
                "purchase-delivery-order",
                "The order says when it comes, its line does not.",
                o -> plain(o.with("delivery_date", "2025-10-21")));
        order(
                "purchase-delivery-line",
                "The order says one day, its first line another.",
                o -> plain(o.with("delivery_date", "2025-10-21")
                        .line(line("product-second", 3, "2.00").put("delivery_date", "2025-11-03"))));
        order(
                "purchase-delivery-line-only",
                "Only a line says when it comes.",
                o -> o.line(line("product-second", 3, "2.00").put("delivery_date", "2025-11-03")));
        order(
                "purchase-delivery-autumn",
                "Comes on the day on which the clock goes back.",
                o -> plain(o.with("delivery_date", "2025-10-26")));
        order(
                "purchase-delivery-spring",
                "Comes on the day on which the clock goes forward.",
                o -> plain(o.with("delivery_date", "2026-03-29")));
    }

    private void addNights() {
        order(
                "purchase-autumn-first",
                "Made at half past two in the autumn night, which comes twice.",
                o -> plain(at(o, "2024-10-27 02:30:00")));
        order(
                "purchase-autumn-second",
                "Made an hour later, at the same time by the clock.",
                o -> plain(at(o, "2024-10-27 02:30:00")));
        order(
                "purchase-spring",
                "Made at a time that the spring night leaves out.",
                o -> plain(at(o, "2025-03-30 02:30:00")));
    }

    private static Draft at(Draft order, String time) {
        return order.with("created", time).with("updated", time).with("purchased_at", time);
    }

    private void addMarkers() {
        order(
                "purchase-marker",
                "Carries our marker in both fields.",
                o -> plain(o.with("supplier_orderid", "Optiply-4711").with("remarks", "Optiply-4711")));
        order(
                "purchase-marker-copied",
                "A copy of that order, its marker with it.",
                o -> plain(o.with("supplier_orderid", "Optiply-4711").with("remarks", "Optiply-4711")));
        order(
                "purchase-marker-remarks",
                "The reference was overwritten, the remarks still end in the marker.",
                o -> plain(o.with("supplier_orderid", "INV-88").with("remarks", "Bel eerst. Optiply-4712")));
        order(
                "purchase-marker-longer",
                "Its number only begins like that of another marker.",
                o -> plain(o.with("supplier_orderid", "Optiply-47110")));
        order(
                "purchase-marker-old",
                "Marked as an earlier integration did.",
                o -> plain(o.with("remarks", "Ordernummer Optiply: 123456")));
    }
}
