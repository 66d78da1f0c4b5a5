package com.optiply.picqer.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.sync.TestClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When the clock of the machine counts as set back. */
class ClockWatchTest {
    private final AtomicLong nanos = new AtomicLong(-7);
    private final TestClock clock = new TestClock();
    private final ClockWatch watch = new ClockWatch(clock, nanos::get);

    @Test
    void tellsByHowMuchItWasSetBackAndTellsItOnce() {
        pass(Duration.ofMinutes(1));
        assertThat(watch.setBack()).isZero();

        pass(Duration.ofMinutes(1));
        clock.goOn(Duration.ofHours(-5));

        assertThat(watch.setBack()).isEqualTo(Duration.ofHours(5));
        pass(Duration.ofMinutes(1));
        assertThat(watch.setBack()).isZero();
    }

    @Test
    void aCorrectionOrAStepForwardIsNone() {
        clock.goOn(Duration.ofSeconds(-50));
        assertThat(watch.setBack()).isZero();

        clock.goOn(Duration.ofDays(1));
        assertThat(watch.setBack()).as("as after a machine slept").isZero();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        clock.goOn(time);
    }
}
