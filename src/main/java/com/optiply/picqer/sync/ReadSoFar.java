package com.optiply.picqer.sync;

import com.optiply.picqer.store.Store;
import java.util.Optional;

/** How far Picqer's lists have been read by complete runs, in Picqer's own words. Thread-safe. */
public final class ReadSoFar {
    private final Store store;

    public ReadSoFar(Store store) {
        this.store = store;
    }

    /** The watermark of that list; empty before the first complete run. */
    public Optional<String> of(Run run, String list) {
        return store.read(tx -> tx.watermarks().find(run.customer().name(), run.watermark(list)));
    }
}
