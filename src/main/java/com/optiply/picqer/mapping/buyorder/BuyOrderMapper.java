package com.optiply.picqer.mapping.buyorder;

import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Adjustment.Rule;
import com.optiply.picqer.mapping.Awaited;
import com.optiply.picqer.mapping.Days;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.Decision.OnFixedChange;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.Ground;
import com.optiply.picqer.mapping.LocalTimes;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.WhenSent;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyBuyOrder;
import com.optiply.picqer.optiply.OptiplyBuyOrderLine;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.PicqerPurchaseOrder;
import com.optiply.picqer.picqer.PurchaseOrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns a Picqer purchase order that no rule keeps out, with what was decided about its lines, into an Optiply buy
 * order (mapping.md, "Buy orders"). An order goes whole or not at all: one line that waits, and all of it waits.
 *
 * <p>Pure; one instance serves every customer and thread.
 */
public final class BuyOrderMapper {

    /** One decision about the order; {@code lines} are decisions about its lines, those removed in Picqer too. */
    public Decision map(PurchaseOrderReading reading, List<? extends Decision> lines) {
        List<Send> sent = only(Send.class, lines);
        List<Park> waiting = only(Park.class, lines);
        if (sent.isEmpty() && waiting.isEmpty()) {
            return withoutLines(reading, lines);
        }
        return reading.supplier()
                .fold(
                        supplier -> waiting.isEmpty()
                                ? send(reading, supplier, sent, lines)
                                : waitsForLines(reading, waiting),
                        reason -> waitsForSupplier(reading, waiting),
                        () -> waitsForSupplier(reading, waiting),
                        () -> waitsForSupplier(reading, waiting));
    }

    private static <D extends Decision> List<D> only(Class<D> kind, List<? extends Decision> lines) {
        return lines.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Decision send(
            PurchaseOrderReading reading, OptiplyId supplier, List<Send> sent, List<? extends Decision> lines) {
        PicqerPurchaseOrder order = reading.order();
        OptiplyBuyOrder mapped = new OptiplyBuyOrder(
                supplier,
                LocalTimes.moment(order.created(), reading.zone()),
                completed(reading),
                LocalTimes.startOf(order.deliveryDate(), reading.zone()),
                sent.stream().map(BuyOrderMapper::subtotal).reduce(BigDecimal.ZERO, BigDecimal::add));
        Send send = Send.of(reading.subject(), mapped.attributes(), adjustments(reading))
                .withLines(lines);
        return reading.isOptiplysOwn() ? ofOptiplysOwn(reading, send) : send;
    }

    /**
     * When it was placed Optiply knows best: in Picqer it was created a little later, perhaps on another day. As long
     * as it is a concept there it is not ordered, and does not open again what its buyer has completed meanwhile.
     */
    private static Send ofOptiplysOwn(PurchaseOrderReading reading, Send send) {
        boolean isConcept = reading.order().status() == PurchaseOrderStatus.CONCEPT;
        return send.onFixedChange(OnFixedChange.PARK)
                .leaving(
                        isConcept
                                ? Set.of(OptiplyBuyOrder.PLACED, OptiplyBuyOrder.COMPLETED)
                                : Set.of(OptiplyBuyOrder.PLACED))
                .comparingDays(new Days(reading.zone(), Set.of(OptiplyBuyOrder.EXPECTED_DELIVERY_DATE)));
    }

    private static @Nullable Instant completed(PurchaseOrderReading reading) {
        PicqerPurchaseOrder order = reading.order();
        return order.status().isOver() ? LocalTimes.moment(order.updated(), reading.zone()) : null;
    }

    private static BigDecimal subtotal(Send line) {
        return line.attributes()
                .toNode()
                .required(OptiplyBuyOrderLine.SUBTOTAL_VALUE)
                .decimalValue();
    }

    private static List<Adjustment> adjustments(PurchaseOrderReading reading) {
        OptiplyId copied = reading.copiedFrom();
        List<Adjustment> adjustments = new ArrayList<>();
        if (copied != null) {
            adjustments.add(new Adjustment(Rule.MARKER_COPIED, ExportMarkers.marker(copied), ""));
        }
        return adjustments;
    }

    /** What Optiply itself made is never deleted here: that would take an order out of its buyer's hands. */
    private static Decision withoutLines(PurchaseOrderReading reading, List<? extends Decision> lines) {
        WhenSent whenSent = reading.isOptiplysOwn() ? WhenSent.LEFT : WhenSent.DELETED;
        return new Filter(reading.subject(), FilterReason.NO_LINES, whenSent).restingOn(Ground.ofAll(lines));
    }

    private static Decision waitsForLines(PurchaseOrderReading reading, List<Park> waiting) {
        Park first = waiting.get(0);
        return new Park(reading.subject(), first.reason(), details(waiting), first.awaits());
    }

    private static Decision waitsForSupplier(PurchaseOrderReading reading, List<Park> waiting) {
        RemoteId supplier = Objects.requireNonNull(reading.supplierKey(), "a rule keeps out what names none");
        String detail = "supplier " + supplier + " is not in Optiply";
        return new Park(
                reading.subject(),
                ParkReason.WAITS_FOR_SUPPLIER,
                waiting.isEmpty() ? detail : detail + "; " + details(waiting),
                new Awaited(Kind.SUPPLIERS, supplier));
    }

    private static String details(List<Park> waiting) {
        return waiting.stream().map(Park::detail).collect(Collectors.joining("; "));
    }
}
