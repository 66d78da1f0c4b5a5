package com.optiply.picqer.sync.dropped;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.door.Failure;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.preference.PreferenceReason;
import com.optiply.picqer.mapping.preference.PreferenceRules.Step;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.Withdrawals.Withdrawal;
import com.optiply.picqer.store.row.DroppedFile;
import com.optiply.picqer.store.row.DroppedPair;
import com.optiply.picqer.store.row.DroppedRow;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.store.row.RowOutcome;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.link.LinkStates;
import com.optiply.picqer.sync.link.UsersPairs;
import com.optiply.picqer.sync.run.Fence;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores what became of rows that were written for, by what Optiply acknowledged. Thread-safe. */
public final class SettledRows {
    /** So often a row is tried whose answer says neither yes nor no. */
    private static final int ATTEMPTS_MAX = 3;

    private static final int FORBIDDEN = 403;

    private final Store store;
    private final PreferredSuppliers suppliers;

    public SettledRows(Store store, PreferredSuppliers suppliers) {
        this.store = store;
        this.suppliers = suppliers;
    }

    /**
     * What is neither done nor refused stays as it is, for the next run. Reaches the disk with the next page's
     * judgement at the latest: a power failure makes the next run ask again about this page, and no other.
     *
     * @param troubles why Picqer was not told, by the number of the row
     */
    public void settle(Run run, DroppedFile file, List<ChosenPair> chosen, Map<Long, Failure> troubles) {
        Map<RemoteId, Link> links = suppliers.links(run, chosen);
        Map<RemoteId, Parked> parked = parked(run, links);
        List<DroppedRow> settled = new ArrayList<>();
        List<DroppedPair> pairs = new ArrayList<>();
        List<ChosenPair> done = new ArrayList<>();
        for (ChosenPair one : chosen) {
            Failure trouble = troubles.get(one.row().number());
            Optional<DroppedRow> row = trouble == null
                    ? byLink(file, one, links.get(one.pair().remoteId()), parked)
                    : byTrouble(file, one, trouble);
            row.ifPresent(settled::add);
            if (isDone(one, links.get(one.pair().remoteId()))) {
                pairs.add(shown(one.pair().listed(), one.row().isWanted()));
                one.others().forEach(other -> pairs.add(shown(other.listed(), false)));
            }
            if (row.filter(now -> now.outcome() != RowOutcome.REJECTED).isPresent()) {
                done.add(one);
            }
        }
        store.saveRelaxed(Fence.within(run, tx -> {
            tx.droppedRows().settle(settled);
            tx.droppedFiles().settled(file.id(), settled.size());
            tx.droppedPairs().save(pairs);
            forgetUsersPairs(tx, run, links, settled, chosen);
            noteWithdrawn(tx, run, done);
        }));
    }

    private static DroppedPair shown(DroppedPair pair, boolean isPreferred) {
        return new DroppedPair(
                pair.file(),
                pair.optiplyId(),
                pair.optiplyUuid(),
                pair.productId(),
                pair.supplierId(),
                isPreferred ? 1 : 0);
    }

    private static boolean isDone(ChosenPair one, @Nullable Link link) {
        return link != null
                && link.optiplyId() != null
                && LinkStates.isPreferred(link).equals(Optional.of(one.row().isWanted()));
    }

    private Optional<DroppedRow> byLink(
            DroppedFile file, ChosenPair one, @Nullable Link link, Map<RemoteId, Parked> parked) {
        if (isDone(one, link)) {
            return Optional.of(one.row().with(PreferredSuppliers.outcome(one.step())));
        }
        if (link == null || link.optiplyId() == null) {
            return Optional.of(one.row().rejected(PreferenceReason.NO_SUCH_PAIR.code(), " any more"));
        }
        Parked why = parked.get(link.remoteId());
        String detail = why == null ? "Optiply gave no answer." : why.detail();
        return link.isParkedFor(ParkReason.REJECTED)
                ? Optional.of(one.row().rejected(PreferenceReason.OPTIPLY_REFUSED.code(), detail))
                : unconfirmed(file, one, detail);
    }

