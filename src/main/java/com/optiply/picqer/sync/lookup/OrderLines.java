package com.optiply.picqer.sync.lookup;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.OnFixedChange;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.NaturalKey;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Candidate;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Sighting;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.link.LinkStates;
import com.optiply.picqer.sync.run.Fence;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The lines of orders that are in Optiply: which of them there are to compare, and whose ids have to be learnt first.
 * Optiply says nothing of lines that it got with their order (contract: Optiply 6.6), so they are asked for: those of
 * buy orders at once, because deliveries name them; those of sell orders only when one has to be changed. Thread-safe.
 */
public final class OrderLines {
    private final Store store;

    public OrderLines(Store store) {
        this.store = store;
    }

    /**
     * What there is to compare.
     *
     * @param orders whose lines these are, with their ids in Optiply
     * @param decisions about the lines, each with the id of its order among its attributes
     * @param toLearn orders whose lines have to be asked for, by their ids in Optiply
     * @param told orders of which all lines that Optiply has are known once that is done: by this run's own listing, or
     *     because they are asked for
     */
    public record Batch(
            Map<RemoteId, OptiplyId> orders,
            List<Decision> decisions,
            List<OptiplyId> toLearn,
            Map<RemoteId, OptiplyId> told) {

        /** The batch where nobody can say which lines Optiply has in some of the orders: theirs wait for a list. */
        public Batch parking(Set<OptiplyId> unclear) {
            if (unclear.isEmpty()) {
                return this;
            }
            Map<RemoteId, OptiplyId> clear = without(unclear, orders);
            List<Decision> settled = decisions.stream()
                    .map(line -> clear.containsKey(line.subject().parent()) ? line : parked(line.subject()))
                    .toList();
            return new Batch(clear, settled, toLearn, without(unclear, told));
        }

        private static Park parked(Subject line) {
            return Park.of(
                    line,
                    ParkReason.LINES_NOT_LISTED,
                    "Optiply lists other numbers of its order's lines than it tells.");
        }

        private static Map<RemoteId, OptiplyId> without(Set<OptiplyId> unclear, Map<RemoteId, OptiplyId> orders) {
            Map<RemoteId, OptiplyId> clear = new HashMap<>(orders);
            clear.values().removeAll(unclear);
            return clear;
        }
    }

    /** @param decisions about a page of orders; those that are not in Optiply now are passed over with their lines */
    public Batch of(Run ofOrders, Kind linesKind, List<Decision> decisions) {
        Map<RemoteId, Send> sent = decisions.stream()
                .filter(Send.class::isInstance)
                .map(Send.class::cast)
                .collect(toMap(Decision::remoteId, send -> send, (first, again) -> first));
        Map<RemoteId, Link> orders = inOptiply(ofOrders, sent);
        Map<RemoteId, List<Link>> known = known(ofOrders, linesKind, orders);
        List<Decision> lines = new ArrayList<>();
        Set<OptiplyId> toLearn = new TreeSet<>((one, other) -> Long.compare(one.value(), other.value()));
        orders.forEach((remoteId, link) -> {
            OptiplyId id = Objects.requireNonNull(link.optiplyId());
            List<Decision> ofOrder = within(
                    linesKind, id, Objects.requireNonNull(sent.get(remoteId)).lines());
            lines.addAll(ofOrder);
            if (isToLearn(ofOrders.of(linesKind), ofOrder, known.getOrDefault(remoteId, List.of()))) {
                toLearn.add(id);
            }
        });
        Map<RemoteId, OptiplyId> told = told(sent, orders);
        if (isListedBy(ofOrders.of(linesKind))) {
            toLearn.removeAll(listed(ofOrders.of(linesKind), toLearn, lines));
        } else {
            told.values().retainAll(toLearn);
            forgetListed(ofOrders.of(linesKind), toLearn);
        }
        return new Batch(Map.copyOf(ids(orders)), List.copyOf(lines), List.copyOf(toLearn), Map.copyOf(told));
    }

