package com.optiply.picqer.sync.run;

import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.RunId;
import java.util.Optional;

/** How far Picqer's lists have been read by complete runs, in Picqer's own words. Thread-safe. */
public final class ReadSoFar {
    private static final String WALKED_IN_FULL = "walked in full: ";

    private final Store store;

    public ReadSoFar(Store store) {
        this.store = store;
    }

    /** The watermark of that list; empty before the first complete run. */
    public Optional<String> of(Run run, String list) {
        return store.read(tx -> tx.watermarks().find(run.customer().name(), run.watermark(list)));
    }

    /** The last run that walked over all that there is of that kind, and was complete. */
    public Optional<RunId> lastWalk(Run run, Kind kind) {
        return of(run, WALKED_IN_FULL + kind.resource()).map(Long::valueOf).map(RunId::new);
    }

    /** Notes that this run has walked over all that there is of the kind that it is looked at for. */
    public void walked(Run run) {
        run.read(WALKED_IN_FULL + run.kind().resource(), run.id().toString());
    }
}
