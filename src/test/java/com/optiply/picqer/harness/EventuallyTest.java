package com.optiply.picqer.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventuallyTest {
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void looksUntilItIsSo() {
        assertThat(Eventually.<Integer>found("the third look", () -> Optional.of(looks.incrementAndGet())
                        .filter(look -> look == 3)))
                .isEqualTo(3);
    }

    @Test
    void failsWhereItDoesNotCome() {
        assertThatThrownBy(() -> Eventually.isTrue("a miracle", Duration.ofMillis(20), () -> looks.get() > 0))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a miracle");
    }

    @Test
    void failsAtOnceWhereTheLookDoes() {
        assertThatThrownBy(() -> Eventually.isTrue("a page", () -> {
                    looks.incrementAndGet();
                    throw new IOException("refused");
                }))
                .isInstanceOf(AssertionError.class)
                .hasRootCauseMessage("refused");
        assertThat(looks).hasValue(1);
    }
}
