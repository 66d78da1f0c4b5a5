package com.optiply.picqer.flow.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.buyorder.ExportMarkers;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.FoundPurchaseOrder;
import com.optiply.picqer.picqer.SupplierId;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Export;
import com.optiply.picqer.store.row.ExportState;
import com.optiply.picqer.sync.export.PlannedExport;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.Tally;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * One order on its way to Picqer, while a run sees to it: looked for by its mark, created, marked as purchased, told to
 * Optiply. What has been done is in its {@link Export}; this is the rest. Confined to the run's thread.
 */
final class Exporting {
    private static final String EXPORTING = "exporting";

    /** What was asked for last: its failure means something else at each step. */
    enum Step {
        READ,
        LOOK,
        CONFIRM,
        CREATE,
        MARK,
        TELL
    }

    /** How the order stands in this run. */
    enum Fate {
        UNDER_WAY,
        /** Its create got no answer that says anything: it is to be looked for once more in this run. */
        LOST,
        /** It has its outcome, and counts as read. */
        SETTLED,
        /** An earlier run wanted to create it and did not: the list decides about it anew. */
        FORGOTTEN
    }

    /** Whether an earlier run has begun it: it need not have known what became of it. */
    final boolean isResumed;
    /** As the list of open ones has brought it; null where an earlier run did. */
    @Nullable
    final PlannedExport planned;

    /** Whether this run has sent it and does not know what became of it. */
    final boolean isLost;

    final OrderInOptiply inOptiply;

    Export export;
    Step step = Step.READ;
    Fate fate = Fate.UNDER_WAY;
    /** The look for its mark; null where none was needed yet. */
    @Nullable
    MarkSearch search;

    /** Whether this run has found out that it is there. */
    boolean isNew;
    /** Whether Picqer has said in this run what it is, and nothing was asked of it since. */
    boolean isStatusKnown;
    /** Whether Optiply has said yes to an id without a word of the record: perhaps it does not have it. */
    boolean isToldInVain;
    /** What Optiply is to be told yet; null where nobody has found out. */
    @Nullable
    Deque<Told> toTell;

    private Exporting(Export export, @Nullable PlannedExport planned, boolean isLost, OrderInOptiply inOptiply) {
        this.export = export;
        this.planned = planned;
        this.isResumed = planned == null;
        this.isLost = isLost;
        this.inOptiply = inOptiply;
    }

    /** An order that the list of open ones has brought, and that nobody has tried to create. */
    static Exporting of(PlannedExport planned, Export export) {
        return new Exporting(export, planned, false, OrderInOptiply.listed(planned));
    }

    /** What an earlier run has begun. */
    static Exporting resumed(Export export) {
        return new Exporting(export, null, false, OrderInOptiply.unread(export.optiplyId()));
    }

    /** This order once more, to be looked for: this run has sent it, and got no answer. */
    Exporting lost() {
        return new Exporting(export, planned, true, inOptiply.toBeReadAgain());
    }

    static void put(Exchange exchange, Exporting exporting) {
        exchange.setProperty(EXPORTING, exporting);
    }

    static Exporting in(Exchange exchange) {
        Exporting exporting = exchange.getProperty(EXPORTING, Exporting.class);
        if (exporting == null) {
            throw new IllegalStateException("a step is missing in the route " + exchange.getFromRouteId()
                    + ": nothing has begun to export an order");
        }
        return exporting;
    }

    /** One of Optiply's records, and the id that it has in Picqer. */
    record Told(Kind kind, OptiplyId id, RemoteId remoteId) {}

    /** Whether it may be there because somebody has sent it, whatever nobody found. */
    boolean isDoubtful() {
        return isResumed || isLost;
    }

    /** Whether nobody knows that it is there. */
    boolean isNotKnownToBeThere() {
        return is(ExportState.PLANNED) || is(ExportState.SOUGHT);
    }

    /** Whether it was looked for and is not there, and nobody has sent it. */
    boolean isToBeCreated() {
        return is(ExportState.PLANNED) && !isDoubtful();
    }

    /** Whether the next thing to do would buy it, or order it once more: not before Optiply was asked. */
    boolean isToBeOrdered() {
        return isNotKnownToBeThere() || is(ExportState.CREATED);
    }

    /**
     * What we began is brought to its end; what somebody else has put there is left as it is. A concept that bears our
     * mark is not ordered, whoever put it there.
     */
    void isThereAs(FoundPurchaseOrder there, boolean byUs, boolean asConcept) {
        boolean isToBeMarked = Marking.isDueFor(there, asConcept) && (byUs || ExportMarkers.isOurs(there, id()));
        export = (byUs ? export : export.bySomebodyElse())
                .as(new RemoteId(there.id().toString()), isToBeMarked ? ExportState.CREATED : ExportState.ORDERED);
        isNew = true;
        isStatusKnown = true;
    }

    /** Whether it is to stay a concept in Picqer. One that nobody wants any more is no such one: a person decides. */
    boolean staysConcept(Run run) {
        return run.customer().export().asConcept() && !inOptiply.isClosed();
    }

    /** Why its concept in Picqer is a person's to purchase or to delete; empty where it is ours, and wanted. */
    Optional<ParkReason> reasonToLeaveConcept() {
        if (inOptiply.isClosed()) {
            return Optional.of(ParkReason.CLOSED_IN_OPTIPLY);
        }
        return export.isOurs() ? Optional.empty() : Optional.of(ParkReason.CONCEPT_IN_PICQER);
    }

    /** The supplier that it is to be created for; empty where that one has no id. */
    Optional<SupplierId> supplier() {
        JsonNode id = Attributes.parse(export.draft()).get("idsupplier");
        return id == null ? Optional.empty() : Optional.of(new SupplierId(id.asLong()));
    }

    boolean is(ExportState state) {
        return fate == Fate.UNDER_WAY && export.state() == state;
    }

    OptiplyId id() {
        return export.optiplyId();
    }

    String label() {
        return ExportMarkers.marker(id());
    }

    /** Its outcome where a person or a later run has to see to it. */
    Park parked(ParkReason reason, String detail) {
        fate = Fate.SETTLED;
        return Park.of(subject(), reason, detail);
    }

    Subject subject() {
        return Subject.of(id().toString(), label());
    }

    /** Values that were changed on the way. */
    List<Adjustment> adjustments() {
        return planned == null ? List.of() : planned.send().adjustments();
    }

    /** What somebody else had put there is only linked. */
    void countIn(Tally tally) {
        if (export.isOurs()) {
            tally.written(isNew ? Action.CREATE : Action.PATCH);
            return;
        }
        if (isNew) {
            tally.adopted();
        }
        tally.unchanged();
    }
}
