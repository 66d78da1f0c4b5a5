package com.optiply.picqer.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.ExportMarkers;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.PlacedLineReading;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.PlacedBuyOrder;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.FoundPurchaseOrder;
import com.optiply.picqer.picqer.SupplierId;
import com.optiply.picqer.store.Action;
import com.optiply.picqer.store.Export;
import com.optiply.picqer.store.ExportState;
import com.optiply.picqer.sync.PlannedExport;
import com.optiply.picqer.sync.Run;
import com.optiply.picqer.sync.Tally;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * One order on its way to Picqer, while a run sees to it: looked for by its mark, created, marked as purchased, told to
 * Optiply. What has been done is in its {@link Export}; this is the rest. Confined to the run's thread.
 */
final class Exporting {
    private static final String EXPORTING = "exporting";
    private static final String SETTLED = "exportsSettled";

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

    final boolean isResumed;
    /** What bears its mark in Picqer, the oldest first. */
    final List<FoundPurchaseOrder> found = new ArrayList<>();
    /** Values that were changed on the way. */
    final List<Adjustment> adjustments;

    Export export;
    Step step = Step.READ;
    Fate fate = Fate.UNDER_WAY;
    /** Whether this run has sent it and does not know what became of it. */
    boolean isLost;
    /** Whether this run has found out that it is there. */
    boolean isNew;
    /** Whether Picqer has said in this run what it is, and nothing was asked of it since. */
    boolean isStatusKnown;
    /** Whether Optiply has said yes to an id without a word of the record: perhaps it does not have it. */
    boolean isToldInVain;
    /** Whether it is there because this program created it. */
    boolean isOurs;

    boolean isLookedFor;
    /** Whether Optiply has said how it stands there, and nothing was waited for since. */
    boolean isReadInOptiply;
    /** Whether it was completed or deleted in Optiply: nobody wants it any more, as far as is known. */
    boolean isClosedInOptiply;

    List<PlacedLineReading> lines;

    @Nullable
    PlacedBuyOrder order;

    /** As the list of open ones has brought it; null where an earlier run did. */
    @Nullable
    final PlannedExport planned;

    @Nullable
    PlacedLines askedLines;

    @Nullable
    Stretch lookup;

    /** Whether Picqer must have been through with whatever was sent when the look for it began. */
    boolean isPicqerThrough;

    /** What Optiply is to be told yet; null where nobody has found out. */
    @Nullable
    Deque<Told> toTell;

    private Exporting(Export export, @Nullable PlannedExport planned) {
        this.export = export;
        this.planned = planned;
        this.isResumed = planned == null;
        this.isReadInOptiply = planned != null;
        this.order = planned == null ? null : planned.reading().order();
        this.lines = planned == null ? List.of() : planned.lines();
        this.adjustments = planned == null ? List.of() : planned.send().adjustments();
    }

    /** An order that the list of open ones has brought, and that nobody has tried to create. */
    static Exporting of(PlannedExport planned, Export export) {
        return new Exporting(export, planned);
    }

    /** What an earlier run has begun. */
    static Exporting resumed(Export export) {
        return new Exporting(export, null);
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

    /** The same once more, to be looked for: this run has sent it, and got no answer. */
    Exporting lost() {
        isLost = true;
        isLookedFor = false;
        isReadInOptiply = false;
        askedLines = null;
        lookup = null;
        found.clear();
        step = Step.READ;
        fate = Fate.UNDER_WAY;
        return this;
    }

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
        isOurs = byUs;
    }

    /** Whether it is to stay a concept in Picqer. One that nobody wants any more is no such one: a person decides. */
    boolean staysConcept(Run run) {
        return run.customer().export().asConcept() && !isClosedInOptiply;
    }

    /** Why its concept in Picqer is a person's to purchase or to delete; empty where it is ours, and wanted. */
    Optional<ParkReason> reasonToLeaveConcept() {
        if (isClosedInOptiply) {
            return Optional.of(ParkReason.CLOSED_IN_OPTIPLY);
        }
        return export.isOurs() ? Optional.empty() : Optional.of(ParkReason.CONCEPT_IN_PICQER);
    }

    OptiplyRequest requestOfOptiply() {
        return OptiplyRequest.get("/buyOrders/" + id(), Query.NONE).orAnswer(Gone.STATUSES);
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

    /** What somebody else had put there is only linked. */
    void countIn(Tally tally) {
        if (isNew && isOurs) {
            tally.written(Action.CREATE);
        } else if (isNew) {
            tally.adopted();
            tally.unchanged();
        } else if (!export.isOurs()) {
            tally.unchanged();
        } else {
            tally.written(Action.PATCH);
        }
    }

    /** Orders that have their outcome in this run already: the list is not to count them once more. */
    @SuppressWarnings("unchecked")
    static Set<OptiplyId> settledIn(Exchange exchange) {
        Set<OptiplyId> settled = RunState.get(exchange, SETTLED, Set.class);
        return settled == null ? Set.of() : settled;
    }

    static void noteSettled(Exchange exchange, OptiplyId order) {
        Set<OptiplyId> settled = new HashSet<>(settledIn(exchange));
        settled.add(order);
        RunState.put(exchange, SETTLED, settled);
    }
}
