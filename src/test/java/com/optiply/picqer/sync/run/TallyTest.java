package com.optiply.picqer.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Adjustment.Rule;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.sync.run.Tally.Counts;
import com.optiply.picqer.sync.run.Tally.Written;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally tally = new Tally();

    @Test
    void addsUpWhenEveryRecordHasOneOutcome() {
        tally.read(8);
        tally.written(Action.CREATE);
        tally.written(Action.PATCH);
        tally.written(Action.DELETE);
        tally.unchanged();
        tally.filtered(FilterReason.INACTIVE);
        tally.filtered(FilterReason.GONE);
        tally.parked(ParkReason.REJECTED);
        tally.failed();

        Counts counts = tally.counts();

        assertThat(counts.addsUp()).isTrue();
        assertThat(counts.outcomes()).isEqualTo(8);
        assertThat(counts.written()).isEqualTo(new Written(1, 1, 1));
        assertThat(counts.filtered()).isEqualTo(Map.of("inactive", 1L, "gone", 1L));
        assertThat(counts.filteredTotal()).isEqualTo(2);
        assertThat(counts.parkedTotal()).isEqualTo(1);
    }

    @Test
    void doesNotAddUpWhenARecordHasNoOutcome() {
        tally.read(1);

        assertThat(tally.counts().addsUp()).isFalse();
    }

    @Test
    void doesNotAddUpWhenARecordHasTwoOutcomes() {
        tally.read(1);
        tally.unchanged();
        tally.parked(ParkReason.HELD);

        assertThat(tally.counts().addsUp()).isFalse();
    }

    @Test
    void whatIsCountedBesideTheOutcomesDoesNotMakeUpForOne() {
        tally.read(1);
        tally.repeated(1);
        tally.adopted();
        tally.withheld(Action.PATCH);
        tally.adjusted(List.of(new Adjustment(Rule.NAME_CUT, "a", "b")));

        assertThat(tally.counts().addsUp()).isFalse();
        assertThat(tally.counts().withheld()).isEqualTo(new Written(0, 1, 0));
        assertThat(tally.counts().adjusted()).isEqualTo(Map.of("name_cut", 1L));
    }

    @Test
    void countsOpenAnswersUntilTheyAreKnown() {
        tally.unconfirmed();
        tally.unconfirmed();
        tally.confirmed();

        assertThat(tally.openAnswers()).isEqualTo(1);
    }

    @Test
    void aProposalThatWasOvertakenIsARowThatWasRepeated() {
        tally.read(3);
        tally.proposed();
        tally.proposed();
        tally.unchanged();

        tally.judging(1);
        tally.written(Action.PATCH);

        assertThat(tally.counts().read()).isEqualTo(2);
        assertThat(tally.counts().repeated()).isEqualTo(1);
        assertThat(tally.counts().addsUp()).isTrue();
    }

    @Test
    void whatAnEarlierRunProposedCountsAsReadWhenItIsJudged() {
        tally.read(1);
        tally.proposed();
        tally.proposedBefore(2);

        tally.judging(3);
        tally.parked(ParkReason.HELD);
        tally.parked(ParkReason.HELD);
        tally.parked(ParkReason.HELD);

        assertThat(tally.counts().read()).isEqualTo(3);
        assertThat(tally.counts().repeated()).isZero();
        assertThat(tally.counts().addsUp()).isTrue();
    }

    @Test
    void whatWasJudgedIsNotTakenBackBySayingItAgain() {
        tally.read(2);
        tally.proposed();
        tally.proposed();

        tally.judging(1);
        tally.judging(1);

        assertThat(tally.counts().read()).isEqualTo(1);
        assertThat(tally.counts().repeated()).isEqualTo(1);
    }

    @Test
    void countsWhatWasWithheldAndAdoptedByWhatItWas() {
        tally.withheld(Action.CREATE);
        tally.withheld(Action.CREATE);
        tally.withheld(Action.DELETE);
        tally.adopted();
        tally.repeated(4);

        assertThat(tally.counts().withheld()).isEqualTo(new Written(2, 0, 1));
        assertThat(tally.counts().withheld().total()).isEqualTo(3);
        assertThat(tally.counts().adopted()).isEqualTo(1);
        assertThat(tally.counts().repeated()).isEqualTo(4);
    }

    @Test
    void countsAsTheyStandDoNotMoveOn() {
        tally.filtered(FilterReason.INACTIVE);
        Counts before = tally.counts();

        tally.filtered(FilterReason.INACTIVE);

        assertThat(before.filtered()).isEqualTo(Map.of("inactive", 1L));
    }
}
