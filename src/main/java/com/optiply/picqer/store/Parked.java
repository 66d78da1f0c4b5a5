package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.mapping.Awaited;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that should be in Optiply and cannot be yet.
 *
 * @param detail what was found
 * @param advice what a person can do about it
 * @param awaitsKind of the record that it waits for; null: it is tried again by every run
 * @param awaitsId of the record that it waits for
 * @param attempts how many runs have parked it, this one included
 */
public record Parked(
        CustomerName customer,
        Kind kind,
        RemoteId remoteId,
        String label,
        String reason,
        String detail,
        String advice,
        @Nullable Kind awaitsKind,
        @Nullable RemoteId awaitsId,
        long attempts,
        Instant firstAt,
        Instant lastAt,
        RunId lastRun) {

    /** A record as a run parks it; {@link Quarantine#park} counts on from what it knows of earlier attempts. */
    public static Parked by(
            RunId run,
            Instant at,
            CustomerName customer,
            Kind kind,
            RemoteId remoteId,
            String label,
            String reason,
            String detail,
            String advice,
            @Nullable Awaited awaits) {
        return new Parked(
                customer,
                kind,
                remoteId,
                label,
                reason,
                detail,
                advice,
                awaits == null ? null : awaits.kind(),
                awaits == null ? null : awaits.remoteId(),
                1,
                at,
                at,
                run);
    }
}
