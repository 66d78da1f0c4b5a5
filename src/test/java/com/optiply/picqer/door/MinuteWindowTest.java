package com.optiply.picqer.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.door.Allowance.Place;
import com.optiply.picqer.door.Signals.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MinuteWindowTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long MINUTE = 60 * SECOND;

    @Test
    void letsAsManyThroughAsTheLimitAndThenWaitsForTheFirstToBeAMinuteOld() {
        MinuteWindow window = new MinuteWindow(3);
        take(window, 0, 3);
        end(window, 1 * SECOND, quiet());
        end(window, 2 * SECOND, quiet());
        end(window, 3 * SECOND, quiet());

        assertThat(window.take(3 * SECOND)).isEqualTo(58 * SECOND);
        assertThat(window.take(61 * SECOND)).isZero();
        assertThat(window.take(61 * SECOND)).isEqualTo(1 * SECOND);
    }

    @Test
    void countsARequestForAMinuteAfterItsEndBecauseItMayHaveArrivedLate() {
        MinuteWindow window = new MinuteWindow(1);
        take(window, 0, 1);
        end(window, 50 * SECOND, quiet());

        assertThat(window.take(100 * SECOND)).isEqualTo(10 * SECOND);
    }

    @Test
    void asksAgainSoonWhileEveryPlaceIsUnderWay() {
        MinuteWindow window = new MinuteWindow(1);
        take(window, 0, 1);

        assertThat(window.take(0)).isBetween(1L, SECOND);
    }

    @Test
    void obeysALimitThatTheServerLowersAndRaisesAgain() {
        MinuteWindow window = new MinuteWindow(500);
        take(window, 0, 1);
        end(window, 0, limit(2));
        take(window, 0, 1);
        assertThat(window.take(0)).isPositive();

        end(window, 0, limit(4));
        take(window, 0, 2);
        assertThat(window.take(0)).isPositive();
    }

    @Test
    void neverExceedsTheCustomersLimitWhateverTheServerAllows() {
        MinuteWindow window = new MinuteWindow(2);
        take(window, 0, 1);
        end(window, 0, limit(10_000));
        take(window, 0, 1);

        assertThat(window.take(0)).isPositive();
    }

    @Test
    void letsNoMoreThroughThanTheServerSaysAreLeft() {
        MinuteWindow window = new MinuteWindow(500);
        take(window, 0, 1);
        end(window, 10 * SECOND, remaining(2));

        take(window, 11 * SECOND, 2);
        assertThat(window.take(11 * SECOND)).isPositive();
    }

    @Test
    void takesRequestsUnderWayOffWhatIsLeftBecauseTheServerMayNotHaveCountedThem() {
        MinuteWindow window = new MinuteWindow(500);
        take(window, 0, 3);
        end(window, 0, remaining(3));

        take(window, 0, 1);
        assertThat(window.take(0)).isPositive();
    }

    @Test
    void waitsNoLongerThanTheWindowInWhichTheNumberLeftWasSeenToRise() {
        MinuteWindow window = new MinuteWindow(500);
        requestAnd(window, 0, remaining(499));
        requestAnd(window, 20 * SECOND, remaining(100));
        requestAnd(window, 45 * SECOND, remaining(0));

        assertThat(window.take(45 * SECOND)).isEqualTo(15 * SECOND);
        assertThat(window.take(MINUTE)).isZero();
    }

    @Test
    void seesANewWindowWhereTheNumberLeftRises() {
        MinuteWindow window = new MinuteWindow(500);
        requestAnd(window, 0, remaining(10));
        requestAnd(window, 30 * SECOND, remaining(499));
        requestAnd(window, 40 * SECOND, remaining(0));

        assertThat(window.take(40 * SECOND)).isEqualTo(50 * SECOND);
    }

    @Test
    void waitsAWholeMinuteWhereTheWindowShouldLongBeOver() {
        MinuteWindow window = new MinuteWindow(500);
        requestAnd(window, 0, remaining(10));
        requestAnd(window, 300 * SECOND, remaining(0));

        assertThat(window.take(300 * SECOND)).isEqualTo(MINUTE);
    }

    @Test
    void waitsForTheWindowsEndAfterA429ThatNamesNoTime() {
        MinuteWindow window = new MinuteWindow(500);
        requestAnd(window, 0, answered(429, OptionalInt.empty(), OptionalInt.empty()));

        assertThat(window.take(0)).isEqualTo(MINUTE);
    }

    /** Many callers, slow and fast answers, arrivals anywhere on the way, a limit that is named: as a server counts. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noWindowOfTheServersEverHoldsMoreThanTheLimit(long seed) {
        Random random = new Random(seed);
        int limit = 1 + random.nextInt(60);

        List<Long> arrivals = arrivals(new MinuteWindow(limit), random, limit);

        assertThat(arrivals).as("seed %d sends at all", seed).hasSizeGreaterThan(limit);
        for (int first = 0; first + limit < arrivals.size(); first++) {
            assertThat(arrivals.get(first + limit) - arrivals.get(first))
                    .as("seed %d: %d requests from arrival %d on", seed, limit + 1, first)
                    .isGreaterThanOrEqualTo(MINUTE);
        }
    }

    static LongStream seeds() {
        long chosen = Long.getLong("seed", new Random().nextLong());
        return LongStream.concat(LongStream.range(0, 40), LongStream.of(chosen));
    }

    private record Request(long taken, long ends) {}

    private static List<Long> arrivals(MinuteWindow window, Random random, int limit) {
        PriorityQueue<Request> underWay = new PriorityQueue<>((a, b) -> Long.compare(a.ends(), b.ends()));
        List<Long> arrivals = new ArrayList<>();
        int callers = 1 + random.nextInt(16);
        long now = 0;
        while (now < 10 * MINUTE) {
            long wait = underWay.size() < callers ? window.take(now) : Long.MAX_VALUE;
            if (wait == 0) {
                long lasts = (long) (random.nextDouble() * random.nextInt(1, 30) * SECOND);
                arrivals.add(now + (long) (random.nextDouble() * lasts));
                underWay.add(new Request(now, now + lasts));
                continue;
            }
            Request next = underWay.peek();
            if (next != null && next.ends() - now <= wait) {
                underWay.remove();
                now = Math.max(now, next.ends());
                window.ended(place(next.taken()), random.nextInt(5) == 0 ? limit(limit + 5) : quiet(), now);
            } else {
                now += wait;
            }
        }
        arrivals.sort(null);
        return arrivals;
    }

    private static void take(MinuteWindow window, long now, int times) {
        IntStream.range(0, times).forEach(each -> assertThat(window.take(now)).isZero());
    }

    private static void requestAnd(MinuteWindow window, long now, Signals signals) {
        take(window, now, 1);
        end(window, now, signals);
    }

    private static void end(MinuteWindow window, long now, Signals signals) {
        window.ended(place(now), signals, now);
    }

    private static Place place(long taken) {
        return new Place(Method.GET, taken, taken);
    }

    private static Signals quiet() {
        return answered(200, OptionalInt.empty(), OptionalInt.empty());
    }

    private static Signals limit(int limit) {
        return answered(200, OptionalInt.of(limit), OptionalInt.empty());
    }

    private static Signals remaining(int remaining) {
        return answered(200, OptionalInt.empty(), OptionalInt.of(remaining));
    }

    private static Signals answered(int status, OptionalInt limit, OptionalInt remaining) {
        return new Signals(End.ANSWERED, status, limit, remaining, Optional.empty());
    }
}
