package com.optiply.picqer.door;

import java.time.Duration;

/** Is told when a door waits before it tries a request again, so that nobody takes the silence for an end. */
@FunctionalInterface
public interface WaitListener {
    /**
     * Called on the thread that waits, once for each wait.
     *
     * @param why one sentence: what the last attempt came to
     * @param lasted since the first attempt failed
     * @param wait until the next one
     */
    void waits(String customer, Account account, String why, Duration lasted, Duration wait);
}
