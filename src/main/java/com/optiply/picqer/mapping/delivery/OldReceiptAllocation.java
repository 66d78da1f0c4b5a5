package com.optiply.picqer.mapping.delivery;

import com.optiply.picqer.picqer.PicqerPurchaseOrder;
import com.optiply.picqer.picqer.PicqerPurchaseOrderLine;
import com.optiply.picqer.picqer.PicqerReceipt;
import com.optiply.picqer.picqer.PicqerReceiptLine;
import com.optiply.picqer.picqer.ProductId;
import com.optiply.picqer.picqer.PurchaseOrderId;
import com.optiply.picqer.picqer.PurchaseOrderLineId;
import com.optiply.picqer.picqer.ReceiptLineId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which line of a purchase order an old receipt line belongs to, where that names only the order and the product
 * (mapping.md, "Item deliveries"): the first with room left, in the order of their ids; what is over goes to the last.
 *
 * <p>Goods are booked in the order in which they came, so a later receipt never moves an earlier one. A line of a
 * receipt goes to one line whole. Lines that name their order line take up its room, too; what was taken back, or came
 * to nothing, takes none. An order line of nothing has no room, and is not the last.
 */
public final class OldReceiptAllocation {
    private final Map<ProductId, TreeMap<Long, Long>> room = new HashMap<>();
    private final Map<ReceiptLineId, PurchaseOrderLineId> found = new HashMap<>();

    private OldReceiptAllocation(List<Ordered> ordered) {
        ordered.stream().filter(line -> line.amount() > 0).forEach(line -> room.computeIfAbsent(
                        line.product(), product -> new TreeMap<>())
                .put(line.line().value(), line.amount()));
    }

    /** A line of the purchase order, as far as it matters here. */
    public record Ordered(PurchaseOrderLineId line, ProductId product, long amount) {
        private static Ordered of(PicqerPurchaseOrderLine line) {
            return new Ordered(line.idpurchaseorderProduct(), line.idproduct(), line.amount());
        }
    }

    /** For all products of an order, from all its receipts. */
    public static OldReceiptAllocation of(PicqerPurchaseOrder order, List<PicqerReceipt> receipts) {
        return of(
                order.idpurchaseorder(), order.lines().stream().map(Ordered::of).toList(), receipts);
    }

    /**
     * For all products of an order whose lines are known from elsewhere.
     *
     * @param receipts all that hold lines of the order, in any sequence; what they hold of other orders does not count
     */
    public static OldReceiptAllocation of(PurchaseOrderId order, List<Ordered> ordered, List<PicqerReceipt> receipts) {
        OldReceiptAllocation allocation = new OldReceiptAllocation(ordered);
        receipts.stream()
                .sorted(Comparator.comparing(PicqerReceipt::created)
                        .thenComparing(receipt -> receipt.idreceipt().value()))
                .flatMap(receipt -> lines(receipt).filter(line -> order.equals(line.orderWithin(receipt))))
                .forEach(allocation::book);
        return allocation;
    }

    /** Empty when the order has no line with an amount of that product, or when the receipt line was not booked. */
    public Optional<PurchaseOrderLineId> lineOf(ReceiptLineId receiptLine) {
        return Optional.ofNullable(found.get(receiptLine));
    }

    private static Stream<PicqerReceiptLine> lines(PicqerReceipt receipt) {
        List<PicqerReceiptLine> read = new ArrayList<>();
        receipt.lines().forEach(row -> row.fold(read::add, unreadable -> false));
        return read.stream()
                .filter(line -> !line.isReverted() && line.amount() > 0)
                .sorted(Comparator.comparing(line -> line.idreceiptProduct().value()));
    }

    private void book(PicqerReceiptLine line) {
        TreeMap<Long, Long> left = room.get(line.idproduct());
        if (left == null) {
            return;
        }
        PurchaseOrderLineId named = line.idpurchaseorderProduct();
        long orderLine = named == null ? firstWithRoom(left) : named.value();
        left.computeIfPresent(orderLine, (id, amount) -> amount - line.amount());
        found.put(line.idreceiptProduct(), new PurchaseOrderLineId(orderLine));
    }

    private static long firstWithRoom(TreeMap<Long, Long> left) {
        return left.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(left::lastKey);
    }
}
