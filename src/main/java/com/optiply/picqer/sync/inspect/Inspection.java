package com.optiply.picqer.sync.inspect;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.NaturalKey;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyReceiptLine;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Difference;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.Intent;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.sync.guard.GuardLimits;
import com.optiply.picqer.sync.link.LinkStates;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Fence;
import com.optiply.picqer.sync.run.Run;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds what Optiply has against what it last acknowledged (mapping.md, "Products": a value edited in Optiply that is
 * ours to set is repaired, and what was deleted there is created again or parked). Only attributes that were
 * acknowledged count: what we never sent is the user's. No guard is asked about a repair, because it only restores
 * what was let through before. One that only looks finds the same, and notes it instead. To be used while no flow
 * writes records of that kind. Thread-safe.
 */
public final class Inspection {
    private static final int PAGE_RECORDS = 100;
    private static final String TOLD = ParkReason.DELETED_IN_OPTIPLY.code();

    private final Store store;
    private final Function<Run, Findings> findings;
    private final boolean onlyLooks;

    private Inspection(Store store, Function<Run, Findings> findings, boolean onlyLooks) {
        this.store = store;
        this.findings = findings;
        this.onlyLooks = onlyLooks;
    }

    /** One that puts right what it finds. */
    public static Inspection repairing(Store store, Clock clock) {
        RivalPairs rivals = new RivalPairs(store);
        return new Inspection(store, run -> new InspectedRecords(run, clock.instant(), rivals), false);
    }

    /** One that only notes what it finds. */
    public static Inspection looking(Store store) {
        return new Inspection(store, LookedAtRecords::new, true);
    }

    /** What an earlier look of this customer has found is of no use any more. */
    public void begin(Run run) {
        if (onlyLooks) {
            store.saveRelaxed(tx -> tx.differences().forget(run.customer().name()));
        }
    }

    /** A look tells what it passed over, too. No flow that writes such records may be under way. */
    public void end(Run run) {
        if (onlyLooks) {
            store.saveRelaxed(Fence.within(run, tx -> noteUnanswered(tx, run)));
        }
    }

    private static void noteUnanswered(Transaction tx, Run run) {
        var customer = run.customer().name();
        List<Intent> page = tx.intents().open(customer, run.kind(), null, PAGE_RECORDS);
        while (!page.isEmpty()) {
            tx.differences()
                    .add(
                            customer,
                            run.id(),
                            page.stream().map(Inspection::unanswered).toList());
            page = tx.intents()
                    .open(customer, run.kind(), page.get(page.size() - 1).remoteId(), PAGE_RECORDS);
        }
    }

    private static Difference unanswered(Intent intent) {
        return new Difference(
                intent.kind(), intent.remoteId(), intent.label(), null, Difference.Sort.UNANSWERED, "", "", "");
    }

    /**
     * Whether there is anything to compare. A state that was put back from a copy is no measure of what Optiply has: a
     * kind is compared again when its own flow has listed it.
     */
    public boolean isCompared(Run run) {
        return expected(run) > 0
                && !store.<Boolean>read(
                        tx -> tx.candidates().isDistrusted(run.customer().name(), run.kind()));
    }

    /** How many records of the run's kind should be in Optiply. */
    public long expected(Run run) {
        return store.read(tx -> tx.listed().expected(run.customer().name(), run.kind()));
    }

    /**
     * Compares records that Optiply listed; those that this run has compared already are passed over, and those about
     * which a write has no answer.
     *
     * @return the repairs to send; everything else has its outcome when this returns
     */
    public List<Write> compare(Run run, List<OptiplyRecord> records) {
        Known known = store.read(tx -> known(tx, run, records));
        Findings found = findings.apply(run);
        for (OptiplyRecord record : records) {
            Link link = known.links().get(record.id());
            if (link != null) {
                found.add(link, record);
            }
        }
        known.strangers().forEach(found::stranger);
        store.saveRelaxed(Fence.within(run, found::save));
        return found.repairs();
    }

    /**
     * What is known of some records.
     *
     * @param links of those that are to be compared
     * @param strangers by the source record that they claim to be
     */
    private record Known(Map<OptiplyId, Link> links, Map<RemoteId, OptiplyRecord> strangers) {}

    private static Known known(Transaction tx, Run run, List<OptiplyRecord> records) {
        var customer = run.customer().name();
        List<OptiplyId> ids = records.stream().map(OptiplyRecord::id).toList();
        Map<OptiplyId, Link> links = new HashMap<>(tx.links().byOptiplyIds(customer, run.kind(), ids));
        run.kind().orders().ifPresent(orders -> addTravelled(tx, run, orders, records, links));
        Map<RemoteId, OptiplyRecord> strangers = strangers(tx, run, records, links.keySet());
        List<RemoteId> remoteIds = links.values().stream().map(Link::remoteId).toList();
        Set<RemoteId> seen = tx.listed().by(customer, run.kind(), run.id(), remoteIds);
        Set<RemoteId> unanswered = tx.intents().unanswered(customer, run.kind(), remoteIds);
        links.values()
                .removeIf(link -> seen.contains(link.remoteId())
                        || unanswered.contains(link.remoteId())
                        || link.attributes() == null);
        return new Known(links, strangers);
    }

