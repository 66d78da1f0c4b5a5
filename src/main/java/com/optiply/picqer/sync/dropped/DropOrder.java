package com.optiply.picqer.sync.dropped;

import com.optiply.picqer.store.row.DroppedFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * In which order dropped files are taken. A list that is put off is not overtaken by a later one: applied after it, the
 * older choices would take the place of the newer ones. Pure.
 */
public final class DropOrder {
    private DropOrder() {}

    /**
     * Those that may be taken now, the oldest first.
     *
     * @param open the customer's files that are not over, the oldest first
     */
    public static List<DroppedFile> due(List<DroppedFile> open, Instant now) {
        return open.stream()
                .filter(file ->
                        !isPutOff(file, now) && waitsFor(file, open, now).isEmpty())
                .toList();
    }

    /** The older list that this one has to wait for; empty where there is none. */
    public static Optional<DroppedFile> waitsFor(DroppedFile file, List<DroppedFile> open, Instant now) {
        return file.isToBeApplied()
                ? open.stream()
                        .filter(other -> other.isToBeApplied() && isPutOff(other, now))
                        .findFirst()
                        .filter(first -> first.id().value() < file.id().value())
                : Optional.empty();
    }

    private static boolean isPutOff(DroppedFile file, Instant now) {
        return file.dueAt().isAfter(now);
    }
}
