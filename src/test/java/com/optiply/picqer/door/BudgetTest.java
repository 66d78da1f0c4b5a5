package com.optiply.picqer.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.optiply.picqer.door.Allowance.Place;
import com.optiply.picqer.door.Signals.End;
import com.optiply.picqer.harness.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BudgetTest {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final VirtualTime time = new VirtualTime();

    @Test
    void waitsAsLongAsItsAllowanceSays() throws Exception {
        Budget budget = new Budget(new Pace(5), time, PATIENCE);

        budget.enter();
        budget.enter();

        assertThat(time.pauses()).containsExactly(Duration.ofMillis(200));
    }

    @Test
    void holdsEverybodyBackWhenTheAccountAsksForIt() throws Exception {
        Budget budget = unlimited();
        leave(budget, 429, Duration.ofSeconds(40));

        budget.enter();

        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void keepsTheLongerOfTwoHolds() throws Exception {
        Budget budget = unlimited();
        leave(budget, 429, Duration.ofSeconds(40));
        leave(budget, 503, Duration.ofSeconds(5));

        budget.enter();

        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void doesNotTakeZeroSecondsAtItsWord() throws Exception {
        Budget budget = unlimited();
        leave(budget, 429, Duration.ZERO);

        budget.enter();

        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void ignoresARetryAfterOnAnAnswerThatLimitsNothing() throws Exception {
        Budget budget = unlimited();
        leave(budget, 201, Duration.ofSeconds(40));

        budget.enter();

        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void turnsRequestsAwayWhereTheHoldIsLongerThanPatienceAndLetsThemInAfterAnHourAtMost() throws Exception {
        Budget budget = unlimited();
        leave(budget, 429, Duration.ofDays(365));

        assertThatExceptionOfType(Budget.HeldException.class)
                .isThrownBy(budget::enter)
                .withMessageContaining("3600 s");

        time.pass(Duration.ofHours(1));
        budget.enter();
        assertThat(time.pauses()).isEmpty();
    }

    /** Each waiter is let in line before the next one comes, so their order is known. */
    @Test
    @Timeout(60)
    void servesWaitersInTheOrderInWhichTheyCame() throws Exception {
        GatedTime gated = new GatedTime();
        Budget budget = new Budget(new Pace(1), gated, PATIENCE);
        budget.enter();
        List<Future<Long>> waiters = new ArrayList<>();
        ExecutorService executor = Executors.newCachedThreadPool();
        try {
            for (int waiter = 0; waiter < 6; waiter++) {
                waiters.add(executor.submit(budget::enter));
                awaitInLine(budget, waiter, gated);
            }
            gated.open.countDown();
            for (int waiter = 0; waiter < 6; waiter++) {
                assertThat(waiters.get(waiter).get()).isEqualTo(TimeUnit.SECONDS.toNanos(waiter + 1));
            }
        } finally {
            executor.shutdownNow();
        }
    }

    /** The first waiter holds the turn and pauses; those behind it queue for the turn. */
    private static void awaitInLine(Budget budget, int behind, GatedTime gated) throws InterruptedException {
        gated.pausing.await();
        Eventually.isTrue(behind + " in line", () -> budget.waiting() >= behind);
    }

    /** Stands still until the gate opens, then passes as asked. */
    private static final class GatedTime implements DoorTime {
        private final VirtualTime time = new VirtualTime();
        private final CountDownLatch pausing = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        @Override
        public long nanos() {
            return time.nanos();
        }

        @Override
        public Instant now() {
            return time.now();
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
            pausing.countDown();
            open.await();
            time.pause(duration);
        }
    }

    private Budget unlimited() {
        return new Budget(Allowance.UNLIMITED, time, PATIENCE);
    }

    private static void leave(Budget budget, int status, Duration retryAfter) {
        budget.leave(
                new Place(Method.PATCH, 0, 0),
                new Signals(End.ANSWERED, status, OptionalInt.empty(), OptionalInt.empty(), Optional.of(retryAfter)));
    }
}
