package com.optiply.picqer.mapping.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.mapping.delivery.OldReceiptAllocation.Ordered;
import com.optiply.picqer.picqer.PicqerReceipt;
import com.optiply.picqer.picqer.PicqerReceiptLine;
import com.optiply.picqer.picqer.ProductId;
import com.optiply.picqer.picqer.PurchaseOrderId;
import com.optiply.picqer.picqer.PurchaseOrderLineId;
import com.optiply.picqer.picqer.ReceiptId;
import com.optiply.picqer.picqer.ReceiptLineId;
import com.optiply.picqer.picqer.Row;
import com.optiply.picqer.picqer.Row.FieldProblem;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** mapping.md, "Item deliveries": which line of its order an old receipt line belongs to. */
class OldReceiptAllocationTest {
    private static final PurchaseOrderId ORDER = new PurchaseOrderId(5120);
    private static final LocalDateTime MORNING = LocalDateTime.of(2025, 10, 14, 9, 0);
    private static final LocalDateTime NOON = LocalDateTime.of(2025, 10, 14, 12, 0);
    private static final List<Ordered> TWENTY_AND_TEN = List.of(ordered(102, 10), ordered(101, 20));

    @Test
    void theFirstLineWithRoomLeftTakesIt() {
        var found = allocate(receipt(1, MORNING, old(1, 15), old(2, 4), old(3, 1), old(4, 9)));

        assertThat(lines(found, 1, 2, 3, 4)).containsExactly(101L, 101L, 101L, 102L);
    }

    @Test
    void aLineGoesWholeToTheOneThatHasAnyRoom() {
        var found = allocate(receipt(1, MORNING, old(1, 19), old(2, 9), old(3, 1)));

        assertThat(lines(found, 1, 2, 3)).containsExactly(101L, 101L, 102L);
    }

    @Test
    void whatIsOverGoesToTheLast() {
        var found = allocate(receipt(1, MORNING, old(1, 20), old(2, 10), old(3, 1), old(4, 100)));

        assertThat(lines(found, 1, 2, 3, 4)).containsExactly(101L, 102L, 102L, 102L);
    }

    @Test
    void receiptsCountInTheOrderInWhichTheyWereMadeAndLinesInTheOrderOfTheirIds() {
        var found = allocate(
                receipt(8, NOON, old(1, 5)), receipt(9, MORNING, old(4, 5), old(3, 20)), receipt(7, NOON, old(2, 10)));

        assertThat(lines(found, 3, 4, 2, 1)).containsExactly(101L, 102L, 102L, 102L);
    }

    @Test
    void ofTwoReceiptsMadeInOneSecondTheLowerIdIsFirst() {
        var found = allocate(receipt(8, NOON, old(1, 20)), receipt(7, NOON, old(2, 20)));

        assertThat(lines(found, 2, 1)).containsExactly(101L, 102L);
    }

    @Test
    void linesThatNameTheirOrderLineTakeUpItsRoom() {
        var found = allocate(receipt(1, MORNING, named(1, 101, 20), old(2, 3)));

        assertThat(lines(found, 1, 2)).containsExactly(101L, 102L);
    }

    @Test
    void aLaterReceiptNeverMovesAnEarlierOne() {
        var before = allocate(receipt(1, MORNING, old(1, 20)));
        var after = allocate(receipt(1, MORNING, old(1, 20)), receipt(2, NOON, named(2, 101, 20)));

        assertThat(lines(after, 1)).isEqualTo(lines(before, 1)).containsExactly(101L);
    }

    @Test
    void whatWasTakenBackOrCameToNothingTakesNoRoom() {
        var found = allocate(receipt(1, MORNING, reverted(1, 20), old(2, 0), old(3, -5), old(4, 20), old(5, 1)));

        assertThat(lines(found, 4, 5)).containsExactly(101L, 102L);
        assertThat(lines(found, 1, 2, 3)).isEmpty();
    }

    @Test
    void anUnreadableLineTakesNoRoom() {
        Row<PicqerReceiptLine> unreadable =
                new Row.Unreadable<>("1", "1", List.of(new FieldProblem("amount", null, "a whole number")));
        var found = allocate(receipt(1, ORDER, MORNING, List.of(unreadable, row(old(2, 1)))));

        assertThat(lines(found, 2)).containsExactly(101L);
    }