    private static Map<RemoteId, OptiplyId> ids(Map<RemoteId, Link> orders) {
        return orders.values().stream()
                .collect(toMap(Link::remoteId, order -> Objects.requireNonNull(order.optiplyId())));
    }

    /** All but one that Optiply itself made and that rules keep lines out of: such a line was ordered all the same. */
    private static Map<RemoteId, OptiplyId> told(Map<RemoteId, Send> sent, Map<RemoteId, Link> orders) {
        Map<RemoteId, OptiplyId> told = new HashMap<>();
        orders.forEach((id, link) -> {
            Send order = Objects.requireNonNull(sent.get(id));
            boolean isOptiplysOwn = order.onFixedChange() == OnFixedChange.PARK;
            if (!isOptiplysOwn || order.lines().stream().allMatch(Send.class::isInstance)) {
                told.put(id, Objects.requireNonNull(link.optiplyId()));
            }
        });
        return told;
    }

    /** Whether this very run has listed all lines that Optiply has; what an earlier one listed may have changed. */
    private boolean isListedBy(Run ofLines) {
        return store.read(
                tx -> tx.candidates().isListedSince(ofLines.customer().name(), ofLines.kind(), ofLines.startedAt()));
    }

    /** Lines that were listed within these orders are no line's of ours until they are listed again. */
    public void forgetListed(Run ofLines, Collection<OptiplyId> orders) {
        CustomerName customer = ofLines.customer().name();
        store.saveRelaxed(Fence.within(ofLines, tx -> {
            List<OptiplyId> lines = tx.candidates().ofParents(customer, ofLines.kind(), orders).values().stream()
                    .flatMap(List::stream)
                    .map(Candidate::optiplyId)
                    .toList();
            tx.candidates().remove(customer, ofLines.kind(), lines);
        }));
    }

    private Map<RemoteId, Link> inOptiply(Run ofOrders, Map<RemoteId, Send> sent) {
        return store
                .read(tx -> tx.links().find(ofOrders.customer().name(), ofOrders.kind(), sent.keySet()))
                .values()
                .stream()
                .filter(link -> link.optiplyId() != null && link.standing() == Standing.SEND)
                .collect(toMap(Link::remoteId, link -> link));
    }

    private Map<RemoteId, List<Link>> known(Run ofOrders, Kind linesKind, Map<RemoteId, Link> orders) {
        return store.read(tx -> tx.links().ofParents(ofOrders.customer().name(), linesKind, orders.keySet())).stream()
                .collect(groupingBy(link -> Objects.requireNonNull(link.parent())));
    }

    private static List<Decision> within(Kind linesKind, OptiplyId order, List<Decision> lines) {
        String name = linesKind.parentAttribute().orElseThrow();
        Attributes parent = Attributes.builder().id(name, order).build();
        return lines.stream()
                .map(line -> line instanceof Send send ? send.and(parent) : line)
                .toList();
    }

    /** A list that could not be believed is asked for until it can, whatever is known of some of the lines. */
    private static boolean isToLearn(Run ofLines, List<Decision> lines, List<Link> known) {
        if (known.stream().anyMatch(link -> link.isParkedFor(ParkReason.LINES_NOT_LISTED))) {
            return true;
        }
        boolean nothingKnown = known.stream().allMatch(link -> link.attributes() == null);
        if (nothingKnown) {
            return lines.stream().anyMatch(Send.class::isInstance);
        }
        List<Link> travelled = known.stream()
                .filter(link -> link.attributes() != null && link.optiplyId() == null)
                .toList();
        return ofLines.kind().isLearntAtOnce()
                ? !travelled.isEmpty()
                : travelled.stream().anyMatch(link -> !isAsSent(ofLines, link, lines));
    }

    private static boolean isAsSent(Run ofLines, Link link, List<Decision> lines) {
        return lines.stream()
                .anyMatch(line -> line instanceof Send send
                        && send.remoteId().equals(link.remoteId())
                        && send.attributes()
                                .equals(LinkStates.acknowledged(link).without(ofLines.refused())));
    }

