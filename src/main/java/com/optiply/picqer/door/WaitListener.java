package com.optiply.picqer.door;

import java.time.Duration;

/** Is told when a door waits before it tries a request again, so that nobody takes the silence for an end. */
@FunctionalInterface
public interface WaitListener {
    /** For callers who need not be told. */
    WaitListener NONE = (customer, why, lasted, wait) -> {};

    /**
     * Called on the thread that waits, once for each wait.
     *
     * @param why what the last attempt came to
     * @param lasted since the first attempt failed
     * @param wait until the next one
     */
    void waits(String customer, Failure why, Duration lasted, Duration wait);
}
