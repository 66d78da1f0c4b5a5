package com.optiply.picqer.sync.compare;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.store.row.Candidate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a source record and an Optiply record of the same natural key hold the same, as a buyer sees it. */
@FunctionalInterface
interface Likeness {
    boolean areAlike(Decision decision, Candidate candidate);

    /** Nothing but the key is looked at: where several records have it, a person decides. */
    static Likeness none() {
        return (decision, candidate) -> false;
    }

    /** Lines are alike in amount and value; product and order stand in their key. */
    static Likeness ofLines() {
        return (decision, candidate) -> decision instanceof Send send
                && figures(send.attributes()).equals(figures(Attributes.parse(candidate.attributes())));
    }

    /**
     * Orders are alike in the multiset of product, quantity and subtotal of their lines (mapping.md, "Products").
     *
     * @param lines of the candidates; an order without lines may be absent
     */
    static Likeness ofOrders(Map<OptiplyId, List<Candidate>> lines) {
        return (decision, candidate) -> decision instanceof Send send
                && multiset(send.lines().stream().filter(Send.class::isInstance).map(line -> ((Send) line)
                                .attributes()))
                        .equals(multiset(lines.getOrDefault(candidate.optiplyId(), List.of()).stream()
                                .map(line -> Attributes.parse(line.attributes()))));
    }

    private static Map<Attributes, Long> multiset(Stream<Attributes> lines) {
        return lines.map(Likeness::content).collect(groupingBy(line -> line, counting()));
    }

    private static Attributes content(Attributes line) {
        return line.only(Set.of("productId", "quantity", "subtotalValue"));
    }

    private static Attributes figures(Attributes line) {
        return line.only(Set.of("quantity", "subtotalValue"));
    }
}
