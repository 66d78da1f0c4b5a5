package com.optiply.picqer.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.world.WholeCase.Kind;
import java.time.LocalDateTime;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Orders of every kind that the rules for sell orders speak of. */
final class WholeOrders {
    private static final LocalDateTime FIRST_CREATED = LocalDateTime.parse("2025-09-01T08:00:00");
    private static final String PLAIN = "product-plain";

    private final CaseBook book;

    private WholeOrders(CaseBook book) {
        this.book = book;
    }

    static void addTo(CaseBook book) {
        WholeOrders orders = new WholeOrders(book);
        orders.addStatuses();
        orders.addPlaces();
        orders.addLines();
        orders.addPrices();
        orders.addProducts();
        orders.addCompositions();
        orders.addHeaders();
        orders.addNights();
        orders.addPricesOfProducts();
    }

    private void order(String name, String about, UnaryOperator<Draft> twist) {
        long id = book.nextId(Kind.ORDER);
        String created = WallClock.text(FIRST_CREATED.plusHours(book.count(Kind.ORDER)));
        book.add(
                Kind.ORDER,
                name,
                about,
                twist.apply(OrderDrafts.order(id, created)).document().toString());
    }

    private ObjectNode line(String product, int amount, @Nullable String price) {
        return OrderDrafts.line(book.id(product), CaseBook.code(product), amount, price);
    }

    private Draft plain(Draft order) {
        return order.line(line(PLAIN, 2, "24.95"));
    }

    private void addStatuses() {
        for (String status : new String[] {"concept", "expected", "processing", "paused", "completed"}) {
            order("order-" + status, "One line, status " + status + ".", o -> plain(o.with("status", status)));
        }
        order("order-cancelled", "Cancelled, as its amounts say.", o -> o.with("status", "cancelled")
                .line(line(PLAIN, 2, "24.95").put("amount_cancelled", 2)));
    }

    private void addPlaces() {
        order(
                "order-warehouses-none",
                "It may ship from anywhere: the list is empty.",
                o -> plain(o.withEmptyList("warehouses")));
        order(
                "order-warehouses-other",
                "It may ship from the second warehouse only.",
                o -> plain(o.withNumbers("warehouses", PlainWorld.SECOND_WAREHOUSE)));
        order(
                "order-warehouses-both",
                "It may ship from both.",
                o -> plain(o.withNumbers("warehouses", PlainWorld.SECOND_WAREHOUSE, PlainWorld.MAIN_WAREHOUSE)));
        order("order-warehouses-null", "Its warehouses are null.", o -> plain(o.withNull("warehouses")));
    }

    private void addLines() {
        order("order-lines-none", "It has no lines.", o -> o);
        order("order-same-product", "The same product on three lines, at two prices.", o -> o.line(
                        line(PLAIN, 2, "24.95"))
                .line(line(PLAIN, 1, "24.95"))
                .line(line(PLAIN, 4, "20.00")));
        order("order-many-lines", "Sixty lines of three products.", o -> {
            for (int i = 0; i < 60; i++) {
                o.line(line(new String[] {PLAIN, "product-second", "product-third"}[i % 3], 1, "1.01"));
            }
            return o;
        });
        order(
                "order-cancelled-partly",
                "One of three pieces is cancelled.",
                o -> o.line(line(PLAIN, 3, "24.95").put("amount_cancelled", 1)));
        order(
                "order-cancelled-line",
                "One of two lines is cancelled as a whole.",
                o -> plain(o.line(line("product-second", 3, "5.00").put("amount_cancelled", 3))));
        order(
                "order-cancelled-all",
                "Completed, yet every piece of it is cancelled.",
                o -> o.line(line(PLAIN, 3, "24.95").put("amount_cancelled", 3)));
        order("order-amount-0", "A line of no pieces.", o -> plain(o.line(line("product-second", 0, "5.00"))));
        order(
                "order-amount-negative",
                "A line that takes pieces back.",
                o -> plain(o.line(line("product-second", -1, "5.00"))));
    }

    private void addPrices() {
        order("order-price-null", "The line has no price, its product has one.", o -> o.line(line(PLAIN, 3, null)));
        order(
                "order-price-null-twice",
                "Neither the line nor its product has a price.",
                o -> o.line(line("product-price-null", 3, null)));
        order("order-price-0", "The price is 0, which is a price.", o -> o.line(line(PLAIN, 3, "0")));
        order("order-price-cent-fractions", "Three at a third of a euro.", o -> o.line(line(PLAIN, 3, "0.3333")));
        order("order-price-below-cent", "A price below half a cent.", o -> o.line(line(PLAIN, 1, "0.0049")));
        order(
                "order-price-binary",
                "As a double 1.005 would round down; it must become 1.01.",
                o -> o.line(line(PLAIN, 1, "1.005")));
        order(
                "order-price-floating",
                "A price that passed through floating point.",
                o -> o.line(line(PLAIN, 7, "19.989999999999998")));
        order(
                "order-price-sums",
                "Two lines of one product, whose cents add up otherwise when rounded together.",
                o -> o.line(line(PLAIN, 1, "0.005")).line(line(PLAIN, 1, "0.005")));
        order(
                "order-price-negative",
                "A price below zero: a discount as a product.",
                o -> plain(o.line(line("product-second", 1, "-5.00"))));
    }

