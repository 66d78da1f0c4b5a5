package com.optiply.picqer.service;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this process does over and over beside its runs, such as prolonging its leases. */
final class Chore {
    private static final Logger LOG = LoggerFactory.getLogger(Chore.class);
    private static final int FAILED = 1;

    private Chore() {}

    /**
     * A chore that fails once is tried again the next time; a schedule would drop it for ever without a word. One that
     * is cut off because the service stops did not fail. Where Java itself fails, as without memory, nobody knows which
     * threads live: the process ends as by a crash, so that its leases run out and whoever keeps it starts it again.
     */
    static Runnable guarded(Runnable chore) {
        return guarded(chore, () -> Runtime.getRuntime().halt(FAILED));
    }

    /** @param end ends the process */
    static Runnable guarded(Runnable chore, Runnable end) {
        return () -> {
            try {
                chore.run();
            } catch (RuntimeException failed) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                LOG.error("A chore of the service failed, and is tried again: {}", failed.getMessage(), failed);
            } catch (Error fatal) {
                try {
                    LOG.error("This process ends, because Java itself failed: {}", fatal.toString(), fatal);
                } finally {
                    end.run();
                }
            }
        };
    }
}
