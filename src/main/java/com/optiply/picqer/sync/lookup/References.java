package com.optiply.picqer.sync.lookup;

import static java.util.stream.Collectors.toMap;

import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.Reference;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.Sighting;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.link.UsersPairs;
import com.optiply.picqer.sync.run.Fence;
import com.optiply.picqer.sync.run.Run;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the state knows of records that others refer to. Thread-safe. */
public final class References {
    private static final int[] KNOWN_PLACES = {0, 333, 666}; // In thousandths of the way through them.

    private final Store store;

    public References(Store store) {
        this.store = store;
    }

    /**
     * By remote id; a record that nobody has read yet is not among them. The name of a supplier that was taken over
     * stands for the supplier.
     */
    public Map<RemoteId, Reference> find(Run run, Kind kind, Collection<RemoteId> ids) {
        Map<RemoteId, Link> links =
                store.read(tx -> tx.links().find(run.customer().name(), kind, ids));
        Map<RemoteId, RemoteId> ledTo = links.values().stream()
                .filter(link -> FilterReason.TAKEN_OVER.code().equals(link.reason()) && link.parent() != null)
                .collect(toMap(Link::remoteId, link -> Objects.requireNonNull(link.parent())));
        Map<RemoteId, Reference> found = links.values().stream().collect(toMap(Link::remoteId, References::reference));
        if (!ledTo.isEmpty()) {
            Map<RemoteId, Reference> takers = find(run, kind, ledTo.values());
            ledTo.forEach((id, taker) -> found.put(id, takers.getOrDefault(taker, new Reference.Missing())));
        }
        return found;
    }

    /** Records in Optiply that were read in Picqer with one of these parents, and that no rule keeps out. */
    public List<Subject> sentChildren(Run run, Collection<RemoteId> parents) {
        return store.read(tx -> tx.links().ofParents(run.customer().name(), run.kind(), parents)).stream()
                .filter(link -> link.optiplyId() != null && !UsersPairs.isUsers(link))
                .filter(link -> link.standing() == Standing.SEND || link.standing() == Standing.PARK)
                .map(link -> new Subject(link.remoteId(), link.label(), link.parent()))
                .toList();
    }

    /** A few records that are in Optiply, spread over all of them, the same each time; empty: there are none. */
    public List<RemoteId> known(Run run, Kind kind) {
        return sample(run, kind).stream().map(Link::remoteId).toList();
    }

    /** A few of the records that have some of this kind in Optiply, drawn as above. */
    public List<RemoteId> knownParents(Run run, Kind kind) {
        return sample(run, kind).stream()
                .map(Link::parent)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private List<Link> sample(Run run, Kind kind) {
        return store.read(tx -> tx.sampledLinks().draw(run.customer().name(), kind, RunId.NONE, KNOWN_PLACES));
    }

    /**
     * Notes a record that nobody has read and that Picqer does not have: what refers to it need not wait. Another flow
     * may have read it since it was asked for, and brought it to Optiply: then that stands.
     */
    public void unknown(Run run, Kind kind, RemoteId id) {
        Link gone = Link.of(
                run.customer().name(),
                kind,
                id,
                id.value(),
                Standing.GONE,
                FilterReason.GONE.code(),
                new Sighting(run.id(), Leg.ACTIVE));
        store.saveRelaxed(Fence.within(run, tx -> {
            if (tx.links().find(gone.customer(), kind, List.of(id)).isEmpty()) {
                tx.links().save(List.of(gone));
            }
        }));
    }

    private static Reference reference(Link link) {
        if (link.optiplyId() != null) {
            return new Reference.Linked(link.optiplyId());
        }
        return switch (link.standing()) {
            case FILTER -> keptOut(link.reason());
            case GONE -> new Reference.Unknown();
            case SEND, PARK -> new Reference.Missing();
        };
    }

    /** What only the setting `writes` keeps out belongs in Optiply, and will be there. */
    private static Reference keptOut(@Nullable String code) {
        FilterReason reason = FilterReason.of(code == null ? "" : code);
        return reason == FilterReason.WRITES_OFF ? new Reference.Missing() : new Reference.KeptOut(reason);
    }
}
