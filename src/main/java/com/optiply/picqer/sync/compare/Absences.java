package com.optiply.picqer.sync.compare;

import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.supplier.SupplierKey;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.link.UsersPairs;
import com.optiply.picqer.sync.run.ReadSoFar;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records that Picqer has no more (mapping.md, "Products" and "Suppliers"): absent from a complete walk over
 * both lists, twice running. Only to be asked after such a walk; whichever flow made it, the next one is measured by
 * it. Thread-safe.
 */
public final class Absences {
    private static final int PAGE_RECORDS = 100;

    private final Store store;
    private final ReadSoFar readSoFar;
    private final Comparison comparison;
    private final Map<Kind, Absent> rules;

    /** What becomes of a record that is gone, and on which others may still lean. */
    @FunctionalInterface
    public interface Absent {
        Filter decide(Subject gone, boolean isInUse);
    }

    public Absences(Store store, Comparison comparison, Map<Kind, Absent> rules) {
        this.store = store;
        readSoFar = new ReadSoFar(store);
        this.comparison = comparison;
        this.rules = Map.copyOf(rules);
    }

    /**
     * Proposes to the guards what is gone; what was never in Optiply needs no more than a note.
     *
     * @param inUse on which others lean in Optiply
     */
    public void find(Run run, Set<RemoteId> inUse) {
        Absent absent = Objects.requireNonNull(rules.get(run.kind()), "nothing says what becomes of absent records");
        pages(run, page -> decide(run, absent, inUse, page));
        readSoFar.walked(run);
    }

    private void decide(Run run, Absent absent, Set<RemoteId> inUse, List<Link> page) {
        Map<RemoteId, Link> known = new HashMap<>();
        page.forEach(link -> known.put(link.remoteId(), link));
        List<Decision> gone = page.stream()
                .filter(link -> isToBeMissed(run, link))
                .<Decision>map(link -> absent.decide(
                        new Subject(link.remoteId(), link.label(), link.parent()), inUse.contains(link.remoteId())))
                .toList();
        comparison.compareAbsent(run, gone, known);
    }

    /** All that is gone and is still in Optiply: for kinds of which there are few. */
    public List<Link> stillInOptiply(Run run) {
        List<Link> absent = new ArrayList<>();
        pages(run, page -> page.stream()
                .filter(link -> link.optiplyId() != null && isToBeMissed(run, link))
                .forEach(absent::add));
        return absent;
    }

    private void pages(Run run, Consumer<List<Link>> take) {
        readSoFar.lastWalk(run, run.kind()).ifPresent(before -> {
            List<Link> page = page(run, before, null);
            while (!page.isEmpty()) {
                take.accept(page);
                page = page(run, before, page.get(page.size() - 1).remoteId());
            }
        });
    }

    /** What stands in no list of Picqer's cannot be absent: suppliers known by their names only, and users' pairs. */
    private static boolean isToBeMissed(Run run, Link link) {
        boolean isByName = run.kind() == Kind.SUPPLIERS && SupplierKey.isByName(link.remoteId());
        return !isByName && !UsersPairs.isLeftAlone(run.customer(), link);
    }

    /** Those that neither the complete walk before nor any since has seen. */
    private List<Link> page(Run run, RunId before, @Nullable RemoteId after) {
        return store.read(tx -> tx.links().unseenSince(run.customer().name(), run.kind(), before, after, PAGE_RECORDS));
    }
}
