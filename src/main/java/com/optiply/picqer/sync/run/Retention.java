package com.optiply.picqer.sync.run;

import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.RunId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Forgets what is so old that nobody asks for it any more, so that the state does not grow for ever. What something
 * still goes by stays, whatever its age. Thread-safe.
 */
public final class Retention {
    /** So few that a run which waits for its turn to write does not notice. */
    private static final int BATCH_ROWS = 500;

    private final Store store;
    private final Terms terms;
    private final Clock clock;

    public Retention(Store store, Terms terms, Clock clock) {
        this.store = store;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * How long it is kept.
     *
     * @param runs from their end
     * @param changes from when Optiply acknowledged them; and dropped lists, from when they were taken
     * @param requests of commands, from when they were asked
     */
    public record Terms(Duration runs, Duration changes, Duration requests) {}

    /** How many rows are gone. */
    public record Forgotten(long runs, long changes, long requests, long lists) {
        public long total() {
            return runs + changes + requests + lists;
        }
    }

    /** Forgets what has become too old since this was last called. */
    public Forgotten forget() {
        Instant now = clock.instant();
        store.saveRelaxed(tx -> tx.sightings().removeUnshared());
        return new Forgotten(
                runs(now.minus(terms.runs())),
                changes(now.minus(terms.changes())),
                store.relaxed(tx -> tx.requests().deleteBefore(now.minus(terms.requests()))),
                store.relaxed(tx -> tx.droppedFiles().deleteOverBefore(now.minus(terms.changes()))));
    }

    private long runs(Instant before) {
        Set<RunId> kept = store.read(tx -> tx.runs().stillNamed());
        long forgotten = 0;
        List<RunId> page = store.read(tx -> tx.runs().endedBefore(before, null, BATCH_ROWS));
        while (!page.isEmpty()) {
            List<RunId> old = new ArrayList<>(page);
            old.removeAll(kept);
            store.saveRelaxed(tx -> tx.runs().delete(old));
            forgotten += old.size();
            RunId last = page.get(page.size() - 1);
            page = store.read(tx -> tx.runs().endedBefore(before, last, BATCH_ROWS));
        }
        return forgotten;
    }

    private long changes(Instant before) {
        long forgotten = 0;
        long batch;
        do {
            batch = store.relaxed(tx -> tx.changes().deleteBefore(before, BATCH_ROWS));
            forgotten += batch;
        } while (batch > 0);
        return forgotten;
    }
}