    /**
     * Whether Picqer let the product be read, and not be changed: so it is with every row, and with nothing else that
     * the key is used for.
     */
    public static boolean lacksRight(ChosenPair told, Failure failure) {
        return told.row().outcome() != RowOutcome.UNDER_WAY && failure.status().orElse(0) == FORBIDDEN;
    }

    private static Optional<DroppedRow> byTrouble(DroppedFile file, ChosenPair one, Failure trouble) {
        if (trouble.status().orElse(0) == FORBIDDEN) {
            return Optional.of(one.row().rejected(PreferenceReason.NO_RIGHT_IN_PICQER.code(), trouble.getMessage()));
        }
        return switch (trouble.failureClass()) {
            case REJECTED, MISSING, CONFLICT -> Optional.of(
                    one.row().rejected(PreferenceReason.PICQER_REFUSED.code(), trouble.getMessage()));
            case CONNECTION, MISADDRESSED, AUTH, RATE_LIMITED, SERVER, AMBIGUOUS -> unconfirmed(
                    file, one, trouble.getMessage());
        };
    }

    private static Optional<DroppedRow> unconfirmed(DroppedFile file, ChosenPair one, String detail) {
        return file.attempts() + 1 < ATTEMPTS_MAX
                ? Optional.empty()
                : Optional.of(one.row().rejected(PreferenceReason.NOT_CONFIRMED.code(), detail));
    }

    private Map<RemoteId, Parked> parked(Run run, Map<RemoteId, Link> links) {
        List<RemoteId> ids = links.values().stream()
                .filter(link -> link.standing() == Standing.PARK)
                .map(Link::remoteId)
                .toList();
        CustomerName customer = run.customer().name();
        return store.read(tx -> tx.quarantine().find(customer, Kind.SUPPLIER_PRODUCTS, ids));
    }

    /** Pairs that Picqer does not know are no source's: once told, they are Optiply's users' alone again. */
    private static void forgetUsersPairs(
            Transaction tx, Run run, Map<RemoteId, Link> links, List<DroppedRow> settled, List<ChosenPair> chosen) {
        List<Long> done = settled.stream().map(DroppedRow::number).toList();
        List<RemoteId> users = chosen.stream()
                .filter(one -> done.contains(one.row().number()))
                .flatMap(one -> Stream.concat(Stream.of(one.pair()), one.others().stream()))
                .map(ChosenPair.Named::remoteId)
                .filter(id -> links.containsKey(id) && UsersPairs.isUsers(links.get(id)))
                .toList();
        tx.quarantine().release(run.customer().name(), Kind.SUPPLIER_PRODUCTS, users);
        tx.links().remove(run.customer().name(), Kind.SUPPLIER_PRODUCTS, users);
    }

    /** Whether the file has to tell Picqer something before Optiply. */
    public static boolean tellsPicqer(ChosenPair chosen) {
        return chosen.step() == Step.PICQER_FIRST;
    }

    /**
     * Notes what a list has come to where Picqer decides: the pull has to know of a preference that was taken away in
     * spite of it, until the product gets one again. A row that was refused leaves it as it was.
     */
    static void noteWithdrawn(Transaction tx, Run run, List<ChosenPair> done) {
        CustomerName customer = run.customer().name();
        if (run.customer().suppliers().multiSupplier()) {
            return;
        }
        List<RemoteId> chosenAnew = done.stream()
                .filter(one -> one.row().isWanted())
                .map(ChosenPair::product)
                .toList();
        tx.withdrawals().removeOfProducts(customer, chosenAnew);
        tx.withdrawals()
                .add(done.stream()
                        .filter(one -> !one.row().isWanted() && one.isPicqers())
                        .map(one -> new Withdrawal(
                                customer, one.product(), one.pair().remoteId()))
                        .toList());
    }
}
