package com.optiply.picqer.sync;

import static java.util.stream.Collectors.toMap;

import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.Kind.NaturalKey;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Candidate;
import com.optiply.picqer.store.Leg;
import com.optiply.picqer.store.Link;
import com.optiply.picqer.store.Standing;
import com.optiply.picqer.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records that Optiply had before the state knew of them (mapping.md, "Products": adopted, never created
 * twice): by the remote id of our coupling, without a coupling by the natural key if exactly one fits. Thread-safe.
 */
public final class Adoption {
    private final Store store;
    private final Clock clock;

    public Adoption(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Whether there is nothing to list: Optiply's records of this kind were listed to their end once, and no record
     * waits for a person to remove all but one of those that fit it.
     */
    public boolean isDone(Run run) {
        return store.read(tx -> tx.candidates().isAdopted(run.customer().name(), run.kind())
                && tx.quarantine().byReason(run.customer().name(), run.kind()).stream()
                        .noneMatch(count -> count.reason().equals(ParkReason.SEVERAL_IN_OPTIPLY.code())));
    }

    /** Forgets what an earlier, unfinished listing kept. */
    public void begin(Run run) {
        store.saveRelaxed(tx -> tx.candidates().clear(run.customer().name(), run.kind()));
    }

    /** Keeps one page of what Optiply has. */
    public void keep(Run run, List<OptiplyRecord> records) {
        List<Candidate> candidates =
                records.stream().map(record -> candidate(run, record)).toList();
        store.saveRelaxed(tx -> tx.candidates().save(candidates));
    }

    /** How many records are kept now. */
    public long count(Run run) {
        return store.read(tx -> tx.candidates().count(run.customer().name(), run.kind()));
    }

    /** What was listed and is linked already is nobody's candidate. */
    public void complete(Run run) {
        store.saveDurably(tx -> {
            tx.candidates().removeLinked(run.customer().name(), run.kind());
            tx.candidates().completed(run.customer().name(), run.kind(), clock.instant());
        });
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
        Map<RemoteId, List<Candidate>> fitting = unlinked.isEmpty() ? Map.of() : fitting(run, unlinked);
        Map<RemoteId, Decision> doubtful = new HashMap<>();
        for (Decision decision : unlinked) {
            List<Candidate> candidates = fitting.getOrDefault(decision.remoteId(), List.of());
            if (candidates.size() == 1) {
                AdoptedLink adopted = adopted(run, decision, candidates.get(0));
                known.put(decision.remoteId(), adopted.link());
                page.adopted(adopted);
            } else if (candidates.size() > 1) {
                doubtful.put(decision.remoteId(), severalFit(decision, candidates));
            }
        }
        return doubtful;
    }

    private Map<RemoteId, List<Candidate>> fitting(Run run, List<Decision> unlinked) {
        var customer = run.customer().name();
        if (run.customer().optiply().coupling().isPresent()) {
            List<RemoteId> ids = unlinked.stream().map(Decision::remoteId).toList();
            return store.read(tx -> tx.candidates().byRemoteIds(customer, run.kind(), ids));
        }
        Map<RemoteId, String> keys = unlinked.stream()
                .collect(toMap(Decision::remoteId, decision -> naturalKey(run.kind(), decision), (one, other) -> one));
        Map<String, List<Candidate>> byKey =
                store.read(tx -> tx.candidates().byNaturalKeys(customer, run.kind(), List.copyOf(keys.values())));
        Map<RemoteId, List<Candidate>> fitting = new HashMap<>();
        keys.forEach((id, key) -> {
            List<Candidate> candidates = byKey.remove(key);
            if (candidates != null) {
                fitting.put(id, candidates);
            }
        });
        return fitting;
    }

    private static AdoptedLink adopted(Run run, Decision decision, Candidate candidate) {
        Link link = new Link(
                run.customer().name(),
                run.kind(),
                decision.remoteId(),
                decision.label(),
                candidate.optiplyId(),
                candidate.optiplyUuid(),
                candidate.attributes(),
                Standing.SEND,
                null,
                null,
                run.id(),
                Leg.ACTIVE);
        return new AdoptedLink(link, candidate.optiplyId());
    }

    private static Decision.Park severalFit(Decision decision, List<Candidate> candidates) {
        List<OptiplyId> ids = candidates.stream().map(Candidate::optiplyId).toList();
        return new Decision.Park(
                decision.remoteId(), decision.label(), ParkReason.SEVERAL_IN_OPTIPLY, "Optiply's records " + ids);
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
                owned.json());
    }

    private static String naturalKey(Kind kind, Decision decision) {
        return decision instanceof Decision.Send send
                ? kind.naturalKey(send.attributes()).map(NaturalKey::value).orElse(decision.label())
                : decision.label();
    }

    private static boolean isLinked(@Nullable Link link) {
        return link != null && link.optiplyId() != null;
    }
}
