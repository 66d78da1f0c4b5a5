package com.optiply.picqer.store.row;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record that should be in Optiply and cannot be yet.
 *
 * @param detail what was found
 * @param advice what a person can do about it
 * @param awaitsKind of the record that it waits for; null: for nothing in particular
 * @param awaitsId of the record that it waits for
 * @param attempts how often it was tried for this cause, the last time included
 * @param nextAt when it is tried again at the latest; null: by every run, or when what it waits for is there
 * @param refused a digest of what Optiply refused: what differs from it is tried at once; null: nothing was sent
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
        RunId lastRun,
        @Nullable Instant nextAt,
        @Nullable String refused) {

    /** The row after the first try, if it is to be left alone from try to try. */
    public Parked backingOff() {
        return trying(attempts, firstAt, Backoff.after(reason, lastAt, attempts));
    }

    /** Whether it is to be left alone at that moment, unless something about it has changed. */
    public boolean isLeftAlone(Instant at) {
        return nextAt != null && at.isBefore(nextAt);
    }

    /**
     * This row after one that stands already: another cause begins to count anew, and what was only looked at before
     * its time is not counted as tried.
     */
    public Parked following(Parked before) {
        if (nextAt == null) {
            return trying(before.attempts + 1, before.firstAt, null);
        }
        if (!isOfTheSameCause(before)) {
            return trying(1, before.firstAt, nextAt);
        }
        return before.isLeftAlone(lastAt)
                ? trying(before.attempts, before.firstAt, before.nextAt)
                : trying(before.attempts + 1, before.firstAt, Backoff.after(reason, lastAt, before.attempts + 1));
    }

    private boolean isOfTheSameCause(Parked before) {
        return reason.equals(before.reason)
                && Objects.equals(refused, before.refused)
                && Objects.equals(awaitsId, before.awaitsId);
    }

    private Parked trying(long times, Instant since, @Nullable Instant next) {
        return new Parked(
                customer,
                kind,
                remoteId,
                label,
                reason,
                detail,
                advice,
                awaitsKind,
                awaitsId,
                times,
                since,
                lastAt,
                lastRun,
                next,
                refused);
    }
}
