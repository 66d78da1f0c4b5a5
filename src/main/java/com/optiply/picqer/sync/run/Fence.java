package com.optiply.picqer.sync.run;

import com.optiply.picqer.store.Transaction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Around every transaction in which a run stores what it read, decided or was answered. A process that stood still may
 * wake with an answer in hand after another one has taken the lease, called the run interrupted and sent something
 * newer: stored then, the older answer would stand for what Optiply has. What was left in doubt is the other's to
 * settle.
 */
public final class Fence {
    private Fence() {}

    /** @throws LeaseLostException where the run is not under way any more */
    private static void require(Transaction tx, Run run) {
        if (!tx.runs().isUnderWay(run.id())) {
            throw new LeaseLostException(run.customer().name());
        }
    }

    /** The same work, within the fence. */
    public static Consumer<Transaction> within(Run run, Consumer<Transaction> work) {
        return tx -> {
            require(tx, run);
            work.accept(tx);
        };
    }

    /** The same work, within the fence. */
    public static <T> Function<Transaction, T> yielding(Run run, Function<Transaction, T> work) {
        return tx -> {
            require(tx, run);
            return work.apply(tx);
        };
    }
}
