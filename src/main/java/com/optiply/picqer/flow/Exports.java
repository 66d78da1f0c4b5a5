package com.optiply.picqer.flow;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.flow.Exporting.Fate;
import com.optiply.picqer.flow.Exporting.Step;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.Payload;
import com.optiply.picqer.optiply.PlacedBuyOrder;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.FoundPurchaseOrder;
import com.optiply.picqer.store.ExportState;
import com.optiply.picqer.sync.AccountLeases;
import com.optiply.picqer.sync.ExportBook;
import com.optiply.picqer.sync.ExportDecisions;
import com.optiply.picqer.sync.PlacedOrderPages;
import com.optiply.picqer.sync.Run;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Exchange;

/**
 * The steps of {@code direct:export} for one order: whether each is due, its request, and what its answer means. What
 * is to be done is on disk before it is sent, and what was done as soon as it is answered.
 */
public final class Exports {
    private static final String PATH = "/purchaseorders";
    private static final int NOT_FOUND = 404;

    private final ExportBook book;
    private final ExportDecisions decisions;
    private final PlacedOrderPages pages;
    private final MarkLookup lookup;
    private final AccountLeases leases;

    public Exports(
            ExportBook book,
            ExportDecisions decisions,
            PlacedOrderPages pages,
            MarkLookup lookup,
            AccountLeases leases) {
        this.book = book;
        this.decisions = decisions;
        this.pages = pages;
        this.lookup = lookup;
        this.leases = leases;
    }

    /** Whether Optiply is still to be asked for an order that an earlier run has planned. */
    public boolean isToBeReadInOptiply(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        PlacedLines lines = one.askedLines;
        return one.is(ExportState.PLANNED)
                && one.isResumed
                && (one.order == null || lines != null && !lines.hasEnded());
    }

    public OptiplyRequest nextOfOptiply(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        PlacedLines lines = one.askedLines;
        return lines == null
                ? OptiplyRequest.get("/buyOrders/" + one.id(), Query.NONE).orAnswer(NOT_FOUND)
                : lines.request(Variables.run(exchange));
    }

