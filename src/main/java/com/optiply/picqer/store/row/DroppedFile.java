package com.optiply.picqer.store.row;

import com.optiply.picqer.customer.CustomerName;
import java.time.Duration;
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

    /** Further off than anything is ever put off. */
    private static final Duration NOT_YET = Duration.ofDays(3_650);

    /** When a file is due that a command claimed at that moment, and has still to read: not before it has. */
    public static Instant dueOnceRead(Instant claimedAt) {
        return claimedAt.plus(NOT_YET);
    }

    /** Whether the command that brought the file has not read it yet, so that nobody else may take it. */
    public boolean isWithItsCommand() {
        return state == DropState.CLAIMED && !dueAt.isBefore(dueOnceRead(claimedAt));
    }

    /** Whether anything may still be written for it. */
    public boolean isToBeApplied() {
        boolean isRead = state != DropState.CLAIMED;
        return purpose != DropPurpose.PREVIEW
                && !isOver()
                && !isWithItsCommand()
                && !(isRead && settledCount == rowCount);
    }

    /** Whether there is nothing left to do for it. */
    public boolean isOver() {
        return state == DropState.ANSWERED || state == DropState.REFUSED;
    }
}
