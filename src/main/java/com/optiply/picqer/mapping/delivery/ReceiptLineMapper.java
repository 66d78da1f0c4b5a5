package com.optiply.picqer.mapping.delivery;

import com.optiply.picqer.mapping.Awaited;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.LocalTimes;
import com.optiply.picqer.mapping.ParkReason;
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
        return Send.of(reading.subject(), mapped.attributes(), List.of()).restingOn(reading.grounds());
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

    /** For the order where it is named, since one that is kept out brings none of its lines; else for the line. */
    private static Decision waits(ReceiptLineReading reading) {
        PurchaseOrderId order = reading.line().orderWithin(reading.receipt());
        return order == null
                ? waits(
                        reading,
                        new Awaited(
                                Kind.BUY_ORDER_LINES, new RemoteId(line(reading).toString())))
                : waits(reading, new Awaited(Kind.BUY_ORDERS, new RemoteId(order.toString())));
    }

    private static Decision waits(ReceiptLineReading reading, Awaited awaited) {
        String what = reading.orderLine() == null
                ? "purchase order " + awaited.remoteId()
                : "purchase order line " + reading.orderLine();
        return new Park(reading.subject(), ParkReason.WAITS_FOR_ORDER, what + " is not in Optiply", awaited);
    }

    private static PurchaseOrderLineId line(ReceiptLineReading reading) {
        return Objects.requireNonNull(reading.orderLine(), "a rule keeps out what no order stands behind");
    }

    private static Decision notForThisMapper(ReceiptLineReading reading) {
        PicqerReceiptLine line = reading.line();
        throw new IllegalArgumentException("a rule keeps receipt line " + line.idreceiptProduct() + " out");
    }
}
