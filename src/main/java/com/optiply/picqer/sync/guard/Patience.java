package com.optiply.picqer.sync.guard;

import static java.util.stream.Collectors.toSet;

import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Fence;
import com.optiply.picqer.sync.run.Run;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps back what Optiply refused a short while ago, as long as nothing about it has changed (src/docs/decisions/21):
 * it stays parked, and counts as parked. Thread-safe.
 */
public final class Patience {
    private static final Set<String> REFUSED = Stream.of(ParkReason.REJECTED, ParkReason.SERVER_ERROR)
            .map(ParkReason::code)
            .collect(toSet());

    private final Store store;
    private final Clock clock;

    public Patience(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Those of the writes that are to be sent now; the others have their outcome when this returns. */
    public List<Write> sift(Run run, List<Write> writes) {
        List<RemoteId> refused = writes.stream()
                .filter(write -> isRefused(write.before()))
                .map(Write::remoteId)
                .toList();
        return refused.isEmpty() ? writes : sift(run, writes, refused);
    }

    private List<Write> sift(Run run, List<Write> writes, List<RemoteId> refused) {
        Instant now = clock.instant();
        Map<RemoteId, Parked> parked =
                store.read(tx -> tx.quarantine().find(run.customer().name(), run.kind(), refused));
        List<Write> sent = new ArrayList<>();
        List<Link> left = new ArrayList<>();
        for (Write write : writes) {
            Parked row = parked.get(write.remoteId());
            if (row != null && row.isLeftAlone(now) && write.digest().equals(row.refused())) {
                left.add(write.before());
                run.tally().parked(ParkReason.of(row.reason()));
            } else {
                sent.add(write);
            }
        }
        store.saveRelaxed(Fence.within(run, tx -> tx.links().save(left)));
        return sent;
    }

    private static boolean isRefused(Link link) {
        return link.standing() == Standing.PARK && link.reason() != null && REFUSED.contains(link.reason());
    }
}
