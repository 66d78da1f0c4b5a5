package com.optiply.picqer.flow.export;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.flow.export.Exporting.Fate;
import com.optiply.picqer.flow.export.Exporting.Step;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.walk.Gone;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.placedorder.PlannedDraft;
import com.optiply.picqer.optiply.PlacedBuyOrder;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.FoundPurchaseOrder;
import com.optiply.picqer.store.row.ExportState;
import com.optiply.picqer.sync.export.ExportBook;
import com.optiply.picqer.sync.export.ExportDecisions;
import com.optiply.picqer.sync.export.PlacedOrderPages;
import com.optiply.picqer.sync.run.Run;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.Exchange;

/**
 * The first steps of {@code direct:export} for one order: whether it is in Picqer already. What was sent and got no
 * answer is looked for twice before anything is created again (src/docs/decisions/18).
 */
public final class ExportSearch {
    private final ExportBook book;
    private final ExportDecisions decisions;
    private final PlacedOrderPages pages;
    private final MarkLookup lookup;

    public ExportSearch(ExportBook book, ExportDecisions decisions, PlacedOrderPages pages, MarkLookup lookup) {
        this.book = book;
        this.decisions = decisions;
        this.pages = pages;
        this.lookup = lookup;
    }

    /** Whether Optiply is still to be asked for an order that was begun some time ago: a buyer may have closed it. */
    public boolean isToBeReadInOptiply(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        return one.isToBeOrdered() && !one.inOptiply.isRead();
    }

    public OptiplyRequest nextOfOptiply(Exchange exchange) {
        return Exporting.in(exchange).inOptiply.next();
    }

    /** An order that Optiply has no more, or has as completed, is not to be bought, whatever was planned. */
    public void takeOfOptiply(Exchange exchange) {
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
            one.inOptiply.takeLines(pages.lines(run, lines.records()));
        }
    }

    private void takeOrder(Run run, Exporting one, OptiplyAnswer answer) {
        PlacedBuyOrder order = Gone.says(answer.status()) ? null : pages.order(run, answer.body());
        if (order == null && !Gone.says(answer.status())) {
            park(run, one, ParkReason.UNCONFIRMED, "Optiply said yes, and did not show the order.");
            return;
        }
        one.inOptiply.take(order);
        if (order != null && one.isResumed && one.isNotKnownToBeThere()) {
            one.inOptiply.askForLines(run);
        }
    }

    public boolean isToBeLookedFor(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        return one.isNotKnownToBeThere() && (one.search == null || !one.search.hasEnded());
    }

    public PicqerRequest nextLookup(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        one.step = Step.LOOK;
        if (one.search == null) {
            Run run = Variables.run(exchange);
            one.search = lookup.begin(run, one, one.isResumed ? book.lastSent(run, one.export) : null);
        }
        return one.search.next();
    }

    public void takeLookup(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        MarkSearch search = Objects.requireNonNull(one.search);
        search.take(one.id(), exchange.getMessage().getBody(PicqerAnswer.class));
        if (search.hasEnded()) {
            settle(Variables.run(exchange), one, search);
        }
    }

    private void settle(Run run, Exporting one, MarkSearch search) {
        Set<RemoteId> found = search.found().stream()
                .map(bearer -> new RemoteId(bearer.id().toString()))
                .collect(toSet());
        Set<RemoteId> others = book.ofOthers(run, one.id(), found);
        boolean isNoneItsOwn = others.equals(found);
        if (isNoneItsOwn && one.isDoubtful() && (found.isEmpty() || one.inOptiply.isClosed())) {
            isNotThere(run, one, search);
        } else if (!others.isEmpty()) {
            park(run, one, ParkReason.MARKED_ELSEWHERE, "Picqer's purchase order " + numbers(search.found()));
        } else if (!found.isEmpty()) {
            isThere(run, one, search.found().get(0));
        }
    }

    /** Linked, so that its import creates none; whether it is still to be bought, a buyer may have decided since. */
    private void isThere(Run run, Exporting one, FoundPurchaseOrder there) {
        boolean isOurs = one.isDoubtful() && PlannedDraft.of(one.export.draft()).isIn(there);
        one.isThereAs(there, isOurs, one.staysConcept(run));
        boolean isConcept = one.is(ExportState.CREATED);
        PlacedBuyOrder order = one.inOptiply.order();
        if (order != null) {
            book.arrived(run, order, one.inOptiply.lines(), there, one.export);
        } else if (isConcept) {
            book.moved(run, one.export); // there is nothing in Optiply to link it with
        } else {
            forget(run, one); // it is bought: the import makes an order of its own of it
        }
        if (isConcept) {
            one.reasonToLeaveConcept()
                    .ifPresent(reason -> park(run, one, reason, "Picqer's purchase order " + there.number()));
        }
    }

    /** Created again only by a second look, and only when Picqer must have been through with it by then. */
    private void isNotThere(Run run, Exporting one, MarkSearch search) {
        if (search.isPicqerThrough() && one.export.state() == ExportState.SOUGHT) {
            forget(run, one);
            return;
        }
        one.export = one.export.in(ExportState.SOUGHT);
        book.moved(run, one.export);
        park(run, one, ParkReason.UNCONFIRMED, "Picqer gave no answer to its create, and does not have it yet.");
    }

    private void forget(Run run, Exporting one) {
        book.forget(run, one.id());
        one.fate = Fate.FORGOTTEN;
    }

    private static String numbers(List<FoundPurchaseOrder> orders) {
        return orders.stream().map(FoundPurchaseOrder::number).collect(joining(", "));
    }

    private void park(Run run, Exporting one, ParkReason reason, String detail) {
        decisions.stuck(run, one.parked(reason, detail), null);
    }
}
