package com.optiply.picqer.sync.dropped;

import static com.optiply.picqer.optiply.OptiplySupplierProduct.PREFERRED;
import static java.util.stream.Collectors.partitioningBy;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.CustomerSettings.WriteScope;
import com.optiply.picqer.mapping.preference.PreferenceReason;
import com.optiply.picqer.mapping.preference.PreferenceRejection;
import com.optiply.picqer.mapping.preference.PreferenceRules;
import com.optiply.picqer.mapping.preference.PreferenceRules.Step;
import com.optiply.picqer.mapping.supplier.SupplierNames;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.store.row.DroppedFile;
import com.optiply.picqer.store.row.DroppedPair;
import com.optiply.picqer.store.row.DroppedRow;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RowOutcome;
import com.optiply.picqer.sync.link.LinkStates;
import com.optiply.picqer.sync.link.UsersPairs;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Fence;
import com.optiply.picqer.sync.run.Run;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges the rows of a dropped file, page by page (mapping.md, "Bulk preferred suppliers"). What nothing has to be
 * written for has its outcome at once; what is about to be written is noted on disk before. Thread-safe.
 */
public final class PreferredSuppliers {
    private static final int PAGE_ROWS = 100;
    private static final Pattern PICQERS_ID = Pattern.compile("\\d{1,18}");

    private final Store store;
    private final Clock clock;

