package com.optiply.picqer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void oneSlowRoundDoesNotCount() {
        Rounds rounds = Rounds.of(lasting(2)).and(Rounds.of(lasting(90))).and(Rounds.of(lasting(1)));

        assertThat(rounds.seconds(Sync.FIRST)).isEqualTo(2);
        assertThat(rounds.recordsPerSecond(Sync.FIRST)).isEqualTo(50);
    }

    @Test
    void twoRoundsMeetInTheMiddle() {
        Rounds rounds = Rounds.of(lasting(2)).and(Rounds.of(lasting(5)));

        assertThat(rounds.seconds(Sync.FIRST)).isEqualTo(3.5);
    }

    @Test
    void theTwoSyncsOfARoundAreKeptApart() {
        Rounds rounds = Rounds.of(lasting(2));

        assertThat(rounds.seconds(Sync.UNCHANGED)).isEqualTo(1);
        assertThat(rounds.writes(Sync.FIRST)).isEqualTo(100);
        assertThat(rounds.writes(Sync.UNCHANGED)).isZero();
    }

    private static Round lasting(long seconds) {
        Pass first = new Pass(new Effort(100, seconds * SECOND, SECOND, 0, 0), new Tally(100, 102, 100));
        Pass unchanged = new Pass(new Effort(100, SECOND, SECOND, 0, 0), new Tally(100, 2, 0));
        return new Round(first, unchanged);
    }
}
