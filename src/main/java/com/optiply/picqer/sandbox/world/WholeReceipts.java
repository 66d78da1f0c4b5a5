package com.optiply.picqer.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.world.WholeCase.Kind;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Receipts of every kind that the rules for item deliveries speak of. */
final class WholeReceipts {
    private static final String AT = "2025-09-10 10:00:00";
    private static final String PLAIN = "product-plain";

    private final CaseBook book;

    private WholeReceipts(CaseBook book) {
        this.book = book;
    }

    static void addTo(CaseBook book) {
        WholeReceipts receipts = new WholeReceipts(book);
        receipts.addOld();
        receipts.addNew();
        receipts.addAmounts();
        receipts.addTimes();
        receipts.addPlaces();
        receipts.addStrays();
    }

    private void receipt(String name, String about, int version, @Nullable String order, UnaryOperator<Draft> twist) {
        long id = book.nextId(Kind.RECEIPT);
        Draft draft = ReceiptDrafts.receipt(id, version, order == null ? null : book.id(order), AT);
        book.add(
                Kind.RECEIPT,
                name,
                about,
                twist.apply(draft.with("amount_received", 5)).document().toString());
    }

    /** Of the first line of the order. */
    private ObjectNode line(String order, String product, int amount) {
        return line(order, 1, product, amount);
    }

    private ObjectNode line(String order, int number, String product, int amount) {
        long id = book.id(order);
        return ReceiptDrafts.line(id, Draft.lineId(id, number), book.id(product), CaseBook.code(product), amount, AT);
    }

    private ObjectNode oldLine(String order, String product, int amount) {
        return ReceiptDrafts.oldLine(book.id(order), book.id(product), CaseBook.code(product), amount);
    }

    private void addOld() {
        receipt(
                "receipt-old",
                "Of the first version: it names the order, not its line.",
                1,
                "purchase-received",
                r -> r.line(oldLine("purchase-received", PLAIN, 12)));
        receipt(
                "receipt-old-same-product",
                "Of the first version, for an order with three lines of its product.",
                1,
                "purchase-same-product",
                r -> r.line(oldLine("purchase-same-product", PLAIN, 10))
                        .line(oldLine("purchase-same-product", PLAIN, 2)));
        receipt(
                "receipt-old-too-many",
                "Of the first version, more than all lines of the order have room for.",
                1,
                "purchase-over-delivered",
                r -> r.line(oldLine("purchase-over-delivered", PLAIN, 12))
                        .line(oldLine("purchase-over-delivered", PLAIN, 3)));
        receipt(
                "receipt-old-open",
                "Of the first version, still open: lists what is expected.",
                1,
                "purchase-plain",
                r -> open(r).with("amount_received", 0).line(oldLine("purchase-plain", PLAIN, 0)));
        receipt(
                "receipt-old-other-product",
                "Of the first version, a product its order lacks.",
                1,
                "purchase-plain",
                r -> r.line(oldLine("purchase-plain", "product-second", 2)));
    }

    private static Draft open(Draft receipt) {
        return receipt.with("status", "processing").withNull("completed_at").withNull("completed_by");
    }

    private void addNew() {
        receipt(
                "receipt-plain",
                "One line of one order; nothing is odd.",
                2,
                "purchase-partly-received",
                r -> r.line(line("purchase-partly-received", PLAIN, 3)));
        receipt(
                "receipt-rest",
                "The next part of the same line.",
                2,
                "purchase-partly-received",
                r -> r.line(line("purchase-partly-received", PLAIN, 2)));
        receipt(
                "receipt-open",
                "Still open; what it lists is on the shelf already.",
                2,
                "purchase-plain",
                r -> open(r).line(line("purchase-plain", PLAIN, 1)));
        receipt("receipt-empty", "Nothing was booked on it.", 2, "purchase-plain", r -> open(r).with(
                        "amount_received", 0));
        receipt(
                "receipt-same-product",
                "The same line of the order on three lines: it lies in three places.",
                2,
                "purchase-plain",
                r -> r.line(line("purchase-plain", PLAIN, 1))
                        .line(line("purchase-plain", PLAIN, 2))
                        .line(line("purchase-plain", PLAIN, 1)));
        receipt(
                "receipt-other-order",
                "One of its lines belongs to another order than its own.",
                2,
                "purchase-plain",
                r -> r.line(line("purchase-plain", PLAIN, 1)).line(line("purchase-supplier-other", PLAIN, 2)));
    }

