package com.optiply.picqer.flow;

import com.optiply.picqer.door.Query;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Leg;
import com.optiply.picqer.sync.ReadSoFar;
import com.optiply.picqer.sync.Run;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists that Picqer filters by {@code updated_after}: each run reads on from the last change that a complete run has
 * read, by Picqer's own clock, and a little before it (mapping.md, "Money and time").
 */
final class ChangedSince {
    private static final long OVERLAP_HOURS = 3;
    private static final DateTimeFormatter PICQERS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private ChangedSince() {}

    /** The list from where it was read to, and records to be read besides. */
    static List<Stretch> stretches(Run run, String path, ReadSoFar readSoFar, List<RemoteId> besides) {
        Query since = readSoFar
                .of(run, path)
                .map(read -> LocalDateTime.parse(read, PICQERS).minusHours(OVERLAP_HOURS))
                .or(() -> historyFrom(run))
                .map(from -> Query.of("updated_after", from.format(PICQERS)))
                .orElse(Query.NONE);
        List<Stretch> stretches = new ArrayList<>();
        stretches.add(
                new ListStretch(path, since, Leg.ACTIVE, run.customer().picqer().paging()));
        besides.forEach(record -> stretches.add(new SingleStretch(path, record)));
        return stretches;
    }

    /** What was changed since a little before that moment. */
    static Query since(Instant moment, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone).minusHours(OVERLAP_HOURS);
        return Query.of("updated_after", local.format(PICQERS));
    }

    /** What was made from that day on was changed from that day on; a day earlier, whatever zone Picqer thinks in. */
    private static Optional<LocalDateTime> historyFrom(Run run) {
        return run.customer().historyFrom().map(day -> day.minusDays(1).atStartOfDay());
    }

    /** How far the list has been read, once this run is complete. */
    static void note(Run run, String path, LocalDateTime updated) {
        run.read(path, updated.format(PICQERS));
    }
}
