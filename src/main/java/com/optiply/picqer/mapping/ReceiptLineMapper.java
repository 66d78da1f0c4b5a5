package com.optiply.picqer.mapping;

import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyReceiptLine;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.PicqerReceipt;
import com.optiply.picqer.picqer.PicqerReceiptLine;
import com.optiply.picqer.picqer.PurchaseOrderId;
import com.optiply.picqer.picqer.PurchaseOrderLineId;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

/**
 * Turns a line of a Picqer receipt that no rule keeps out into an Optiply item delivery (mapping.md, "Item
 * deliveries"). Pure; one instance serves every customer and thread.
 */
public final class ReceiptLineMapper {

    public Decision map(ReceiptLineReading reading) {
        return reading.buyOrderLine()
                .fold(
                        orderLine -> send(reading, orderLine),
                        reason -> notForThisMapper(reading),
                        () -> waits(reading),
                        () -> notForThisMapper(reading));
    }

    private static Decision send(ReceiptLineReading reading, OptiplyId orderLine) {
        OptiplyReceiptLine mapped = new OptiplyReceiptLine(
                orderLine,
                LocalTimes.moment(received(reading), reading.zone()),
                reading.line().amount());
        return Send.of(reading.subject(), mapped.attributes(), List.of());
    }

    /** When the line says, else when its receipt was completed, else when that was begun. */
    private static LocalDateTime received(ReceiptLineReading reading) {
        PicqerReceipt receipt = reading.receipt();
        LocalDateTime ofLine = reading.line().createdAt();
        if (ofLine != null) {
            return ofLine;
        }
        LocalDateTime completed = receipt.completedAt();
        return completed == null ? receipt.created() : completed;
    }

    /** For the line of the order where that is known, else for the order. */
    private static Decision waits(ReceiptLineReading reading) {
        PurchaseOrderLineId line = reading.orderLine();
        return line == null
                ? waits(reading, "purchase order " + order(reading), Kind.BUY_ORDERS, order(reading))
                : waits(reading, "purchase order line " + line, Kind.BUY_ORDER_LINES, line.toString());
    }

    private static Decision waits(ReceiptLineReading reading, String what, Kind kind, String id) {
        return new Park(
                reading.subject(),
                ParkReason.WAITS_FOR_ORDER,
                what + " is not in Optiply",
                new Awaited(kind, new RemoteId(id)));
    }

    private static String order(ReceiptLineReading reading) {
        PurchaseOrderId order = reading.line().orderWithin(reading.receipt());
        return Objects.requireNonNull(order, "a rule keeps out what no order stands behind")
                .toString();
    }

    private static Decision notForThisMapper(ReceiptLineReading reading) {
        PicqerReceiptLine line = reading.line();
        throw new IllegalArgumentException("a rule keeps receipt line " + line.idreceiptProduct() + " out");
    }
}
