package com.optiply.picqer.flow.walk;

import com.optiply.picqer.door.Query;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.sync.run.ReadSoFar;
import com.optiply.picqer.sync.run.Run;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists that Picqer filters by {@code updated_after}: each run reads on from where Picqer's own clock stood when the
 * last complete run began, and a little before it (mapping.md, "Money and time").
 */
public final class ChangedSince {
    private static final long OVERLAP_HOURS = 3;
    private static final DateTimeFormatter PICQERS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private ChangedSince() {}

    /** The list from where it was read to, and records to be read besides. */
    static List<Stretch> stretches(Run run, String path, ReadSoFar readSoFar, List<RemoteId> besides) {
        Query since = lastTold(run, path, readSoFar)
                .map(ChangedSince::since)
                .orElseGet(() -> historyFrom(run).map(ChangedSince::after).orElse(Query.NONE));
        List<Stretch> stretches = new ArrayList<>();
        stretches.add(
                new ListStretch(path, since, Leg.ACTIVE, run.customer().picqer().paging()));
        besides.forEach(record -> stretches.add(new SingleStretch(path, record)));
        return stretches;
    }

    /** The last change in the list that a complete run has read; empty where there was none. */
    public static Optional<String> lastTold(Run run, String path, ReadSoFar readSoFar) {
        return readSoFar.of(run, path);
    }

    /** What was changed since a little before that; everything where nothing is known to be changed. */
    public static Query since(@Nullable String lastTold) {
        return lastTold == null
                ? Query.NONE
                : after(LocalDateTime.parse(lastTold, PICQERS).minusHours(OVERLAP_HOURS));
    }

    private static Query after(LocalDateTime time) {
        return Query.of("updated_after", time.format(PICQERS));
    }

    /** What was made from that day on was changed from that day on; a day earlier, whatever zone Picqer thinks in. */
    private static Optional<LocalDateTime> historyFrom(Run run) {
        return run.customer().historyFrom().map(day -> day.minusDays(1).atStartOfDay());
    }

    /**
     * How far the list has been read, once this run is complete: to where Picqer's clock stood when the run began, and
     * no further. What was changed while it read may have slipped by, however long that took; so of each row's time as
     * much is taken off as had passed by then.
     *
     * @param underWay how long the run had been when it read the row
     */
    static void note(Run run, String path, LocalDateTime updated, Duration underWay) {
        run.read(path, updated.minus(underWay).format(PICQERS));
    }
}