    private void addAmounts() {
        receipt(
                "receipt-amount-0",
                "An amount of 0.",
                2,
                "purchase-plain",
                r -> r.line(line("purchase-plain", PLAIN, 0)));
        receipt(
                "receipt-amount-negative",
                "An amount below zero.",
                2,
                "purchase-plain",
                r -> r.line(line("purchase-plain", PLAIN, -2)));
        receipt(
                "receipt-over-delivered",
                "Fifteen of twelve.",
                2,
                "purchase-over-delivered",
                r -> r.line(line("purchase-over-delivered", PLAIN, 15)));
        receipt("receipt-reverted", "Its only line was reverted.", 2, "purchase-plain", r -> r.with(
                        "amount_received", 0)
                .line(line("purchase-plain", PLAIN, 5)
                        .put("reverted_at", "2025-09-10 11:00:00")
                        .put("reverted_by_iduser", 7)));
        receipt(
                "receipt-reverted-partly",
                "One line was reverted and booked again with another amount.",
                2,
                "purchase-closed-early",
                r -> r.line(line("purchase-closed-early", PLAIN, 9)
                                .put("reverted_at", "2025-09-10 11:00:00")
                                .put("reverted_by_iduser", 7))
                        .line(line("purchase-closed-early", PLAIN, 4)));
    }

    private void addTimes() {
        receipt("receipt-before-order", "Older than its order.", 2, "purchase-plain", r -> r.with(
                        "created", "2025-01-02 09:00:00")
                .with("completed_at", "2025-01-02 09:00:00")
                .line(line("purchase-plain", PLAIN, 1).put("created_at", "2025-01-02 09:00:00")));
        receipt(
                "receipt-line-time-null",
                "Only the receipt says when it came.",
                2,
                "purchase-plain",
                r -> r.line(line("purchase-plain", PLAIN, 1).putNull("created_at")));
        receipt("receipt-times-null", "Only the moment it was made is known.", 2, "purchase-plain", r -> open(r).line(
                        line("purchase-plain", PLAIN, 1).putNull("created_at")));
        receipt(
                "receipt-autumn",
                "Came at half past two in the autumn night, which comes twice.",
                2,
                "purchase-plain",
                r -> r.line(line("purchase-plain", PLAIN, 1).put("created_at", "2024-10-27 02:30:00")));
        receipt(
                "receipt-spring",
                "Came at a time that the spring night leaves out.",
                2,
                "purchase-plain",
                r -> r.line(line("purchase-plain", PLAIN, 1).put("created_at", "2025-03-30 02:30:00")));
    }

    private void addPlaces() {
        receipt("receipt-warehouse-none", "It does not say in which warehouse.", 2, "purchase-plain", r -> r.withNull(
                        "idwarehouse")
                .line(line("purchase-plain", PLAIN, 1)));
        receipt("receipt-warehouse-other", "In the second warehouse.", 2, "purchase-other-warehouse", r -> r.with(
                        "idwarehouse", PlainWorld.SECOND_WAREHOUSE)
                .line(line("purchase-other-warehouse", PLAIN, 4)));
    }

    private void addStrays() {
        receipt(
                "receipt-order-none",
                "Goods of a supplier that nobody ordered.",
                2,
                null,
                r -> r.line(ReceiptDrafts.line(null, null, book.id(PLAIN), CaseBook.code(PLAIN), 4, AT)));
        receipt(
                "receipt-order-by-line",
                "Its lines name the order, the receipt does not.",
                2,
                null,
                r -> r.line(line("purchase-plain", PLAIN, 1)));
        receipt(
                "receipt-order-unknown",
                "Its order is not in the list any more.",
                2,
                null,
                r -> r.line(ReceiptDrafts.line(1L, 101L, book.id(PLAIN), CaseBook.code(PLAIN), 4, AT)));
        receipt(
                "receipt-order-kept-out",
                "Its order has no supplier.",
                2,
                "purchase-supplier-none",
                r -> r.line(line("purchase-supplier-none", PLAIN, 4)));
        receipt(
                "receipt-order-cancelled",
                "Its order was cancelled afterwards.",
                2,
                "purchase-cancelled",
                r -> r.line(line("purchase-cancelled", PLAIN, 4)));
        receipt(
                "receipt-product-kept-out",
                "The line of its order is of an inactive product.",
                2,
                "purchase-product-kept-out",
                r -> r.line(line("purchase-product-kept-out", "product-inactive", 4))
                        .line(line("purchase-product-kept-out", 2, PLAIN, 12)));
        receipt(
                "receipt-order-waiting",
                "Its order waits for a product.",
                2,
                "purchase-product-waiting",
                r -> r.line(line("purchase-product-waiting", 2, PLAIN, 12)));
    }
}