    public PreferredSuppliers(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** All suppliers of the customer, to be asked for once a run. */
    public KnownSuppliers suppliers(CustomerName customer) {
        return store.read(tx -> KnownSuppliers.of(tx, customer));
    }

    /**
     * The next rows without an outcome.
     *
     * @param isWanted those that say TRUE, or those that say FALSE
     * @param after the number of the last row of the page before; 0: from the beginning
     */
    public List<DroppedRow> page(DroppedFile file, boolean isWanted, long after) {
        return store.read(tx -> tx.droppedRows().open(file.id(), isWanted ? 1 : 0, after, PAGE_ROWS));
    }

    /** The rows of the page that something has to be written for; on disk as such when this returns. */
    public List<ChosenPair> judge(Run run, DroppedFile file, KnownSuppliers suppliers, List<DroppedRow> rows) {
        CustomerSettings customer = run.customer();
        PreferenceFacts facts = store.read(tx -> PreferenceFacts.of(tx, customer.name(), suppliers, rows));
        boolean isWritten = file.purpose() != DropPurpose.PREVIEW && customer.writes() != WriteScope.OFF;
        List<DroppedRow> settled = new ArrayList<>();
        List<ChosenPair> named = new ArrayList<>();
        for (DroppedRow row : rows) {
            new Judgement(customer, facts, row).fold(settled, named);
        }
        Map<Boolean, List<ChosenPair>> bySo = named.stream().collect(partitioningBy(one -> one.step() == Step.NOTHING));
        List<ChosenPair> so = bySo.get(true);
        List<ChosenPair> chosen = bySo.get(false);
        List<DroppedRow> marked = new ArrayList<>(settled);
        so.forEach(one -> marked.add(one.row().with(outcome(one.step()))));
        List<ChosenPair> written = isWritten ? chosen : List.of();
        if (!isWritten) {
            chosen.forEach(one -> marked.add(one.row().with(unwritten(file, one.step()))));
        }
        written.forEach(one -> marked.add(one.row().with(RowOutcome.UNDER_WAY)));
        long done = (long) marked.size() - written.size();
        Consumer<Transaction> saving = tx -> {
            tx.droppedRows().settle(marked);
            tx.droppedFiles().settled(file.id(), done);
            new ChosenLinks(run, facts, clock.instant()).save(tx, written);
            SettledRows.noteWithdrawn(tx, run, isWritten ? so : List.of());
        };
        if (written.isEmpty()) {
            store.saveRelaxed(Fence.within(run, saving)); // a power failure costs their judging, and nothing was sent
        } else {
            store.saveDurably(Fence.within(run, saving));
        }
        return written;
    }

    private static RowOutcome unwritten(DroppedFile file, Step step) {
        return file.purpose() == DropPurpose.PREVIEW ? outcome(step) : RowOutcome.WITHHELD;
    }

    /** What a row comes to when everything that it asks for was acknowledged. */
    static RowOutcome outcome(Step step) {
        return switch (step) {
            case NOTHING -> RowOutcome.UNCHANGED;
            case OPTIPLY -> RowOutcome.PREFERRED;
            case PICQER_FIRST -> RowOutcome.PREFERRED_IN_BOTH;
            case OPTIPLY_IN_SPITE -> RowOutcome.PREFERRED_IN_OPTIPLY_ONLY;
            case TAKE_AWAY -> RowOutcome.TAKEN_AWAY;
        };
    }

    /** What Optiply has to be told of these rows still, whatever it was told before. */
    public List<Write> writes(Run run, List<ChosenPair> chosen) {
        Map<RemoteId, Link> links = links(run, chosen);
        List<Write> writes = new ArrayList<>();
        for (ChosenPair one : chosen) {
            add(writes, links.get(one.pair().remoteId()), one.row().isWanted());
            one.others().stream()
                    .map(other -> links.get(other.remoteId()))
                    .filter(other -> one.step() != Step.PICQER_FIRST || isUsers(other))
                    .forEach(other -> add(writes, other, false));
        }
        run.tally().read(writes.size());
        return writes;
    }

    /** A former supplier's pair is told by the comparison, which the guards look at; one that users made is not. */
    private static boolean isUsers(@Nullable Link link) {
        return link != null && UsersPairs.isUsers(link);
    }

    Map<RemoteId, Link> links(Run run, List<ChosenPair> chosen) {
        List<RemoteId> ids =
                chosen.stream().flatMap(one -> one.remoteIds().stream()).toList();
        return store.read(tx -> tx.links().find(run.customer().name(), Kind.SUPPLIER_PRODUCTS, ids));
    }

    private static void add(List<Write> writes, @Nullable Link link, boolean isPreferred) {
        if (link == null
                || link.optiplyId() == null
                || LinkStates.isPreferred(link).equals(Optional.of(isPreferred))) {
            return;
        }
        Attributes change = Attributes.builder().flag(PREFERRED, isPreferred).build();
        Attributes after = LinkStates.acknowledged(link).with(change);
        writes.add(Write.patch(link, after, change, link.standing(), link.reason()));
    }

    /** One row next to all that is known about it. */
    private record Judgement(CustomerSettings customer, PreferenceFacts facts, DroppedRow row) {
        void fold(List<DroppedRow> settled, List<ChosenPair> named) {
            Link product = facts.product(row);
            SupplierNames.Named supplier = facts.supplier(row);
            DroppedPair pair = product == null || supplier == null ? null : facts.pair(product, supplier);
            if (product == null || supplier == null || pair == null) {
                PreferenceRejection rejection = facts.against(row);
                settled.add(row.rejected(rejection.reason().code(), rejection.detail()));
                return;
            }
            DroppedRow wanted = row.isWanted() ? null : facts.wanted(row);
            if (wanted != null && !isDecided(wanted)) {
                return; // the row that wants another supplier is tried again, and this one after it
            }
            judge(product, supplier, pair, wanted)
                    .ifPresentOrElse(
                            rejection ->
                                    settled.add(row.rejected(rejection.reason().code(), rejection.detail())),
                            () -> named.add(decide(product, supplier, pair)));
        }

        private static boolean isDecided(DroppedRow wanted) {
            return wanted.outcome() != RowOutcome.OPEN && wanted.outcome() != RowOutcome.UNDER_WAY;
        }

        private Optional<PreferenceRejection> judge(
                Link product, SupplierNames.Named supplier, DroppedPair pair, @Nullable DroppedRow wanted) {
            if (wanted != null && isOf(supplier, wanted)) {
                return rejection(PreferenceReason.CONTRADICTION, wanted);
            }
            if (wanted != null && wanted.outcome() == RowOutcome.REJECTED && pair.isPreferred()) {
                return rejection(PreferenceReason.LEFT_WITHOUT, wanted);
            }
            Step step = step(product, supplier, pair);
            return step == Step.PICQER_FIRST
                            && !PICQERS_ID.matcher(supplier.id().value()).matches()
                    ? Optional.of(new PreferenceRejection(PreferenceReason.SUPPLIER_NOT_IN_PICQER, supplier.name()))
                    : Optional.empty();
        }

        /** Whether the other row names the same supplier, by whichever of its names. */
        private boolean isOf(SupplierNames.Named supplier, DroppedRow other) {
            SupplierNames.Named theirs = facts.supplier(other);
            return theirs != null && theirs.id().equals(supplier.id());
        }

        private static Optional<PreferenceRejection> rejection(PreferenceReason reason, DroppedRow other) {
            return Optional.of(new PreferenceRejection(reason, Long.toString(other.number())));
        }

        private Step step(Link product, SupplierNames.Named supplier, DroppedPair pair) {
            return PreferenceRules.step(
                    row.isWanted(),
                    new PreferenceRules.Facts(
                            pair.isPreferred(),
                            facts.others(pair).isEmpty(),
                            facts.isPicqers(new RemoteId(product.remoteId() + "_" + supplier.id())),
                            customer.suppliers().multiSupplier(),
                            customer.writes() != WriteScope.OPTIPLY,
                            row.outcome() == RowOutcome.UNDER_WAY));
        }

        private ChosenPair decide(Link product, SupplierNames.Named supplier, DroppedPair pair) {
            List<DroppedPair> others = row.isWanted() ? facts.others(pair) : List.of();
            return new ChosenPair(
                    row,
                    step(product, supplier, pair),
                    product.remoteId(),
                    supplier.id(),
                    facts.picqersSupplier(product),
                    named(product, pair),
                    others.stream().map(other -> named(product, other)).toList());
        }

        private ChosenPair.Named named(Link product, DroppedPair pair) {
            return new ChosenPair.Named(facts.name(product, pair), pair);
        }
    }
}
