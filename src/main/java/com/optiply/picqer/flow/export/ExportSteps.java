package com.optiply.picqer.flow.export;

import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.flow.export.Exporting.Fate;
import com.optiply.picqer.flow.export.Exporting.Step;
import com.optiply.picqer.flow.export.Exporting.Told;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.walk.Gone;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.Payload;
import com.optiply.picqer.picqer.FoundPurchaseOrder;
import com.optiply.picqer.store.row.Export;
import com.optiply.picqer.store.row.ExportState;
import com.optiply.picqer.sync.export.ExportBook;
import com.optiply.picqer.sync.export.ExportDecisions;
import com.optiply.picqer.sync.run.AccountLeases;
import com.optiply.picqer.sync.run.Run;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.apache.camel.Exchange;

/**
 * The steps of {@code direct:export} for one order that is not in Picqer, or not as it shall be: whether each is due,
 * its request, and what its answer means. What is to be done is on disk before it is sent, and what was done as soon as
 * it is answered.
 */
public final class ExportSteps {
    private static final String PATH = "/purchaseorders";
    private static final int NO_CONTENT = 204;

    private final ExportBook book;
    private final ExportDecisions decisions;
    private final AccountLeases leases;

    public ExportSteps(ExportBook book, ExportDecisions decisions, AccountLeases leases) {
        this.book = book;
        this.decisions = decisions;
        this.leases = leases;
    }

    public boolean isToBeCreated(Exchange exchange) {
        return Exporting.in(exchange).isToBeCreated();
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

    /** What an answer without an id says is that it may be there. */
    public void created(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        Run run = Variables.run(exchange);
        PicqerAnswer answer = exchange.getMessage().getBody(PicqerAnswer.class);
        FoundPurchaseOrder.read(answer.body())
                .ifPresentOrElse(
                        found -> {
                            one.isThereAs(found, true, one.staysConcept(run));
                            book.arrived(
                                    run,
                                    Objects.requireNonNull(one.inOptiply.order()),
                                    one.inOptiply.lines(),
                                    found,
                                    one.export);
                        },
                        () -> one.fate = Fate.LOST);
    }

    /** Whether nobody knows how far it came: this run or an earlier one was to mark it as purchased. */
    public boolean isToBeRead(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        return one.is(ExportState.CREATED) && !one.isStatusKnown;
    }

    public PicqerRequest read(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        one.step = Step.READ;
        return PicqerRequest.get(PATH + "/" + one.export.purchaseOrder(), Query.NONE)
                .orAnswer(Gone.STATUSES);
    }

    /** What is gone, or does not say what it is, is a person's to settle. */
    public void takeRead(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        Run run = Variables.run(exchange);
        PicqerAnswer answer = exchange.getMessage().getBody(PicqerAnswer.class);
        String there = "Picqer's purchase order " + one.export.purchaseOrder();
        switch (Marking.afterRead(answer, one.staysConcept(run))) {
            case DUE -> isConcept(run, one, there);
            case NOT_DUE -> moved(run, one, ExportState.ORDERED);
            case UNKNOWN -> park(run, one, ParkReason.STATUS_UNKNOWN, there);
            case GONE -> {
                if (!one.inOptiply.isClosed()) {
                    park(run, one, ParkReason.GONE_IN_PICQER, there); // first: what is done is not looked at again
                }
                moved(run, one, ExportState.DONE);
            }
        }
    }

    private void isConcept(Run run, Exporting one, String there) {
        one.isStatusKnown = true;
        one.reasonToLeaveConcept().ifPresent(reason -> park(run, one, reason, there));
    }

    public boolean isToBeMarked(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        return one.is(ExportState.CREATED) && one.export.isOurs();
    }

    public PicqerRequest mark(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        leases.require(Variables.run(exchange).customer().name());
        one.step = Step.MARK;
        return PicqerRequest.post(PATH + "/" + one.export.purchaseOrder() + "/mark-as-purchased", new byte[0]);
    }

    /** A yes that does not say what the order is by now is not believed: it is read once more. */
    public void marked(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        Run run = Variables.run(exchange);
        PicqerAnswer answer = exchange.getMessage().getBody(PicqerAnswer.class);
        one.isStatusKnown = false;
        if (Marking.afterRead(answer, one.staysConcept(run)) == Marking.NOT_DUE) {
            one.export = one.export.in(ExportState.ORDERED);
            book.ordered(run, one.export);
        }
    }

    private void moved(Run run, Exporting one, ExportState state) {
        one.export = one.export.in(state);
        book.moved(run, one.export);
    }

    /** Whether Optiply is to be told the ids: only where there is a coupling that they can belong to. */
    public boolean isToBeTold(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        Run run = Variables.run(exchange);
        if (!one.is(ExportState.ORDERED) || run.customer().optiply().coupling().isEmpty()) {
            return false;
        }
        if (one.toTell == null) {
            one.toTell = toTell(run, one.export);
        }
        return !one.toTell.isEmpty();
    }

    private Deque<Told> toTell(Run run, Export export) {
        Deque<Told> toTell = new ArrayDeque<>();
        toTell.add(new Told(Kind.BUY_ORDERS, export.optiplyId(), Objects.requireNonNull(export.purchaseOrder())));
        book.lines(run, export)
                .forEach(line -> toTell.add(
                        new Told(Kind.BUY_ORDER_LINES, Objects.requireNonNull(line.optiplyId()), line.remoteId())));
        return toTell;
    }

    public OptiplyRequest tell(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        Run run = Variables.run(exchange);
        leases.require(run.customer().name());
        one.step = Step.TELL;
        Told next = Objects.requireNonNull(one.toTell).remove();
        Instant syncedTo = run.customer().sendSyncedDate() ? run.startedAt() : null;
        return OptiplyRequest.patch(
                        "/" + next.kind().resource() + "/" + next.id(),
                        Payload.of(next.kind(), Attributes.NONE, next.remoteId(), syncedTo))
                .orAnswer(Gone.STATUSES);
    }

    /** What it has no more has nothing left to be told. */
    public void told(Exchange exchange) {
        OptiplyAnswer answer = exchange.getMessage().getBody(OptiplyAnswer.class);
        boolean saysYes = answer.status() == NO_CONTENT
                || Gone.says(answer.status())
                || answer.body() != null
                        && OptiplyRecord.read(answer.body().path("data")).isPresent();
        if (!saysYes) {
            Exporting.in(exchange).isToldInVain = true;
        }
    }

    /** The order has come to where it shall be, or to where somebody has to see to it. */
    public void end(Exchange exchange) {
        Exporting one = Exporting.in(exchange);
        Run run = Variables.run(exchange);
        if (one.is(ExportState.CREATED)) {
            park(run, one, ParkReason.UNCONFIRMED, "Picqer said yes, and did not mark it as purchased.");
        } else if (one.is(ExportState.ORDERED) && one.isToldInVain) {
            park(run, one, ParkReason.UNCONFIRMED, "Optiply said yes, and not of which record.");
        } else if (one.is(ExportState.ORDERED)) {
            one.export = one.export.in(ExportState.DONE);
            book.done(run, one.export, one.label(), one.adjustments());
            one.countIn(run.tally());
            one.fate = Fate.SETTLED;
        }
    }

    private void park(Run run, Exporting one, ParkReason reason, String detail) {
        decisions.stuck(run, one.parked(reason, detail), null);
    }
}