    @Test
    void eachProductFillsItsOwnLines() {
        List<Ordered> ordered = List.of(ordered(101, 20), new Ordered(line(103), new ProductId(2), 5));
        var found = OldReceiptAllocation.of(
                ORDER, ordered, List.of(receipt(1, MORNING, old(1, 20), line(2, null, null, 2, 1, null), old(3, 1))));

        assertThat(lines(found, 1, 2, 3)).containsExactly(101L, 103L, 101L);
    }

    @Test
    void aProductThatWasNotOrderedHasNoLine() {
        var found = allocate(receipt(1, MORNING, line(1, null, null, 2, 5, null)));

        assertThat(found.lineOf(new ReceiptLineId(1))).isEmpty();
    }

    @Test
    void anOrderLineOfNothingIsNeverTheLast() {
        List<Ordered> ordered = List.of(ordered(101, 20), ordered(102, 0));
        var found = OldReceiptAllocation.of(ORDER, ordered, List.of(receipt(1, MORNING, old(1, 20), old(2, 1))));

        assertThat(lines(found, 1, 2)).containsExactly(101L, 101L);
    }

    @Test
    void linesOfOtherOrdersTakeNoRoom() {
        PurchaseOrderId other = new PurchaseOrderId(5121);
        var found = allocate(
                receipt(1, MORNING, line(1, null, other, 1, 20, null), old(2, 20)),
                receipt(2, other, MORNING, List.of(row(old(3, 20)))),
                receipt(3, other, NOON, List.of(row(line(4, null, ORDER, 1, 1, null)))));

        assertThat(lines(found, 2, 4)).containsExactly(101L, 102L);
        assertThat(found.lineOf(new ReceiptLineId(1))).isEmpty();
        assertThat(found.lineOf(new ReceiptLineId(3))).isEmpty();
    }

    private static OldReceiptAllocation allocate(PicqerReceipt... receipts) {
        return OldReceiptAllocation.of(ORDER, TWENTY_AND_TEN, List.of(receipts));
    }

    private static List<Long> lines(OldReceiptAllocation found, long... receiptLines) {
        return Arrays.stream(receiptLines)
                .mapToObj(ReceiptLineId::new)
                .map(found::lineOf)
                .flatMap(Optional::stream)
                .map(PurchaseOrderLineId::value)
                .toList();
    }

    private static PurchaseOrderLineId line(long id) {
        return new PurchaseOrderLineId(id);
    }

    private static Ordered ordered(long line, long amount) {
        return new Ordered(line(line), new ProductId(1), amount);
    }

    private static PicqerReceipt receipt(long id, LocalDateTime created, PicqerReceiptLine... lines) {
        return receipt(
                id,
                ORDER,
                created,
                Stream.of(lines).map(OldReceiptAllocationTest::row).toList());
    }

    private static PicqerReceipt receipt(
            long id, PurchaseOrderId order, LocalDateTime created, List<Row<PicqerReceiptLine>> lines) {
        return new PicqerReceipt(new ReceiptId(id), null, order, null, created, null, lines);
    }

    private static Row<PicqerReceiptLine> row(PicqerReceiptLine line) {
        return new Row.Read<>(line.idreceiptProduct().toString(), line);
    }

    private static PicqerReceiptLine old(long id, long amount) {
        return line(id, null, null, 1, amount, null);
    }

    private static PicqerReceiptLine named(long id, long orderLine, long amount) {
        return line(id, line(orderLine), null, 1, amount, null);
    }

    private static PicqerReceiptLine reverted(long id, long amount) {
        return line(id, null, null, 1, amount, NOON);
    }

    private static PicqerReceiptLine line(
            long id,
            PurchaseOrderLineId orderLine,
            PurchaseOrderId order,
            long product,
            long amount,
            LocalDateTime reverted) {
        return new PicqerReceiptLine(
                new ReceiptLineId(id), orderLine, order, new ProductId(product), null, amount, null, reverted);
    }
}
