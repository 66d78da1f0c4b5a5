package com.optiply.picqer.sync.compare;

import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.NaturalKey;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Candidate;
import com.optiply.picqer.store.row.Candidate.Author;
import com.optiply.picqer.store.row.Export;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Sighting;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.export.Origins;
import com.optiply.picqer.sync.guard.GuardLimits;
import com.optiply.picqer.sync.identity.ShownIds;
import com.optiply.picqer.sync.run.Fence;
import com.optiply.picqer.sync.run.Run;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records that Optiply had before the state knew of them (mapping.md, "Products": adopted, never created
 * twice): by the remote id of our coupling, without a coupling by the natural key if exactly one fits. Thread-safe.
 */
public final class Adoption {
    private final Store store;
    private final Clock clock;
    private final ShownIds shownIds;

    public Adoption(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.shownIds = new ShownIds(store);
    }

    /**
     * Whether there is nothing to list: Optiply's records of this kind were listed to their end once, and no record
     * whose time has come waits for a person to remove all but one of those that fit it.
     */
    public boolean isDone(Run run) {
        String several = ParkReason.SEVERAL_IN_OPTIPLY.code();
        return store.read(tx -> tx.candidates().isAdopted(run.customer().name(), run.kind())
                && !tx.quarantine().isAnyDue(run.customer().name(), run.kind(), several, clock.instant()));
    }

    /** Forgets what an earlier, unfinished listing kept. */
    public void begin(Run run) {
        store.saveRelaxed(
                Fence.within(run, tx -> tx.candidates().clear(run.customer().name(), run.kind())));
    }

    /** Keeps one page of what Optiply has. */
    public void keep(Run run, List<OptiplyRecord> records) {
        shownIds.learnOfList(run, records);
        List<Candidate> candidates =
                records.stream().map(record -> candidate(run, record)).toList();
        store.saveRelaxed(Fence.within(run, tx -> tx.candidates().save(candidates)));
    }

    /**
     * How many records that the state knows a listing lacks, if it was put back and they are more than the guards
     * allow: then the listing is doubted. Whatever a state believes to be gone is created again.
     */
    public Optional<Long> lacksTooMany(Run run) {
        if (!isPutBack(run)) {
            return Optional.empty();
        }
        long lacking = putBack(run).lacking();
        GuardLimits limits = new GuardLimits(run.customer().guards());
        return limits.allow(HoldAction.DELETE, lacking, expected(run)) ? Optional.empty() : Optional.of(lacking);
    }

    /** How many records of the run's kind the state believes to be in Optiply. */
    public long expected(Run run) {
        return store.read(tx -> tx.listed().expected(run.customer().name(), run.kind()));
    }

    private boolean isPutBack(Run run) {
        return store.read(tx -> tx.candidates().isDistrusted(run.customer().name(), run.kind()));
    }

    private PutBackState putBack(Run run) {
        return new PutBackState(store, run, clock.instant());
    }

    /** What was listed and is linked already is nobody's candidate. */
    public void complete(Run run) {
        if (isPutBack(run)) {
            putBack(run).bringUpToDate();
        }
        store.saveDurably(Fence.within(run, tx -> {
            tx.candidates().removeLinked(run.customer().name(), run.kind());
            tx.candidates().completed(run.customer().name(), run.kind(), clock.instant());
        }));
    }

    /** Whether this very run has listed what Optiply has of buy orders: then what is no candidate is not there. */
    public boolean isListedBy(Transaction tx, Run run) {
        return tx.candidates().isListedSince(run.customer().name(), Kind.BUY_ORDERS, run.startedAt());
    }

    /**
     * Links the records of a page that are not linked yet and that Optiply has.
     *
     * @param known is given each link that is made
     * @return the decision instead of the rules' for a record that several Optiply records fit
     */
    Map<RemoteId, Decision> adopt(
            Run run, PageOutcome page, Collection<? extends Decision> decisions, Map<RemoteId, Link> known) {
        List<Decision> unlinked = new ArrayList<>(decisions.stream()
                .filter(decision -> !isLinked(known.get(decision.remoteId())))
                .toList());
        NamedSuppliers named = new NamedSuppliers(store, run, unlinked);
        takeOver(run, page, named.links(), known);
        unlinked.removeIf(decision -> isLinked(known.get(decision.remoteId())));
        Map<RemoteId, List<Candidate>> fitting = unlinked.isEmpty() ? new HashMap<>() : fitting(run, unlinked, known);
        if (run.customer().optiply().coupling().isPresent()) {
            named.candidates().forEach(fitting::putIfAbsent);
        }
        Map<RemoteId, Decision> doubtful = new HashMap<>();
        for (Decision decision : unlinked) {
            List<Candidate> candidates = fitting.getOrDefault(decision.remoteId(), List.of());
            if (candidates.size() == 1) {
                Link before = known.get(decision.remoteId());
                AdoptedLink adopted = adopted(run, decision, before, candidates.get(0));
                known.put(decision.remoteId(), adopted.link());
                page.adopted(adopted, hasTravelled(before));
            } else if (candidates.size() > 1) {
                doubtful.put(decision.remoteId(), severalFit(decision, candidates));
            }
        }
        return doubtful;
    }