    /** An order that Optiply has no more is not to be created, whatever was planned. */
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
        Optional<OptiplyRecord> record = answer.body() == null || answer.status() == NOT_FOUND
                ? Optional.empty()
                : OptiplyRecord.read(answer.body().path("data"));
        record.ifPresentOrElse(
                there -> {
                    one.order =
                            PlacedBuyOrder.read(there, run.customer().optiply().coupling());
                    one.askedLines = new PlacedLines(one.id());
                },
                () -> forget(run, one));
    }

    private void forget(Run run, Exporting one) {
        book.forget(run, one.id());
        one.fate = Fate.FORGOTTEN;
    }

    public boolean isToBeLookedFor(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        return one.is(ExportState.PLANNED) && !one.isLookedFor;
    }

    /**
     * Not before Picqer must be through with whatever an earlier run has sent.
     *
     * @throws RunStoppedException when the thread is told to stop meanwhile
     */
    public PicqerRequest nextLookup(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        Run run = Variables.run(exchange);
        one.step = Step.LOOK;
        try {
            if (one.isResumed && one.lookup == null) {
                lookup.await(book.lastSent(run, one.export));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RunStoppedException();
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
        var ids = one.found.stream().map(Exports::remoteId).toList();
        if (book.isOfAnother(run, one.id(), ids)) {
            forgetPlan(run, one);
            park(run, one, ParkReason.MARKED_ELSEWHERE, "Picqer's purchase order " + numbers(one));
        } else if (!one.found.isEmpty()) {
            arrived(run, one, one.found.get(0), one.isResumed);
        } else if (one.isResumed) {
            forget(run, one);
        }
    }

    private void forgetPlan(Run run, Exporting one) {
        if (one.isResumed) {
            book.forget(run, one.id());
        }
    }

    private static String numbers(Exporting one) {
        return String.join(
                ", ", one.found.stream().map(FoundPurchaseOrder::number).toList());
    }

    /** What somebody else has put there is left as it is; what we began is brought to its end. */
    private void arrived(Run run, Exporting one, FoundPurchaseOrder found, boolean isOurs) {
        boolean isToBeMarked = isOurs && Marking.isDueFor(found, asConcept(run));
        one.export = (isOurs ? one.export : one.export.bySomebodyElse())
                .as(remoteId(found), isToBeMarked ? ExportState.CREATED : ExportState.ORDERED);
        one.isNew = true;
        one.isOurs = isOurs;
        book.arrived(run, Objects.requireNonNull(one.order), one.lines, found, one.export);
    }

    public boolean isToBeCreated(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        return one.is(ExportState.PLANNED) && !one.isResumed;
    }

    /** On disk when it returns, and only while no other process may speak to the account. */
    public PicqerRequest create(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        Run run = Variables.run(exchange);
        leases.require(run.customer().name());
        book.plan(run, one.export);
        one.step = Step.CREATE;
        return PicqerRequest.post(PATH, one.export.draft().getBytes(StandardCharsets.UTF_8));
    }

    public void created(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        Run run = Variables.run(exchange);
        PicqerAnswer answer = exchange.getMessage().getBody(PicqerAnswer.class);
        FoundPurchaseOrder.read(answer.body())
                .ifPresentOrElse(
                        found -> arrived(run, one, found, true),
                        () -> park(run, one, ParkReason.UNCONFIRMED, "Picqer's answer to the create names no id."));
    }

    /** Whether nobody knows how far it came: an earlier run was to mark it as purchased. */
    public boolean isToBeRead(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        return one.is(ExportState.CREATED) && !one.isNew;
    }

    public PicqerRequest read(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        return PicqerRequest.get(PATH + "/" + one.export.purchaseOrder(), Query.NONE)
                .orAnswer(NOT_FOUND);
    }

    /** What is gone, or does not say what it is, is a person's to settle. */
    public void takeRead(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        Run run = Variables.run(exchange);
        PicqerAnswer answer = exchange.getMessage().getBody(PicqerAnswer.class);
        String there = "Picqer's purchase order " + one.export.purchaseOrder();
        switch (Marking.afterRead(answer, asConcept(run))) {
            case DUE -> {}
            case NOT_DUE -> moved(run, one, ExportState.ORDERED);
            case UNKNOWN -> park(run, one, ParkReason.STATUS_UNKNOWN, there);
            case GONE -> {
                park(run, one, ParkReason.GONE_IN_PICQER, there); // first: what is done is not looked at again
                moved(run, one, ExportState.DONE);
            }
        }
    }

    public boolean isToBeMarked(Exchange exchange) {
        return Exporting.in(exchange).is(ExportState.CREATED);
    }

    public PicqerRequest mark(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        leases.require(Variables.run(exchange).customer().name());
        one.step = Step.MARK;
        return PicqerRequest.post(PATH + "/" + one.export.purchaseOrder() + "/mark-as-purchased", new byte[0]);
    }

    public void marked(Exchange exchange) {
        moved(Variables.run(exchange), Exporting.in(exchange), ExportState.ORDERED);
    }

    private void moved(Run run, Exporting one, ExportState state) {
        one.export = one.export.in(state);
        book.moved(run, one.export);
    }

    /** Whether Optiply is to be told the id: only where there is a coupling that it can belong to. */
    public boolean isToBeTold(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        CustomerSettings customer = Variables.run(exchange).customer();
        return one.is(ExportState.ORDERED) && customer.optiply().coupling().isPresent();
    }

    public OptiplyRequest tell(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        Run run = Variables.run(exchange);
        leases.require(run.customer().name());
        one.step = Step.TELL;
        Instant syncedTo = run.customer().sendSyncedDate() ? run.startedAt() : null;
        return OptiplyRequest.patch(
                        "/buyOrders/" + one.id(),
                        Payload.of(Kind.BUY_ORDERS, Attributes.NONE, one.export.purchaseOrder(), syncedTo))
                .orAnswer(NOT_FOUND);
    }

    /** The order has its outcome; one that Optiply has no more has nothing left to be told. */
    public void end(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        Run run = Variables.run(exchange);
        if (one.is(ExportState.ORDERED)) {
            one.export = one.export.in(ExportState.DONE);
            book.done(run, one.export, one.label(), one.adjustments);
            settled(exchange, run, one);
            one.countIn(run.tally());
        } else if (one.fate == Fate.SETTLED) {
            settled(exchange, run, one);
        }
    }

    private static void settled(Exchange exchange, Run run, Exporting one) {
        one.fate = Fate.SETTLED;
        Exporting.noteSettled(exchange, one.id());
        if (one.isResumed) {
            run.tally().read(1);
        }
    }

    private void park(Run run, Exporting one, ParkReason reason, String detail) {
        one.fate = Fate.SETTLED;
        decisions.stuck(run, Park.of(Subject.of(one.id().toString(), one.label()), reason, detail));
    }

    private static boolean asConcept(Run run) {
        return run.customer().export().asConcept();
    }

    private static RemoteId remoteId(FoundPurchaseOrder found) {
        return new RemoteId(found.id().toString());
    }
}
