package com.optiply.picqer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of a chore that fails: a schedule drops one that throws, for ever and without a word. */
class ChoreTest {
    private final AtomicInteger ends = new AtomicInteger();

    @Test
    void oneThatFailsIsTriedAgain() {
        Runnable chore = guarded(new IllegalStateException("the state does not answer"));

        assertThatCode(chore::run).doesNotThrowAnyException();
        assertThat(ends).hasValue(0);
    }

    @Test
    void whereJavaItselfFailsTheProcessEndsInsteadOfHoldingNoLeaseInSilence() {
        Runnable chore = guarded(new OutOfMemoryError("Java heap space"));

        assertThatCode(chore::run).doesNotThrowAnyException();
        assertThat(ends).hasValue(1);
    }

    private Runnable guarded(Throwable failure) {
        return Chore.guarded(
                () -> {
                    if (failure instanceof Error fatal) {
                        throw fatal;
                    }
                    throw (RuntimeException) failure;
                },
                ends::incrementAndGet);
    }
}
