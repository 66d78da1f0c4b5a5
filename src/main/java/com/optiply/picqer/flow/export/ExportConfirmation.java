package com.optiply.picqer.flow.export;

import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.flow.export.Exporting.Fate;
import com.optiply.picqer.flow.export.Exporting.Step;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.walk.Gone;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.placedorder.PlacedLineReading;
import com.optiply.picqer.mapping.placedorder.PlacedOrderMapper;
import com.optiply.picqer.mapping.placedorder.PlacedOrderReading;
import com.optiply.picqer.optiply.PlacedBuyOrder;
import com.optiply.picqer.sync.export.ExportDecisions;
import com.optiply.picqer.sync.export.PlacedOrderPages;
import com.optiply.picqer.sync.run.Run;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;

/**
 * The step of {@code direct:export} right before an order is created: whether its buyer wants it still, and as it was
 * when it was listed. The orders of a page are placed one after the other, and any of them may have to wait.
 *
 * <p>Its lines are always read too: nobody knows whether Optiply calls an order changed whose lines were.
 */
public final class ExportConfirmation {
    private final ExportDecisions decisions;
    private final PlacedOrderPages pages;
    private final PlacedOrderMapper mapper;

    public ExportConfirmation(ExportDecisions decisions, PlacedOrderPages pages, PlacedOrderMapper mapper) {
        this.decisions = decisions;
        this.pages = pages;
        this.mapper = mapper;
    }

    /** Whether Optiply is still to be asked for an order that comes next, or for more of its lines. */
    public boolean isDue(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        return one.isToBeCreated() && !one.inOptiply.areLinesRead();
    }

    public OptiplyRequest next(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        one.step = Step.CONFIRM;
        return one.inOptiply.next();
    }

    public void take(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        Run run = Variables.run(exchange);
        OptiplyAnswer answer = exchange.getMessage().getBody(OptiplyAnswer.class);
        PlacedLines lines = one.inOptiply.asked();
        if (lines == null) {
            takeOrder(run, one, answer);
            return;
        }
        lines.take(answer);
        if (lines.isUnclear()) {
            park(run, one, ParkReason.LINES_NOT_LISTED, PlacedOrders.LINES_NOT_LISTED);
        } else if (lines.hasEnded()) {
            compare(run, one, pages.lines(run, lines.records()));
        }
    }

    private void takeOrder(Run run, Exporting one, OptiplyAnswer answer) {
        PlacedBuyOrder order = pages.order(run, answer.body());
        if (Gone.says(answer.status()) || order != null && order.isCompleted()) {
            one.fate = Fate.SETTLED;
            decisions.notOpen(run, one.subject());
        } else if (order == null) {
            park(run, one, ParkReason.UNCONFIRMED, "Optiply said yes, and did not show the order.");
        } else {
            one.inOptiply.take(order);
            one.inOptiply.askForLines(run);
        }
    }

    /** It is created as it was planned, or not by this run: who is changing it may not have come to the end. */
    private void compare(Run run, Exporting one, List<PlacedLineReading> lines) {
        PlacedOrderReading then = Objects.requireNonNull(one.planned).reading();
        PlacedBuyOrder order = Objects.requireNonNull(one.inOptiply.order());
        PlacedOrderReading now =
                new PlacedOrderReading(order, then.warehouse(), then.zone(), then.supplier(), then.awaitsApproval());
        boolean isTheSame = isStillToBeOrdered(order, then.order())
                && mapper.map(now, lines) instanceof Send send
                && send.attributes().json().equals(one.export.draft());
        if (isTheSame) {
            one.inOptiply.takeLines(lines);
        } else {
            park(run, one, ParkReason.CHANGED_IN_OPTIPLY, "It is not what it was when this run listed it.");
        }
    }

    /** Who made it does not change, and an answer need not say so (contract: Optiply 6, "where shown"). */
    private static boolean isStillToBeOrdered(PlacedBuyOrder now, PlacedBuyOrder then) {
        return now.placed() != null
                && now.isAssembly() == then.isAssembly()
                && Objects.equals(now.remoteId(), then.remoteId())
                && Objects.equals(now.supplier(), then.supplier());
    }

    private void park(Run run, Exporting one, ParkReason reason, String detail) {
        decisions.stuck(run, one.parked(reason, detail), null);
    }
}
