package com.optiply.picqer.sync.compare;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.NaturalKey;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Candidate;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.link.DecidedAnew;
import com.optiply.picqer.sync.link.LinkStates;
import com.optiply.picqer.sync.link.Parking;
import com.optiply.picqer.sync.run.Fence;
import com.optiply.picqer.sync.run.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Brings the links of a state that was put back from a copy up to date with what Optiply was just listed to have
 * (src/docs/decisions/22). What the copy has no link of is then adopted, as with an empty state. To be done again from
 * the beginning if it breaks off.
 */
final class PutBackState {
    private static final int PAGE_RECORDS = 500;

    private final Store store;
    private final Run run;
    private final CustomerName customer;
    private final Kind kind;
    private final boolean isPicqersChoice;
    private final Parking parking;

    PutBackState(Store store, Run run, Instant at) {
        this.store = store;
        this.run = run;
        this.customer = run.customer().name();
        this.kind = run.kind();
        this.isPicqersChoice =
                kind == Kind.SUPPLIER_PRODUCTS && !run.customer().suppliers().multiSupplier();
        this.parking = Parking.by(run, at);
    }

    /** How many records that should be there the listing shows no trace of. Changes nothing. */
    long lacking() {
        long lacking = store.read(tx -> tx.putBackLinks().lacking(customer, kind));
        List<Link> page = travelled(null);
        while (!page.isEmpty()) {
            Map<Link, String> keys = keys(page);
            Map<String, List<Candidate>> listed =
                    store.read(tx -> tx.candidates().byNaturalKeys(customer, kind, keys.values()));
            lacking += keys.values().stream()
                    .filter(key -> !listed.containsKey(key))
                    .count();
            page = travelled(page.get(page.size() - 1).remoteId());
        }
        return lacking;
    }

    void bringUpToDate() {
        List<Link> page = travelled(null);
        while (!page.isEmpty()) {
            learn(page);
            page = travelled(page.get(page.size() - 1).remoteId());
        }
        page = listed(null);
        while (!page.isEmpty()) {
            takeWhatIsListed(page);
            page = listed(page.get(page.size() - 1).remoteId());
        }
        boolean isDone = false;
        while (!isDone) {
            isDone = store.relaxed(Fence.yielding(run, this::unlinkSome));
        }
    }

    private List<Link> travelled(@Nullable RemoteId after) {
        return store.read(tx -> tx.putBackLinks().travelled(customer, kind, after, PAGE_RECORDS));
    }

    /** A line that went with its order was its product's only one, so one listed line is it, or nobody knows. */
    private void learn(List<Link> lines) {
        Map<Link, String> keys = keys(lines);
        store.saveRelaxed(Fence.within(run, tx -> {
            Map<String, List<Candidate>> listed = tx.candidates().byNaturalKeys(customer, kind, keys.values());
            List<Link> learnt = new ArrayList<>();
            keys.forEach((line, key) -> {
                List<Candidate> fitting = listed.getOrDefault(key, List.of());
                learnt.add(fitting.size() == 1 ? as(line, fitting.get(0)) : line.unlinked());
            });
            save(tx, lines, learnt);
        }));
    }

    private Map<Link, String> keys(List<Link> lines) {
        Map<Link, String> keys = new LinkedHashMap<>();
        lines.forEach(line -> keys.put(
                line,
                kind.naturalKey(LinkStates.acknowledged(line))
                        .map(NaturalKey::value)
                        .orElse("")));
        return keys;
    }

    private List<Link> listed(@Nullable RemoteId after) {
        return store.read(tx -> tx.putBackLinks().listed(customer, kind, after, PAGE_RECORDS));
    }

    /**
     * What Optiply has now counts as what it last acknowledged, since the copy does not know what was sent after it.
     * Of attributes that were not ours when it was made Optiply may hold what a user typed in: these stay unknown.
     */
    private void takeWhatIsListed(List<Link> links) {
        List<OptiplyId> ids = links.stream().map(PutBackState::id).toList();
        store.saveRelaxed(Fence.within(run, tx -> {
            Map<OptiplyId, Candidate> listed = tx.candidates().byOptiplyIds(customer, kind, ids);
            List<Link> now = links.stream()
                    .map(link -> as(link, Objects.requireNonNull(listed.get(id(link)))))
                    .toList();
            save(tx, links, now);
            if (isPicqersChoice) {
                WithdrawnPreferences.bringUpToDate(tx, customer, links, now);
            }
        }));
    }

    /** An order that is not in Optiply as it was is decided anew, even if it looks in Picqer as it did. */
    private void save(Transaction tx, List<Link> before, List<Link> after) {
        tx.links().save(after);
        List<Link> changed = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            Link link = after.get(i);
            if (!LinkStates.acknowledged(before.get(i)).equals(LinkStates.acknowledged(link))) {
                changed.add(link);
            }
        }
        DecidedAnew.whenRead(tx, customer, changed);
    }

    private static OptiplyId id(Link link) {
        return Objects.requireNonNull(link.optiplyId());
    }

    private static Link as(Link link, Candidate listed) {
        Attributes held = Attributes.parse(listed.attributes()).only(LinkStates.acknowledged(link));
        return LinkStates.linked(link, listed.optiplyId(), listed.optiplyUuid(), held);
    }

    /**
     * Another record may be there in its place: then it is adopted. If none is, a person may have deleted it, or we
     * did: what is not ours to create again waits, as far as it should go at all, and is read once more.
     */
    private boolean unlinkSome(Transaction tx) {
        List<Link> gone = tx.putBackLinks().unlisted(customer, kind, PAGE_RECORDS);
        ParkReason reason = ParkReason.DELETED_IN_OPTIPLY;
        List<Link> links = new ArrayList<>();
        List<Parked> parked = new ArrayList<>();
        for (Link link : gone) {
            boolean waits = !kind.isCreatedAgain() && link.standing() == Standing.SEND;
            Link unlinked = link.unlinked();
            links.add(waits ? unlinked.parked(reason) : unlinked);
            if (waits) {
                String detail = "Optiply had it as " + link.optiplyId() + " when the backup was made";
                parked.add(parking.row(link.remoteId(), link.label(), reason, detail, null));
            }
        }
        save(tx, gone, links);
        tx.quarantine().park(parked);
        tx.quarantine().retry(customer);
        return gone.isEmpty();
    }
}
