package com.optiply.picqer.sync.compare;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.composition.WithoutParts;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.guard.Patience;
import com.optiply.picqer.sync.link.PartsInOptiply;
import com.optiply.picqer.sync.link.UsersPairs;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Fence;
import com.optiply.picqer.sync.run.LeaseLostException;
import com.optiply.picqer.sync.run.Run;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a page of decisions with what Optiply last acknowledged: one query, one transaction, and the writes that
 * remain. Thread-safe.
 */
public final class Comparison {
    private final Store store;
    private final Adoption adoption;
    private final Clock clock;
    private final Patience patience;

    public Comparison(Store store, Adoption adoption, Clock clock) {
        this.store = store;
        this.adoption = adoption;
        this.clock = clock;
        this.patience = new Patience(store, clock);
    }

    /**
     * What has to be sent. Everything else of the page has its outcome when this returns: unchanged, filtered, parked,
     * or proposed to the guards.
     *
     * @param decisions about the rows of one page, in their order; a row of an earlier page of the same list is passed
     *     over as repeated
     * @throws LeaseLostException where another run may have sent since what the links in hand do not know of
     */
    public List<Write> compare(Run run, Leg leg, List<Decision> decisions) {
        Map<RemoteId, Decision> distinct = distinct(decisions);
        Map<RemoteId, Link> known = known(run, distinct.keySet());
        distinct.keySet().removeIf(id -> isSeen(known.get(id), run, leg));
        run.tally().repeated(decisions.size() - distinct.size());
        return judge(run, leg, distinct.values(), known);
    }

    /**
     * Compares a page that is all there is of some records' children: what belonged to one of them before and is not
     * on it any more is decided about too.
     */
    public List<Write> compare(Run run, Leg leg, List<Decision> decisions, Family family) {
        Set<RemoteId> present = decisions.stream().map(Decision::remoteId).collect(toSet());
        List<Decision> whole = new ArrayList<>(decisions);
        children(run, family).stream()
                .filter(child -> !present.contains(child.remoteId()) && isToBeTold(child))
                .map(child -> family.absent().apply(subject(child)))
                .forEach(whole::add);
        return compare(run, leg, whole);
    }

    private List<Link> children(Run run, Family family) {
        return store.read(tx -> tx.links().ofParents(run.customer().name(), run.kind(), family.parents()));
    }

    /**
     * What is in Optiply has to leave it, and what waits need wait no more; the rest has been told before. A pair that
     * Optiply's users made was never Picqer's to take away.
     */
    private static boolean isToBeTold(Link child) {
        return (child.attributes() != null || child.standing() == Standing.PARK) && !UsersPairs.isUsers(child);
    }

    private static Subject subject(Link child) {
        return new Subject(child.remoteId(), child.label(), child.parent());
    }

    /** Compares records that were found to be absent from both lists. */
    public List<Write> compareAbsent(Run run, List<Decision> decisions, Map<RemoteId, Link> known) {
        return judge(run, Leg.ACTIVE, decisions, known);
    }

    private List<Write> judge(Run run, Leg leg, Collection<Decision> decisions, Map<RemoteId, Link> known) {
        run.tally().read(decisions.size());
        PageOutcome page = new PageOutcome(run, leg, clock.instant());
        Map<RemoteId, Decision> doubtful = adoption.adopt(run, page, decisions, known);
        Set<RemoteId> withoutParts = PartsInOptiply.awaited(store, run, known.values());
        Verdicts verdicts = new Verdicts(run.customer().name(), run.kind(), run.id(), leg, run.refused());
        for (Decision decision : decisions) {
            Decision told = doubtful.getOrDefault(decision.remoteId(), decision);
            Decision settled = withoutParts.contains(decision.remoteId()) ? WithoutParts.hidden(told) : told;
            Link before = known.get(decision.remoteId());
            page.add(settled, withheld(run, verdicts.on(settled, before)), before);
        }
        store.saveRelaxed(Fence.within(run, page::save));
        return patience.sift(run, page.writes());
    }

    private Map<RemoteId, Link> known(Run run, Collection<RemoteId> ids) {
        return new LinkedHashMap<>(
                store.read(tx -> tx.links().find(run.customer().name(), run.kind(), ids)));
    }

    private static Map<RemoteId, Decision> distinct(List<Decision> decisions) {
        return decisions.stream()
                .collect(toMap(Decision::remoteId, decision -> decision, (first, again) -> first, LinkedHashMap::new));
    }

    private static boolean isSeen(@Nullable Link link, Run run, Leg leg) {
        return link != null && link.sighting().isBy(run.id()) && link.sighting().leg() == leg;
    }

    /**
     * With `writes: off` a difference is an outcome of its own: counted, and not believed to be sent. What was parked
     * stays so: it is in no list that a run which may write will read.
     */
    private static Verdict withheld(Run run, Verdict verdict) {
        if (!run.withholdsWrites()) {
            return verdict;
        }
        if (verdict instanceof Verdict.Differs differs) {
            return withheld(run, differs.write());
        }
        return verdict instanceof Verdict.Guarded guarded ? withheld(run, guarded.write()) : verdict;
    }

    private static Verdict withheld(Run run, Write write) {
        run.tally().withheld(write.action());
        Link before = write.before();
        Link link = before.standing() == Standing.PARK
                ? before
                : before.standing(Standing.FILTER, FilterReason.WRITES_OFF.code());
        return new Verdict.Filtered(link, FilterReason.WRITES_OFF);
    }
}
