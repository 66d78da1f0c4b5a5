package com.optiply.picqer.door;

/**
 * The arithmetic of a budget: pure but for its own state, told the time, never waiting. Not thread-safe; its
 * {@link Budget} is.
 */
interface Allowance {
    /** Zero: go, the place is taken. Otherwise the nanoseconds after which to ask again. */
    long take(long now);

    /** A request that took a place has ended. */
    void ended(Place place, Signals signals, long now);

    /** A request's place in the budget: when it was taken, and when the request went out, which a login can delay. */
    record Place(Method method, long taken, long sent) {}

    /** For a sandbox or a benchmark. */
    Allowance UNLIMITED = new Allowance() {
        @Override
        public long take(long now) {
            return 0;
        }

        @Override
        public void ended(Place place, Signals signals, long now) {
            // Nothing to learn: a 429 with Retry-After holds the budget, whatever the allowance.
        }
    };
}