    private void addProducts() {
        order(
                "order-product-kept-out",
                "One line of an inactive product, one of an ordinary one.",
                o -> plain(o.line(line("product-inactive", 1, "5.00"))));
        order(
                "order-product-kept-out-only",
                "Its only product has unlimited stock.",
                o -> o.line(line("product-unlimited", 1, "5.00")));
        order(
                "order-product-waiting",
                "One product has no known stock, and so waits.",
                o -> plain(o.line(line("product-stock-unknown", 1, "5.00"))));
        order(
                "order-product-unknown",
                "One product is not in any list any more.",
                o -> plain(o.line(OrderDrafts.line(WholePurchases.UNKNOWN_PRODUCT, "GONE", 1, "5.00"))));
        order(
                "order-product-unknown-only",
                "Its only product is not in any list any more.",
                o -> o.line(OrderDrafts.line(WholePurchases.UNKNOWN_PRODUCT, "GONE", 1, "5.00")));
    }

    /** A line and the lines of its parts, as {@code partof_idorder_product} ties them. */
    private Draft composed(Draft order, int at, ObjectNode parent, ObjectNode... parts) {
        order.line(parent.put("has_parts", true));
        for (ObjectNode part : parts) {
            order.line(part.put("partof_idorder_product", order.lineId(at)));
        }
        return order;
    }

    private void addCompositions() {
        order(
                "order-virtual",
                "A virtual composition and its two parts.",
                o -> composed(
                        o,
                        1,
                        line("product-virtual", 1, "60.00"),
                        line(PLAIN, 2, "0"),
                        line("product-second", 1, "0")));
        order(
                "order-with-stock",
                "A composition with stock; one of its parts is inactive.",
                o -> composed(
                        o,
                        1,
                        line("product-with-stock", 2, "80.00"),
                        line("product-third", 8, "0"),
                        line("product-inactive", 2, "0")));
        order("order-nested", "A composition whose part has parts of its own.", o -> {
            composed(o, 1, line("product-nested", 1, "200.00"), line("product-third", 1, "0"));
            o.line(line("product-virtual", 3, "0").put("has_parts", true).put("partof_idorder_product", o.lineId(1)));
            o.line(line(PLAIN, 6, "0").put("partof_idorder_product", o.lineId(3)));
            return o.line(line("product-second", 3, "0").put("partof_idorder_product", o.lineId(3)));
        });
        order(
                "order-part-alone-too",
                "A composition, and one of its parts once more by itself.",
                o -> plain(composed(o, 1, line("product-with-stock", 1, "80.00"), line("product-third", 4, "0"))
                        .line(line("product-third", 1, "9.00"))));
        order(
                "order-part-of-nothing",
                "A part whose composition is not on the order.",
                o -> o.line(line(PLAIN, 2, "0").put("partof_idorder_product", 1)));
        order(
                "order-parts-kept-out",
                "A composition of which every part is kept out.",
                o -> composed(o, 1, line("product-parts-kept-out", 1, "9.00"), line("product-inactive", 1, "0")));
    }

    private void addHeaders() {
        order(
                "order-unicode",
                "Names and remarks outside the Latin alphabet.",
                o -> plain(o.with("deliveryname", "Łukasz 漢字 🎉")
                        .with("customer_remarks", "Graag 's avonds \u2014 \"achterom\"")));
        order("order-discount", "Ten percent off the whole order.", o -> plain(o.with("discount", 10)));
        order(
                "order-fulfilment",
                "Belongs to fulfilment customer 501.",
                o -> plain(o.with("idfulfilment_customer", 501)));
        order("order-old", "Six years old.", o -> plain(at(o, "2019-10-08 12:00:00")));
        order(
                "order-updated-late",
                "Made in 2024 and completed this week.",
                o -> plain(at(o, "2024-11-05 12:00:00").with("updated", "2025-10-06 09:00:00")));
    }

    private static Draft at(Draft order, String time) {
        return order.with("created", time).with("updated", time);
    }

    private void addNights() {
        order(
                "order-autumn-first",
                "Made at half past two in the autumn night, which comes twice.",
                o -> plain(at(o, "2024-10-27 02:30:00")));
        order(
                "order-autumn-second",
                "Made an hour later, at the same time by the clock.",
                o -> plain(at(o, "2024-10-27 02:30:00")));
        order(
                "order-spring",
                "Made at a time that the spring night leaves out.",
                o -> plain(at(o, "2025-03-30 02:30:00")));
    }

    private void addPricesOfProducts() {
        order(
                "order-price-of-4-decimals",
                "A thousand pieces without a price, of a product that costs a fraction of a cent.",
                o -> o.line(line("product-price-4-decimals", 1000, null)));
        order(
                "order-price-too-large",
                "Two pieces without a price, of a product whose price is larger than Optiply takes.",
                o -> o.line(line("product-price-too-large", 2, null)));
    }
}