    /** Without a coupling nobody can tell what is ours; and what may just have been created is no stranger. */
    private static Map<RemoteId, OptiplyRecord> strangers(
            Transaction tx, Run run, List<OptiplyRecord> records, Set<OptiplyId> known) {
        Map<RemoteId, OptiplyRecord> strangers = new TreeMap<>(Comparator.comparing(RemoteId::value));
        for (OptiplyRecord record : records) {
            if (!known.contains(record.id())) {
                record.remoteId(run.customer().optiply().coupling()).ifPresent(id -> strangers.put(id, record));
            }
        }
        tx.intents()
                .unanswered(run.customer().name(), run.kind(), strangers.keySet())
                .forEach(strangers::remove);
        return strangers;
    }

    /** Lines that went with their order and whose ids nobody has asked for: known by their order and product. */
    private static void addTravelled(
            Transaction tx, Run run, Kind orders, List<OptiplyRecord> records, Map<OptiplyId, Link> links) {
        var customer = run.customer().name();
        String parent = run.kind().parentAttribute().orElseThrow();
        List<OptiplyRecord> others = records.stream()
                .filter(record -> !links.containsKey(record.id()))
                .toList();
        Set<OptiplyId> orderIds = others.stream()
                .map(record -> new OptiplyId(record.attributes().path(parent).asLong()))
                .collect(toSet());
        List<RemoteId> parents = tx.links().byOptiplyIds(customer, orders, orderIds).values().stream()
                .map(Link::remoteId)
                .toList();
        Map<String, Link> travelled = tx.links().ofParents(customer, run.kind(), parents).stream()
                .filter(line -> line.attributes() != null && line.optiplyId() == null)
                .collect(
                        toMap(line -> key(run.kind(), LinkStates.acknowledged(line)), line -> line, (one, two) -> one));
        for (OptiplyRecord record : others) {
            Link line = travelled.remove(key(run.kind(), run.kind().owned(record.attributes())));
            if (line != null) {
                links.put(record.id(), line);
            }
        }
    }

    private static String key(Kind kind, Attributes attributes) {
        return kind.naturalKey(attributes).map(NaturalKey::value).orElse("");
    }

    /**
     * The next records that no listing of this run had, by remote id. What is gone with its order is left out: the
     * order is told.
     */
    public List<Link> missing(Run run, @Nullable RemoteId after) {
        return store.read(tx -> {
            List<Link> page = page(tx, run, after);
            while (!page.isEmpty()) {
                List<Link> alone = page.stream()
                        .filter(link -> !isGoneWithItsOrder(tx, run, link))
                        .toList();
                if (!alone.isEmpty()) {
                    return alone;
                }
                page = page(tx, run, page.get(page.size() - 1).remoteId());
            }
            return page;
        });
    }

    private static List<Link> page(Transaction tx, Run run, @Nullable RemoteId after) {
        return tx.listed().missing(run.customer().name(), run.kind(), run.id(), TOLD, after, PAGE_RECORDS);
    }

    private static boolean isGoneWithItsOrder(Transaction tx, Run run, Link link) {
        var customer = run.customer().name();
        if (run.kind() == Kind.RECEIPT_LINES) {
            var line = LinkStates.acknowledged(link).get(OptiplyReceiptLine.BUY_ORDER_LINE_ID);
            List<OptiplyId> ids = line == null ? List.of() : List.of(new OptiplyId(line.asLong()));
            Collection<Link> lines =
                    tx.links().byOptiplyIds(customer, Kind.BUY_ORDER_LINES, ids).values();
            return lines.stream().noneMatch(one -> isListed(tx, run, one));
        }
        Optional<Kind> orders = run.kind().orders();
        if (orders.isEmpty() || link.parent() == null) {
            return false;
        }
        Link order =
                tx.links().find(customer, orders.get(), List.of(link.parent())).get(link.parent());
        return order == null || !isListed(tx, run, order);
    }

    private static boolean isListed(Transaction tx, Run run, Link link) {
        return !tx.listed()
                .by(link.customer(), link.kind(), run.id(), List.of(link.remoteId()))
                .isEmpty();
    }

    /** How many there are, if they are more than the guards allow: then the listing is doubted, not the records. */
    public Optional<Long> tooMany(Run run) {
        long missing = 0;
        List<Link> page = missing(run, null);
        while (!page.isEmpty()) {
            missing += page.size();
            page = missing(run, page.get(page.size() - 1).remoteId());
        }
        GuardLimits limits = new GuardLimits(run.customer().guards());
        return limits.allow(HoldAction.DELETE, missing, expected(run)) ? Optional.empty() : Optional.of(missing);
    }

    /** Takes note of a record that Optiply, asked for it alone, does not have either. */
    public void gone(Run run, Link link) {
        boolean wasListed = store.read(tx -> isListed(tx, run, link));
        if (!wasListed) {
            Findings found = findings.apply(run);
            found.gone(link);
            store.saveRelaxed(Fence.within(run, found::save));
        }
    }

    /** What to look a record up by that nobody has learnt the id of. */
    public NaturalKey lookupKey(Link link) {
        return link.kind().lookupKey(LinkStates.acknowledged(link));
    }

    /** Whether a person has been told that it was deleted, and has not decided yet. */
    static boolean isTold(Link link) {
        return link.isParkedFor(ParkReason.DELETED_IN_OPTIPLY);
    }
}
