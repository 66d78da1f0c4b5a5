package com.optiply.picqer.sync.link;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.mapping.Awaited;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.Digest;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.run.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Fills the quarantine's rows: whose records, and which run parks them when. */
public record Parking(CustomerName customer, Kind kind, RunId run, Instant at) {

    public static Parking by(Run run, Instant at) {
        return new Parking(run.customer().name(), run.kind(), run.id(), at);
    }

    /** @param awaits what the record waits for; null: nothing in particular */
    public Parked row(RemoteId remoteId, String label, ParkReason reason, String detail, @Nullable Awaited awaits) {
        return row(remoteId, label, reason, detail, awaits, null);
    }

    /** A record of which Optiply did not take what was sent. */
    public Parked refused(Write write, ParkReason reason, String detail) {
        return row(write.remoteId(), write.before().label(), reason, detail, null, write.digest());
    }

    /**
     * An order that Picqer did not take.
     *
     * @param draft what was to be created there; null where nothing was sent
     */
    public Parked refused(Park park, @Nullable String draft) {
        String digest = draft == null ? null : Digest.of(draft);
        return row(park.remoteId(), park.label(), park.reason(), park.detail(), null, digest);
    }

    private Parked row(
            RemoteId remoteId,
            String label,
            ParkReason reason,
            String detail,
            @Nullable Awaited awaits,
            @Nullable String refused) {
        Parked row = new Parked(
                customer,
                kind,
                remoteId,
                label,
                reason.code(),
                detail,
                reason.advice(),
                awaits == null ? null : awaits.kind(),
                awaits == null ? null : awaits.remoteId(),
                1,
                at,
                at,
                run,
                null,
                refused);
        boolean isOnlyWaiting = awaits != null && reason != ParkReason.UNREADABLE;
        return reason.isTriedByEveryRun() || isOnlyWaiting ? row : row.backingOff();
    }
}
