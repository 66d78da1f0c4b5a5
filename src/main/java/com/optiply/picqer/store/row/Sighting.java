package com.optiply.picqer.store.row;

import org.jspecify.annotations.Nullable;

/**
 * Who last saw a record in Picqer.
 *
 * @param run 0: none since it was sent with its parent, or it is a pair that Optiply's users made
 * @param leg the list in which that run saw it
 * @param shared set where it shares this with others, which the same page showed; null: it is its own
 */
public record Sighting(RunId run, Leg leg, @Nullable SightingId shared) {
    public Sighting(RunId run, Leg leg) {
        this(run, leg, null);
    }

    /** Of a record that nobody has looked at. */
    public static Sighting none() {
        return new Sighting(RunId.NONE, Leg.ACTIVE);
    }

    public boolean isBy(RunId asked) {
        return run.equals(asked);
    }
}
