package com.optiply.picqer.flow.send;

import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.flow.run.DoubtedAnswersException;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.RunStoppedException;
import com.optiply.picqer.flow.run.Turns;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.walk.Gone;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.sync.inspect.Inspection;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The steps of {@code direct:comparison} and {@code direct:compare}: kind by kind all that Optiply has, then what it
 * lacks.
 */
public final class OptiplyInspection {
    private static final String INSPECTING = "inspecting";

    private final Inspection inspection;
    private final Turns turns;
    private final RunListener listener;

    public OptiplyInspection(Inspection inspection, Turns turns, RunListener listener) {
        this.inspection = inspection;
        this.turns = turns;
        this.listener = listener;
    }

    /** Where the run has got to. Confined to its thread, but for the turn, which ends with the exchange. */
    private static final class Inspecting extends SynchronizationAdapter {
        private final Deque<Run> kinds = new ArrayDeque<>();
        private final List<String> doubts = new ArrayList<>();
        private final Deque<Link> missing = new ArrayDeque<>();
        private volatile Turns.Held turn = () -> {};
        private @Nullable OptiplyListing listing;
        private long unshown;

        private OptiplyListing listing() {
            return Objects.requireNonNull(listing, "no kind is listed");
        }

        @Override
        public void onDone(Exchange exchange) {
            turn.end();
        }
    }

    /** What nothing of is known to be in Optiply need not be listed. */
    public void open(Exchange exchange) {
        Inspecting inspecting = new Inspecting();
        inspection.begin(Variables.run(exchange));
        Variables.run(exchange).ofEachKind().stream()
                .filter(inspection::isCompared)
                .forEach(inspecting.kinds::add);
        exchange.getExchangeExtension().addOnCompletion(inspecting);
        RunState.put(exchange, INSPECTING, inspecting);
    }

    public boolean hasNextKind(Exchange exchange) {
        return !of(exchange).kinds.isEmpty();
    }

    /** Waits until no flow that writes this kind is under way; those that come meanwhile wait for us. */
    public void nextKind(Exchange exchange) {
        Inspecting inspecting = of(exchange);
        Run run = inspecting.kinds.element();
        inspecting.turn = turns.alone(run.customer().name(), run.kind());
        inspecting.listing = OptiplyListing.of(run, run.kind());
    }

    public boolean hasNext(Exchange exchange) {
        return !of(exchange).listing().hasEnded();
    }

    public OptiplyRequest nextPage(Exchange exchange) {
        return of(exchange).listing().request();
    }

    /**
     * The repairs of the page. A list that turns out shorter than Optiply says it is, is read again. One that got
     * shorter meanwhile is not, as each record that it lacks is asked for alone: in a large account, a list that takes
     * an hour always does.
     */
    public List<Write> take(Exchange exchange) {
        Inspecting inspecting = of(exchange);
        Run run = inspecting.kinds.element();
        OptiplyListing listing = inspecting.listing();
        List<OptiplyRecord> page = listing.take(exchange.getMessage().getBody(OptiplyAnswer.class));
        if (listing.isShort() || listing.isEndless()) {
            listing.again();
        }
        List<Write> repairs = inspection.compare(run, page);
        listener.progressed(run);
        return repairs;
    }

    /** A list that lacks more than the guards allow is doubted, and nothing is done about what it lacks. */
    public void judgeMissing(Exchange exchange) {
        Inspecting inspecting = of(exchange);
        Run run = inspecting.kinds.element();
        inspection
                .tooMany(run)
                .ifPresentOrElse(
                        missing -> inspecting.doubts.add("Optiply's list of "
                                + run.kind().resource() + " lacks " + missing + " of the " + inspection.expected(run)
                                + " that are known to be there. That is more than the guards allow, so nothing was"
                                + " done about them. Look in Optiply. If they were really deleted there, raise"
                                + " `guards.records` or `guards.share` for one run of `comparison`."),
                        () -> inspecting.missing.addAll(inspection.missing(run, null)));
    }

    public boolean hasNextMissing(Exchange exchange) {
        return !of(exchange).missing.isEmpty();
    }

    /** Each is asked for alone: rows slip past a list that changes while it is read. */
    public OptiplyRequest nextMissing(Exchange exchange) {
        Inspecting inspecting = of(exchange);
        Link link = inspecting.missing.element();
        if (link.optiplyId() != null) {
            String path = "/" + link.kind().resource() + "/" + link.optiplyId();
            return OptiplyRequest.get(path, Query.NONE).orAnswer(Gone.STATUSES);
        }
        return OptiplyListing.withKey(inspecting.kinds.element(), inspection.lookupKey(link), "id");
    }

    /**
     * What is there after all is compared; the rest is created again, or a person is told. An answer that neither shows
     * the record nor says that it is gone leaves it as it is: the next run asks again.
     */
    public List<Write> takeMissing(Exchange exchange) {
        Inspecting inspecting = of(exchange);
        Run run = inspecting.kinds.element();
        Link link = inspecting.missing.remove();
        List<Write> repairs = new ArrayList<>();
        answered(exchange.getMessage().getBody(OptiplyAnswer.class), link)
                .ifPresentOrElse(
                        records -> {
                            repairs.addAll(inspection.compare(run, records));
                            if (link.optiplyId() == null || records.isEmpty()) {
                                inspection.gone(run, link);
                            }
                        },
                        () -> inspecting.unshown++);
        if (inspecting.missing.isEmpty()) {
            inspecting.missing.addAll(inspection.missing(run, link.remoteId()));
        }
        return repairs;
    }

    /** What Optiply has of it, be it nothing; empty where the answer does not say. */
    private static Optional<List<OptiplyRecord>> answered(OptiplyAnswer answer, Link link) {
        OptiplyId id = link.optiplyId();
        if (id != null) {
            return Gone.says(answer.status())
                    ? Optional.of(List.of())
                    : Gone.shown(answer, id).map(List::of);
        }
        return OptiplyRecord.readAll(answer.body()).filter(records -> OptiplyListing.isAll(answer, records));
    }

    public void endKind(Exchange exchange) {
        Inspecting inspecting = of(exchange);
        Run run = inspecting.kinds.remove();
        inspection.end(run);
        inspecting.turn.end();
        if (inspecting.unshown > 0) {
            inspecting.doubts.add("Optiply was asked for " + inspecting.unshown + " of its "
                    + run.kind().resource() + " that its list lacked, each alone, said yes, and did not show them. So"
                    + " nothing was done about them. The next run of `comparison` asks again.");
            inspecting.unshown = 0;
        }
    }

    /** All else has been done by now; only then the run fails over what could not be believed. */
    public void close(Exchange exchange) {
        Inspecting inspecting = of(exchange);
        if (!inspecting.kinds.isEmpty()) {
            throw new RunStoppedException();
        }
        if (!inspecting.doubts.isEmpty()) {
            throw new DoubtedAnswersException(inspecting.doubts);
        }
    }

    private static Inspecting of(Exchange exchange) {
        return RunState.required(exchange, INSPECTING, Inspecting.class);
    }
}
