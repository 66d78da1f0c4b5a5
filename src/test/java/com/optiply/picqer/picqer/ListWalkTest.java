package com.optiply.picqer.picqer;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.flow.run.Problem;
import com.optiply.picqer.sync.run.Blame;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListWalkTest {

    @ParameterizedTest
    @CsvSource({"0,   0", "1,   0", "99,  0", "100, 0 99", "101, 0 99", "198, 0 99", "199, 0 99 198", "200, 0 99 198"})
    void asksForPagesThatBeginOnTheLastRowBefore(int rows, String offsets) {
        MovingList list = new MovingList(rows);

        Walked walked = Walked.over(list, ListWalk.overlapping());

        assertThat(walked.offsets()).containsExactlyElementsOf(numbers(offsets));
        assertThat(walked.rows()).containsExactlyElementsOf(list.all());
    }

    @ParameterizedTest
    @CsvSource({"0, 0 0", "1, 0 0", "99, 0 0", "100, 0 100 0 100", "101, 0 100 0 100", "200, 0 100 200 0 100 200"})
    void walksPlainListsTwice(int rows, String offsets) {
        MovingList list = new MovingList(rows);

        Walked walked = Walked.over(list, ListWalk.plain());

        assertThat(walked.offsets()).containsExactlyElementsOf(numbers(offsets));
        assertThat(walked.rows()).containsExactlyElementsOf(list.all());
    }

    @Test
    void hasNotEndedBeforeTheLastPageWasSeenToBeTheLast() {
        MovingList list = new MovingList(100);
        ListWalk walk = ListWalk.overlapping();
        assertThat(walk.ended()).isFalse();

        walk.take(list.page(walk.offset()));
        assertThat(walk.ended()).isFalse();

        walk.take(list.page(walk.offset()));
        assertThat(walk.ended()).isTrue();
    }

    @Test
    void hasNotEndedBeforeTheSecondPassOfAPlainWalk() {
        ListWalk walk = ListWalk.plain();

        walk.take(List.of("1"));
        assertThat(walk.ended()).isFalse();

        walk.take(List.of("1"));
        assertThat(walk.ended()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 98})
    void goesOnWhenRowsWerePutInAbove(int inserted) {
        MovingList list = new MovingList(250);
        List<String> before = list.all();

        Walked walked = Walked.over(list, ListWalk.overlapping(), Map.of(1, () -> list.insert(inserted)));

        assertThat(walked.rows()).containsAll(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 60, 99})
    void stepsBackWhenRowsAboveHaveLeft(int left) {
        MovingList list = new MovingList(300);
        List<String> stayed = list.all().subList(left, 300);

        Walked walked = Walked.over(list, ListWalk.overlapping(), Map.of(1, () -> list.removeRange(0, left)));

        assertThat(walked.rows()).containsAll(stayed);
        assertThat(walked.offsets()).startsWith(0, 99, 0);
    }

    @Test
    void readsTheRowsThatSlippedPastWhenOnlyTheAnchorLeft() {
        MovingList list = new MovingList(250);
        String slipped = list.all().get(100);

        Walked walked = Walked.over(list, ListWalk.overlapping(), Map.of(1, () -> list.remove(99)));

        assertThat(walked.rows()).contains(slipped);
        assertThat(walked.offsets()).startsWith(0, 99, 0, 99);
    }

    @Test
    void givesAPageThatDoesNotJoinOnBackToBeReadAgain() {
        MovingList list = new MovingList(300);
        ListWalk walk = ListWalk.overlapping();
        walk.take(list.page(0));
        list.removeRange(0, 5);

        assertThat(walk.take(list.page(walk.offset()))).isFalse();
        assertThat(walk.offset()).isZero();
    }

    @Test
    void stepsBackFurtherWhileItKnowsNoRow() {
        MovingList list = new MovingList(500);
        List<String> stayed = list.all().subList(250, 500);

        Walked walked = Walked.over(list, ListWalk.overlapping(), Map.of(3, () -> list.removeRange(0, 250)));

        assertThat(walked.offsets()).startsWith(0, 99, 198, 297, 198, 99);
        assertThat(walked.rows()).containsAll(stayed);
    }

    @Test
    void doesNotTakeAPageThatVanishedForTheEnd() {
        MovingList list = new MovingList(150);

        Walked walked = Walked.over(list, ListWalk.overlapping(), Map.of(1, () -> list.removeRange(0, 90)));

        assertThat(walked.offsets()).containsExactly(0, 99, 0);
        assertThat(walked.rows()).containsAll(list.all());
    }

    @Test
    void endsWhenEveryRowHasLeft() {
        MovingList list = new MovingList(150);

        Walked walked = Walked.over(list, ListWalk.overlapping(), Map.of(1, () -> list.removeRange(0, 150)));

        assertThat(walked.offsets()).containsExactly(0, 99, 0);
    }

    @Test
    void endsOnAPageThatIsNotFullAndJoinsOn() {
        MovingList list = new MovingList(150);

        Walked walked = Walked.over(list, ListWalk.overlapping(), Map.of(1, () -> list.removeRange(120, 150)));

        assertThat(walked.offsets()).containsExactly(0, 99);
    }

    @Test
    void isPatientWithALongListThatLosesARowNowAndThen() {
        MovingList list = new MovingList(20_000);
        Map<Integer, Runnable> losses = IntStream.range(1, 400)
                .boxed()
                .filter(page -> page % 4 == 0)
                .collect(toMap(page -> page, page -> () -> list.remove(0)));

        Walked walked = Walked.over(list, ListWalk.overlapping(), losses);

        Set<String> passedOver = new HashSet<>(list.all());
        passedOver.removeAll(Set.copyOf(walked.rows()));
        assertThat(passedOver).isEmpty();
    }

    @Test
    void givesUpOnAListThatLosesRowsBeforeEveryPage() {
        MovingList list = new MovingList(20_000);
        Map<Integer, Runnable> losses =
                IntStream.range(1, 400).boxed().collect(toMap(page -> page, page -> () -> list.removeRange(0, 50)));

        assertThatThrownBy(() -> Walked.over(list, ListWalk.overlapping(), losses))
                .isInstanceOf(ListMovesException.class)
                .hasMessageContaining("The next run tries again")
                .extracting(Problem::blame)
                .isEqualTo(Blame.REMOTE);
    }

    @Test
    void refusesAServerThatRoundsOffsetsDownToWholePages() {
        MovingList list = new MovingList(500, offset -> offset / 100 * 100);

        assertThatThrownBy(() -> Walked.over(list, ListWalk.overlapping()))
                .isInstanceOf(ListMovesException.class)
                .hasMessageContaining("picqer.paging: plain");
    }

    @Test
    void walksAServerThatRoundsOffsetsInPlainSteps() {
        MovingList list = new MovingList(500, offset -> offset / 100 * 100);

        assertThat(Walked.over(list, ListWalk.plain()).rows()).containsExactlyElementsOf(list.all());
    }

    @Test
    void refusesAServerThatIgnoresOffsets() {
        MovingList list = new MovingList(500, offset -> 0);

        assertThatThrownBy(() -> Walked.over(list, ListWalk.overlapping())).isInstanceOf(ListMovesException.class);
        assertThatThrownBy(() -> Walked.over(list, ListWalk.plain())).isInstanceOf(ListMovesException.class);
    }

    @Test
    void theSecondPlainPassFindsWhatSlippedPastTheFirst() {
        MovingList list = new MovingList(250);
        String slipped = list.all().get(100);

        Walked walked = Walked.over(list, ListWalk.plain(), Map.of(1, () -> list.remove(0)));

        assertThat(walked.rows()).contains(slipped);
    }

    private static List<Integer> numbers(String text) {
        return List.of(text.split(" ")).stream().map(Integer::valueOf).toList();
    }
}