    /** What a listing of all that Optiply has brought already need not be asked for once more. */
    private List<OptiplyId> listed(Run ofLines, Set<OptiplyId> toLearn, List<Decision> lines) {
        String name = ofLines.kind().parentAttribute().orElseThrow();
        List<String> keys = lines.stream()
                .filter(Send.class::isInstance)
                .map(line -> ((Send) line).attributes())
                .filter(attributes -> toLearn.contains(parent(attributes, name)))
                .flatMap(attributes -> ofLines.kind().naturalKey(attributes).stream())
                .map(NaturalKey::value)
                .distinct()
                .toList();
        return store
                .read(tx -> tx.candidates().byNaturalKeys(ofLines.customer().name(), ofLines.kind(), keys))
                .values()
                .stream()
                .flatMap(List::stream)
                .map(candidate -> parent(Attributes.parse(candidate.attributes()), name))
                .distinct()
                .toList();
    }

    private static OptiplyId parent(Attributes line, String name) {
        return new OptiplyId(Objects.requireNonNull(line.get(name)).asLong());
    }

    /** Those of the listed lines that are not linked yet: only they can be what a line of ours became. */
    public List<OptiplyRecord> unlinked(Run ofLines, List<OptiplyRecord> listed) {
        List<OptiplyId> ids = listed.stream().map(OptiplyRecord::id).toList();
        Set<OptiplyId> linked =
                store.read(tx -> tx.links().linkedIds(ofLines.customer().name(), ofLines.kind(), ids));
        return listed.stream().filter(record -> !linked.contains(record.id())).toList();
    }

    /**
     * Lines that Optiply has in these orders and that none of Picqer's became, such as one that Picqer removed before
     * its id was learnt. The order is Picqer's, so they have to go: from now on they are linked, as children that their
     * order has no more.
     */
    public Map<RemoteId, Link> strays(Run ofLines, Batch batch) {
        Map<OptiplyId, List<Candidate>> unowned = unowned(ofLines, batch.told().values());
        Map<RemoteId, Link> strays = new HashMap<>();
        batch.told().forEach((order, id) -> unowned.getOrDefault(id, List.of())
                .forEach(line -> strays.put(strayId(line), stray(ofLines, order, line))));
        if (!strays.isEmpty()) {
            store.saveRelaxed(Fence.within(ofLines, tx -> {
                tx.links().save(List.copyOf(strays.values()));
                tx.candidates().remove(ofLines.customer().name(), ofLines.kind(), ids(strays.values()));
            }));
        }
        return strays;
    }

    /** Of the lines that were listed within these orders, those that no line of Picqer's is linked to. */
    private Map<OptiplyId, List<Candidate>> unowned(Run ofLines, Collection<OptiplyId> orders) {
        CustomerName customer = ofLines.customer().name();
        return store.read(tx -> {
            Map<OptiplyId, List<Candidate>> listed = tx.candidates().ofParents(customer, ofLines.kind(), orders);
            List<OptiplyId> lines = listed.values().stream()
                    .flatMap(List::stream)
                    .map(Candidate::optiplyId)
                    .toList();
            Set<OptiplyId> linked = tx.links().linkedIds(customer, ofLines.kind(), lines);
            listed.replaceAll((order, ofOrder) -> ofOrder.stream()
                    .filter(line -> !linked.contains(line.optiplyId()))
                    .toList());
            return listed;
        });
    }

    private static List<OptiplyId> ids(Collection<Link> strays) {
        return strays.stream().map(Link::optiplyId).map(Objects::requireNonNull).toList();
    }

    /** No line of Picqer's has such an id. */
    private static RemoteId strayId(Candidate line) {
        return new RemoteId("optiply-" + line.optiplyId());
    }

    private static Link stray(Run ofLines, RemoteId order, Candidate line) {
        return Link.of(
                        ofLines.customer().name(),
                        ofLines.kind(),
                        strayId(line),
                        "line " + line.optiplyId() + " in Optiply",
                        Standing.SEND,
                        null,
                        new Sighting(ofLines.id(), Leg.ACTIVE))
                .within(order)
                .inOptiply(line.optiplyId(), line.optiplyUuid(), line.attributes());
    }
}
