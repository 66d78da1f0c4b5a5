package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A list of preferred suppliers that somebody dropped as a file.
 *
 * @param name as it was dropped
 * @param digest of its content; null until it is read
 * @param dueAt when it may be tried next
 * @param attempts runs that came to their end and left rows open
 * @param settledCount rows that have their outcome
 * @param answer the name under which it is answered; null until then
 */
public record DroppedFile(
        DropId id,
        CustomerName customer,
        String name,
        DropPurpose purpose,
        DropState state,
        @Nullable String digest,
        Instant claimedAt,
        Instant dueAt,
        long attempts,
        long rowCount,
        long settledCount,
        @Nullable String answer) {

    /** Whether there is nothing left to do for it. */
    public boolean isOver() {
        return state == DropState.ANSWERED || state == DropState.REFUSED;
    }
}
