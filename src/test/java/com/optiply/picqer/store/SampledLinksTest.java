package com.optiply.picqer.store;

import static com.optiply.picqer.store.Samples.ACME;
import static com.optiply.picqer.store.Samples.PRODUCTS;
import static com.optiply.picqer.store.Samples.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.Standing;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A sample is as large as it can be, and spread over all records, however many digits their ids have. */
@OnEveryDatabase
class SampledLinksTest {
    private static final int[] PLACES =
            IntStream.range(0, 20).map(number -> (618 + number * 50) % 1000).toArray();

    private final Store store;

    SampledLinksTest(Store store) {
        this.store = store;
    }

    @Test
    void isSpreadOverIdsOfDifferentWidths() {
        save(LongStream.range(0, 300).map(number -> 4_400_000 + 60_000 * number));

        assertThat(drawn()).hasSize(20).doesNotHaveDuplicates();
        assertThat(drawn().stream().filter(id -> id < 10_000_000)).hasSizeBetween(5, 7);
        assertThat(drawn().get(0)).as("the place that was asked for first").isEqualTo(4_400_000 + 60_000 * 185);
    }

    @Test
    void isFullWhereOneIdLiesFarFromTheOthers() {
        save(LongStream.concat(LongStream.of(5), LongStream.range(900_001, 900_101)));

        assertThat(drawn()).hasSize(20).doesNotHaveDuplicates();
        assertThat(drawn().stream().filter(id -> id > 900_050)).hasSizeBetween(9, 11);
    }

    @Test
    void isFullWhereTheFirstIdIsShorterAndGreaterAsText() {
        save(LongStream.concat(LongStream.of(353), LongStream.range(1_200, 1_250)));

        assertThat(drawn()).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void isOfAllThereAreWhereThereAreFew() {
        save(LongStream.of(9, 10, 1_000));

        assertThat(drawn()).containsExactlyInAnyOrder(9L, 10L, 1_000L);
    }

    @Test
    void isFilledUpPastRecordsThatAreGoneFilteredOrNotSeenSince() {
        save(LongStream.range(1, 31));
        store.saveDurably(tx -> tx.links()
                .save(LongStream.range(31, 331)
                        .mapToObj(number -> Samples.link(
                                number,
                                new OptiplyId(1000 + number),
                                number < 200 ? Standing.GONE : Standing.FILTER,
                                "x"))
                        .toList()));

        assertThat(drawn()).hasSize(20).doesNotHaveDuplicates().allMatch(id -> id < 31);
        assertThat(drawn(new RunId(RUN.value() + 1))).isEmpty();
    }

    @Test
    void isEmptyWhereNothingIsThere() {
        assertThat(drawn()).isEmpty();
    }

    private void save(LongStream ids) {
        store.saveDurably(tx -> tx.links().save(ids.mapToObj(Samples::linked).toList()));
    }

    private List<Long> drawn() {
        return drawn(RUN);
    }

    private List<Long> drawn(RunId seenSince) {
        return store.<List<Link>>read(tx -> tx.sampledLinks().draw(ACME, PRODUCTS, seenSince, PLACES)).stream()
                .map(Link::remoteId)
                .map(RemoteId::value)
                .map(Long::valueOf)
                .toList();
    }
}
