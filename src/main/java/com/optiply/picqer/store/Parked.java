package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import java.time.Instant;

/**
 * A record that should be in Optiply and cannot be yet.
 *
 * @param detail what was found
 * @param advice what a person can do about it
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
            String advice) {
        return new Parked(customer, kind, remoteId, label, reason, detail, advice, 1, at, at, run);
    }
}
