package com.optiply.picqer.flow;

import static java.util.stream.Collectors.toSet;

import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.flow.Exporting.Fate;
import com.optiply.picqer.flow.Exporting.Step;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.PlannedDraft;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.optiply.PlacedBuyOrder;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.FoundPurchaseOrder;
import com.optiply.picqer.store.ExportState;
import com.optiply.picqer.sync.ExportBook;
import com.optiply.picqer.sync.ExportDecisions;
import com.optiply.picqer.sync.PlacedOrderPages;
import com.optiply.picqer.sync.Run;
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
        PlacedLines lines = one.askedLines;
        return one.isToBeOrdered() && (!one.isReadInOptiply || lines != null && !lines.hasEnded());
    }

    public OptiplyRequest nextOfOptiply(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        PlacedLines lines = one.askedLines;
        return lines == null ? one.requestOfOptiply() : lines.request();
    }

    /** An order that Optiply has no more, or has as completed, is not to be bought, whatever was planned. */
    public void takeOfOptiply(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        Run run = Variables.run(exchange);
        OptiplyAnswer answer = exchange.getMessage().getBody(OptiplyAnswer.class);
        PlacedLines lines = one.askedLines;
        if (lines != null) {
            lines.take(answer);
            one.lines = pages.lines(run, lines.records());
            return;
        }
        PlacedBuyOrder order = Gone.says(answer.status()) ? null : pages.order(run, answer.body());
        if (order == null && !Gone.says(answer.status())) {
            park(run, one, ParkReason.UNCONFIRMED, "Optiply said yes, and did not show the order.");
            return;
        }
        one.order = order;
        one.isReadInOptiply = true;
        one.isClosedInOptiply = order == null || order.isCompleted();
        if (order != null && one.isResumed && one.isNotKnownToBeThere()) {
            one.askedLines = new PlacedLines(run, one.id());
        }
    }

    private void forget(Run run, Exporting one) {
        book.forget(run, one.id());
        one.fate = Fate.FORGOTTEN;
    }

    public boolean isToBeLookedFor(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        return one.isNotKnownToBeThere() && !one.isLookedFor;
    }

    public PicqerRequest nextLookup(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        Run run = Variables.run(exchange);
        one.step = Step.LOOK;
        if (one.lookup == null) {
            one.isPicqerThrough = one.isResumed && lookup.isSettled(book.lastSent(run, one.export));
        }
        return lookup.next(run, one);
    }

    public void takeLookup(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        Run run = Variables.run(exchange);
        lookup.take(run, one, exchange.getMessage().getBody(PicqerAnswer.class));
        if (!one.isLookedFor) {
            return;
        }
        Set<RemoteId> found = one.found.stream()
                .map(bearer -> new RemoteId(bearer.id().toString()))
                .collect(toSet());
        Set<RemoteId> others = book.ofOthers(run, one.id(), found);
        boolean isNoneItsOwn = others.equals(found);
        if (isNoneItsOwn && one.isDoubtful() && (found.isEmpty() || one.isClosedInOptiply)) {
            isNotThere(run, one);
        } else if (!others.isEmpty()) {
            park(run, one, ParkReason.MARKED_ELSEWHERE, "Picqer's purchase order " + numbers(one));
        } else if (!found.isEmpty()) {
            isThere(run, one);
        }
    }

    /** Linked, so that its import creates none; whether it is still to be bought, a buyer may have decided since. */
    private void isThere(Run run, Exporting one) {
        FoundPurchaseOrder there = one.found.get(0);
        boolean isOurs = one.isDoubtful() && PlannedDraft.of(one.export.draft()).isIn(there);
        one.isThereAs(there, isOurs, one.staysConcept(run));
        boolean isConcept = one.is(ExportState.CREATED);
        if (one.order != null) {
            book.arrived(run, one.order, one.lines, there, one.export);
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
    private void isNotThere(Run run, Exporting one) {
        if (one.isPicqerThrough && one.export.state() == ExportState.SOUGHT) {
            forget(run, one);
            return;
        }
        one.export = one.export.in(ExportState.SOUGHT);
        book.moved(run, one.export);
        park(run, one, ParkReason.UNCONFIRMED, "Picqer gave no answer to its create, and does not have it yet.");
    }

    private static String numbers(Exporting one) {
        return String.join(
                ", ", one.found.stream().map(FoundPurchaseOrder::number).toList());
    }

    private void park(Run run, Exporting one, ParkReason reason, String detail) {
        one.fate = Fate.SETTLED;
        decisions.stuck(run, Park.of(Subject.of(one.id().toString(), one.label()), reason, detail), null);
    }
}
