package com.optiply.picqer.sync;

import static java.util.stream.Collectors.groupingBy;

import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.NaturalKey;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Candidate;
import com.optiply.picqer.store.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds which Optiply records fit which source records by natural key (contract: Optiply 5.3). Pure, but for the
 * look-up that it is given.
 *
 * @param known links of the records, by remote id: what was sent of a record says its key where its decision does not
 */
record NaturalMatches(Kind kind, Map<RemoteId, Link> known) {

    /** @param fitting is given the candidates of each decision that has any: one where it is clear, else all */
    void match(
            List<Decision> decisions,
            Function<Collection<String>, Map<String, List<Candidate>>> lookUp,
            Map<RemoteId, List<Candidate>> fitting) {
        Map<String, List<Decision>> byKey = decisions.stream()
                .collect(groupingBy(this::key, LinkedHashMap::new, java.util.stream.Collectors.toList()));
        byKey.remove("");
        Map<String, List<Candidate>> candidates = byKey.isEmpty() ? Map.of() : lookUp.apply(byKey.keySet());
        candidates.forEach((key, ofKey) -> assign(byKey.getOrDefault(key, List.of()), ofKey, fitting));
    }

    /** Lines of one product in one order are alike for the buyer: they are paired off, the equal ones first. */
    private void assign(List<Decision> decisions, List<Candidate> candidates, Map<RemoteId, List<Candidate>> fitting) {
        if (kind.parentAttribute().isEmpty()) {
            fitting.put(decisions.get(0).remoteId(), candidates);
            return;
        }
        List<Candidate> left = new ArrayList<>(candidates);
        for (Decision decision : decisions) {
            if (left.isEmpty()) {
                return;
            }
            Candidate best = left.stream()
                    .filter(candidate -> isAlike(decision, candidate))
                    .findFirst()
                    .orElse(left.get(0));
            left.remove(best);
            fitting.put(decision.remoteId(), List.of(best));
        }
    }

    private static boolean isAlike(Decision decision, Candidate candidate) {
        Attributes there = Attributes.parse(candidate.attributes());
        return decision instanceof Decision.Send send
                && there.only(Set.of("quantity", "subtotalValue"))
                        .equals(send.attributes().only(Set.of("quantity", "subtotalValue")));
    }

    private String key(Decision decision) {
        Attributes attributes = attributes(decision, known.get(decision.remoteId()));
        return attributes == null
                ? decision.label()
                : kind.naturalKey(attributes).map(NaturalKey::value).orElse(decision.label());
    }

    private static @Nullable Attributes attributes(Decision decision, @Nullable Link link) {
        if (decision instanceof Decision.Send send) {
            return send.attributes();
        }
        return link == null || link.attributes() == null ? null : LinkStates.acknowledged(link);
    }
}
