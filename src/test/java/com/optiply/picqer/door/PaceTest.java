package com.optiply.picqer.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.optiply.picqer.door.Allowance.Place;
import com.optiply.picqer.door.Signals.End;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long SECOND = 1000 * MILLISECOND;
    private static final long QUICK = 50 * MILLISECOND;

    private final Pace pace = new Pace(20);
    private long now;

    @Test
    void spacesRequestsEvenly() {
        assertThat(pace.take(0)).isZero();
        assertThat(pace.take(0)).isEqualTo(200 * MILLISECOND);
        assertThat(pace.take(200 * MILLISECOND)).isZero();
        assertThat(pace.take(210 * MILLISECOND)).isEqualTo(190 * MILLISECOND);
    }

    @Test
    void doesNotSaveUpWhatAQuietHourLeftUnused() {
        pace.take(0);

        assertThat(pace.take(3600 * SECOND)).isZero();
        assertThat(pace.take(3600 * SECOND)).isEqualTo(200 * MILLISECOND);
    }

    @Test
    void beginsAtTheCeilingWhereThatIsLower() {
        assertThat(new Pace(3).perSecond()).isEqualTo(3);
    }

    @Test
    void growsByATenthOfARequestASecondForEverySecondOfHealthyAnswers() {
        healthyFor(10 * SECOND);

        assertThat(pace.perSecond()).isCloseTo(6, within(0.1));
    }

    @Test
    void neverGrowsBeyondTheCeiling() {
        healthyFor(600 * SECOND);

        assertThat(pace.perSecond()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503, 504})
    void halvesOnEverySignOfOverload(int status) {
        request(status, QUICK);

        assertThat(pace.perSecond()).isEqualTo(2.5);
    }

    @Test
    void halvesWhenAnAnswerIsLost() {
        end(0, new Signals(End.LOST, 0, OptionalInt.empty(), OptionalInt.empty(), Optional.empty()));

        assertThat(pace.perSecond()).isEqualTo(2.5);
    }

    @Test
    void learnsNothingFromARequestThatWasNeverSent() {
        end(0, Signals.unanswered(End.UNSENT));

        assertThat(pace.perSecond()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 400, 404, 409, 500})
    void countsEveryPromptAnswerAsHealthyWhateverItSaysOfTheRecord(int status) {
        request(status, QUICK);

        assertThat(pace.perSecond()).isGreaterThan(5);
    }

    @Test
    void halvesOnceForAllThatWereUnderWayTogether() {
        now = SECOND;
        for (int request = 0; request < 4; request++) {
            end(now - QUICK, answered(429));
        }

        assertThat(pace.perSecond()).isEqualTo(2.5);
    }

    @Test
    void neverFallsBelowOneInTwoSeconds() {
        for (int request = 0; request < 10; request++) {
            request(429, QUICK);
        }

        assertThat(pace.perSecond()).isEqualTo(0.5);
    }

    @Test
    void halvesWhenAnswersBecomeClearlySlower() {
        healthyFor(30 * SECOND);
        double before = pace.perSecond();

        for (int request = 0; request < 3; request++) {
            request(200, 3 * SECOND);
        }

        assertThat(pace.perSecond()).isLessThan(before);
    }

    @Test
    void doesNotMindAnAccountThatWasAlwaysSlow() {
        for (int request = 0; request < 100; request++) {
            request(200, 3 * SECOND);
        }

        assertThat(pace.perSecond()).isGreaterThan(5);
    }

    @Test
    void doesNotTakeSlowListsForSlowWrites() {
        healthyFor(30 * SECOND);
        double before = pace.perSecond();

        for (int list = 0; list < 50; list++) {
            long taken = takeWhenDue();
            now = taken + 5 * SECOND;
            pace.ended(new Place(Method.GET, taken, taken), answered(200), now);
        }

        assertThat(pace.perSecond()).isGreaterThan(before);
    }

    @Test
    void doesNotCountTheLoginBeforeARequestAsItsLatency() {
        healthyFor(30 * SECOND);
        double before = pace.perSecond();

        for (int request = 0; request < 5; request++) {
            long taken = takeWhenDue();
            now = taken + 10 * SECOND;
            pace.ended(new Place(Method.PATCH, taken, now - QUICK), answered(200), now);
        }

        assertThat(pace.perSecond()).isGreaterThan(before);
    }

    private void healthyFor(long nanos) {
        long until = now + nanos;
        while (now < until) {
            request(200, QUICK);
        }
    }

    private void request(int status, long latency) {
        long taken = takeWhenDue();
        now = taken + latency;
        end(taken, answered(status));
    }

    private long takeWhenDue() {
        for (long wait = pace.take(now); wait > 0; wait = pace.take(now)) {
            now += wait;
        }
        return now;
    }

    private void end(long taken, Signals signals) {
        pace.ended(new Place(Method.PATCH, taken, taken), signals, now);
    }

    private static Signals answered(int status) {
        return new Signals(End.ANSWERED, status, OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    }
}
