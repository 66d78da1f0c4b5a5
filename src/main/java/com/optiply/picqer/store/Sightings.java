package com.optiply.picqer.store;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.Sighting;
import com.optiply.picqer.store.row.SightingId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Which run saw a record last, where nothing else changed of it. Picqer shows the same records on the same page run
 * after run, and a walk every ten minutes that writes a row for each of them would wear the state out. So the records
 * of a page share one row: a run writes that row, and what has joined the page or left it.
 */
public final class Sightings {
    /** So few records are noted one by one: a row that they shared would soon be left behind. */
    private static final int FEW = 10;

    private final Handle handle;

    Sightings(Handle handle) {
        this.handle = handle;
    }

    /**
     * Notes that a page showed these records. Those that the run has noted in that list before, as the last one of the
     * page before, stay with the others of that page.
     *
     * @param known all of that customer and kind, as the state has them
     */
    public void note(CustomerName customer, Kind kind, Collection<Link> known, RunId run, Leg leg) {
        Map<RemoteId, Sighting> page = known.stream()
                .filter(link -> !isNoted(link.sighting(), run, leg))
                .collect(toMap(Link::remoteId, Link::sighting, (first, again) -> first, LinkedHashMap::new));
        Optional<SightingId> shared = sharedByMost(page.values(), leg);
        if (shared.isPresent()) {
            goOnSharing(new Records(customer, kind, leg), shared.get(), page, run);
        } else if (page.size() > FEW) {
            beginSharing(new Records(customer, kind, leg), page.keySet(), run);
        } else {
            page.values().removeIf(new Sighting(run, leg)::equals); // As they were saved just before.
            noteEach(new Records(customer, kind, leg), page.keySet(), run);
        }
    }

    /** What records of one list have in common. */
    private record Records(CustomerName customer, Kind kind, Leg leg) {}

    private static boolean isNoted(Sighting sighting, RunId run, Leg leg) {
        return sighting.isBy(run) && sighting.leg() == leg && sighting.shared() != null;
    }

    /** What more than half of them share, in that list. */
    private static Optional<SightingId> sharedByMost(Collection<Sighting> page, Leg leg) {
        Map<SightingId, Long> sharing = page.stream()
                .filter(sighting -> sighting.leg() == leg)
                .map(Sighting::shared)
                .filter(Objects::nonNull)
                .collect(groupingBy(Function.identity(), counting()));
        return sharing.entrySet().stream()
                .filter(of -> of.getValue() * 2 > page.size())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whoever shared it and is not on the page any more keeps its own: from here on it is this page's. */
    private void goOnSharing(Records records, SightingId shared, Map<RemoteId, Sighting> page, RunId run) {
        Set<RemoteId> joining = page.entrySet().stream()
                .filter(record -> !shared.equals(record.getValue().shared()))
                .map(Map.Entry::getKey)
                .collect(toSet());
        if (count(shared) != page.size() - joining.size()) {
            List<RemoteId> leaving = sharing(shared);
            leaving.removeAll(page.keySet());
            leave(records, leaving);
        }
        int noted = handle.createUpdate("update sighting set run = :run where id = :shared")
                .bind("run", run)
                .bind("shared", shared)
                .execute();
        if (noted == 1) {
            join(records, joining, shared);
        } else {
            beginSharing(records, page.keySet(), run); // All had left it since the page was looked up, and it is gone.
        }
    }

    private void beginSharing(Records records, Set<RemoteId> page, RunId run) {
        SightingId shared = new SightingId(Counter.next(handle, "sighting"));
        handle.createUpdate("insert into sighting (id, run) values (:shared, :run)")
                .bind("shared", shared)
                .bind("run", run)
                .execute();
        join(records, page, shared);
    }

    private long count(SightingId shared) {
        return handle.createQuery("select count(*) from link_row where sighting = :shared")
                .bind("shared", shared)
                .mapTo(Long.class)
                .one();
    }

    private List<RemoteId> sharing(SightingId shared) {
        return handle.createQuery("select remote_id from link_row where sighting = :shared")
                .bind("shared", shared)
                .mapTo(RemoteId.class)
                .list();
    }

    private void join(Records records, Collection<RemoteId> remoteIds, SightingId shared) {
        write(records, remoteIds, "sighting = :shared, seen_leg = :leg", rows -> rows.bind("shared", shared)
                .bind("leg", records.leg()));
    }

    private void leave(Records records, Collection<RemoteId> remoteIds) {
        String last = "(select run from sighting where sighting.id = link_row.sighting)";
        write(records, remoteIds, "sighting = null, seen_run = coalesce(" + last + ", seen_run)", rows -> rows);
    }

    private void noteEach(Records records, Collection<RemoteId> remoteIds, RunId run) {
        write(records, remoteIds, "sighting = null, seen_run = :run, seen_leg = :leg", rows -> rows.bind("run", run)
                .bind("leg", records.leg()));
    }

    private void write(Records records, Collection<RemoteId> remoteIds, String what, UnaryOperator<Update> values) {
        Keys.update(remoteIds, keys -> values.apply(handle.createUpdate("update link_row set " + what
                                + " where customer = :customer and kind = :kind and remote_id in (<keys>)")
                        .bind("customer", records.customer())
                        .bind("kind", records.kind())
                        .bindList("keys", keys))
                .execute());
    }

    /** Drops those that no record shares any more. */
    public int removeUnshared() {
        return handle.createUpdate(
                        """
                        delete from sighting
                        where not exists (select 1 from link_row where link_row.sighting = sighting.id)
                        """)
                .execute();
    }
}