    private static void takeOver(Run run, PageOutcome page, Map<RemoteId, Link> named, Map<RemoteId, Link> known) {
        named.forEach((id, link) -> {
            Link taken = Link.of(
                            link.customer(),
                            link.kind(),
                            id,
                            link.label(),
                            Standing.SEND,
                            null,
                            new Sighting(run.id(), Leg.ACTIVE))
                    .within(link.parent())
                    .inOptiply(link.optiplyId(), link.optiplyUuid(), link.attributes());
            known.put(id, taken);
            page.takenOver(link, taken);
        });
    }

    /** By the remote id of our coupling; what bears none there by its natural key. */
    private Map<RemoteId, List<Candidate>> fitting(Run run, List<Decision> unlinked, Map<RemoteId, Link> known) {
        Map<RemoteId, List<Candidate>> fitting = new HashMap<>(marked(run, unlinked));
        if (run.customer().optiply().coupling().isPresent()) {
            List<RemoteId> ids = unlinked.stream().map(Decision::remoteId).toList();
            store.read(tx -> tx.candidates().byRemoteIds(run.customer().name(), run.kind(), ids))
                    .forEach(fitting::putIfAbsent);
        }
        if (goesByNaturalKey(run)) {
            List<Decision> unnamed = unlinked.stream()
                    .filter(decision -> !fitting.containsKey(decision.remoteId()))
                    .toList();
            new NaturalMatches(run, store, known).match(unnamed, fitting);
        }
        return fitting;
    }

    /** What came from Optiply, by the mark that it bears, and from nowhere else (see {@link Origins}). */
    private Map<RemoteId, List<Candidate>> marked(Run run, List<Decision> unlinked) {
        if (run.kind() != Kind.BUY_ORDERS) {
            return Map.of();
        }
        List<RemoteId> ids = unlinked.stream().map(Decision::remoteId).toList();
        return store.read(tx -> {
            Map<RemoteId, Export> exports =
                    tx.exports().byPurchaseOrders(run.customer().name(), ids);
            List<OptiplyId> origins =
                    exports.values().stream().map(Export::optiplyId).toList();
            Map<OptiplyId, Candidate> candidates =
                    tx.candidates().byOptiplyIds(run.customer().name(), run.kind(), origins);
            Map<RemoteId, List<Candidate>> marked = new HashMap<>();
            exports.forEach((id, export) -> {
                Candidate candidate = candidates.get(export.optiplyId());
                if (candidate != null) {
                    marked.put(id, List.of(candidate));
                }
            });
            return marked;
        });
    }

    /** Lines that went with their order bear no remote id, and a pair is unique whoever made it. */
    private static boolean goesByNaturalKey(Run run) {
        return run.customer().optiply().coupling().isEmpty()
                || run.kind().parentAttribute().isPresent()
                || run.kind().isUniqueByNaturalKey();
    }

    /** A line that went with its order stays one that nobody has looked at since. */
    private static AdoptedLink adopted(Run run, Decision decision, @Nullable Link before, Candidate candidate) {
        Link link = Link.of(
                        run.customer().name(),
                        run.kind(),
                        decision.remoteId(),
                        decision.label(),
                        Standing.SEND,
                        null,
                        hasTravelled(before) ? before.sighting() : new Sighting(run.id(), Leg.ACTIVE))
                .within(decision.subject().parent())
                .inOptiply(candidate.optiplyId(), candidate.optiplyUuid(), candidate.attributes());
        return new AdoptedLink(link, candidate.optiplyId());
    }

    private static Decision.Park severalFit(Decision decision, List<Candidate> candidates) {
        List<OptiplyId> ids = candidates.stream().map(Candidate::optiplyId).toList();
        return Decision.Park.of(decision.subject(), ParkReason.SEVERAL_IN_OPTIPLY, "Optiply's records " + ids);
    }

    private static Candidate candidate(Run run, OptiplyRecord record) {
        Attributes owned = run.kind().owned(record.attributes());
        return new Candidate(
                run.customer().name(),
                run.kind(),
                record.id(),
                record.uuid(),
                record.remoteId(run.customer().optiply().coupling()).orElse(null),
                run.kind().naturalKey(owned).map(NaturalKey::value).orElse(""),
                run.kind().parent(owned).orElse(null),
                owned.json(),
                record.isMadeInOptiply() ? Author.PERSON : Author.PROGRAM);
    }

    private static boolean hasTravelled(@Nullable Link before) {
        return before != null && before.attributes() != null && before.optiplyId() == null;
    }

    private static boolean isLinked(@Nullable Link link) {
        return link != null && link.optiplyId() != null;
    }
}
