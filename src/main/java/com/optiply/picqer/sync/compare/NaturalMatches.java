package com.optiply.picqer.sync.compare;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.NaturalKey;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Candidate;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.sync.link.LinkStates;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds which Optiply records fit which source records by natural key (contract: Optiply 5.3; mapping.md, "Products":
 * adopted, never created twice).
 *
 * @param known links of the records, by remote id: what was sent of a record says its key where its decision does not
 */
record NaturalMatches(Run run, Store store, Map<RemoteId, Link> known) {

    /** @param fitting is given the candidates of each decision that has any: one where it is clear, else all */
    void match(List<Decision> decisions, Map<RemoteId, List<Candidate>> fitting) {
        Map<String, List<Decision>> byKey = decisions.stream()
                .sorted(Comparator.comparing(decision -> !(decision instanceof Decision.Send)))
                .collect(groupingBy(this::key, LinkedHashMap::new, Collectors.toList()));
        byKey.remove("");
        Set<OptiplyId> taken = fitting.values().stream()
                .flatMap(List::stream)
                .map(Candidate::optiplyId)
                .collect(toSet());
        Map<String, List<Candidate>> candidates = candidates(byKey.keySet(), taken);
        Likeness likeness = likeness(byKey, candidates);
        candidates.forEach((key, ofKey) -> assign(new ArrayList<>(byKey.get(key)), ofKey, likeness, fitting));
    }

    /** What bears the remote id of another record of this page is that one's. */
    private Map<String, List<Candidate>> candidates(Collection<String> keys, Set<OptiplyId> taken) {
        List<Candidate> found = new ArrayList<>();
        store.<Map<String, List<Candidate>>>read(
                        tx -> tx.candidates().byNaturalKeys(run.customer().name(), run.kind(), keys))
                .values()
                .forEach(found::addAll);
        return found.stream()
                .filter(candidate -> !taken.contains(candidate.optiplyId()))
                .collect(
                        groupingBy(Candidate::naturalKey, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
    }

    /**
     * Orders of one moment, and lines of one product in one order, are told apart by what they hold. Those that hold
     * the same are alike for the buyer: they are paired off. What then is left was changed meanwhile.
     */
    private void assign(
            List<Decision> decisions,
            List<Candidate> candidates,
            Likeness likeness,
            Map<RemoteId, List<Candidate>> fitting) {
        pairOff(decisions, candidates, likeness, fitting);
        if (run.kind().parentAttribute().isPresent()) {
            pairOff(decisions, candidates, (decision, candidate) -> true, fitting);
        } else if (candidates.size() == 1 && !decisions.isEmpty()) {
            fitting.put(decisions.get(0).remoteId(), List.copyOf(candidates));
        } else if (!candidates.isEmpty()) {
            decisions.forEach(decision -> fitting.put(decision.remoteId(), List.copyOf(candidates)));
        }
    }

    private static void pairOff(
            List<Decision> decisions,
            List<Candidate> candidates,
            Likeness likeness,
            Map<RemoteId, List<Candidate>> fitting) {
        for (Decision decision : List.copyOf(decisions)) {
            candidates.stream()
                    .filter(candidate -> likeness.areAlike(decision, candidate))
                    .findFirst()
                    .ifPresent(alike -> {
                        decisions.remove(decision);
                        candidates.remove(alike);
                        fitting.put(decision.remoteId(), List.of(alike));
                    });
        }
    }

    private Likeness likeness(Map<String, List<Decision>> decisions, Map<String, List<Candidate>> candidates) {
        Kind lines = run.kind().lines().orElse(null);
        if (lines == null) {
            return run.kind().parentAttribute().isPresent() ? Likeness.ofLines() : Likeness.none();
        }
        List<OptiplyId> doubtful = candidates.entrySet().stream()
                .filter(ofKey -> ofKey.getValue().size() > 1
                        || decisions.get(ofKey.getKey()).size() > 1)
                .flatMap(ofKey -> ofKey.getValue().stream())
                .map(Candidate::optiplyId)
                .toList();
        return Likeness.ofOrders(
                store.read(tx -> tx.candidates().ofParents(run.customer().name(), lines, doubtful)));
    }

    private String key(Decision decision) {
        Attributes attributes = attributes(decision, known.get(decision.remoteId()));
        return attributes == null
                ? decision.label()
                : run.kind().naturalKey(attributes).map(NaturalKey::value).orElse(decision.label());
    }

    private static @Nullable Attributes attributes(Decision decision, @Nullable Link link) {
        if (decision instanceof Decision.Send send) {
            return send.attributes();
        }
        return link == null || link.attributes() == null ? null : LinkStates.acknowledged(link);
    }
}
