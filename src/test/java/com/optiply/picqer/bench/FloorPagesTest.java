package com.optiply.picqer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.picqer.ListWalk;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloorPagesTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 198, 199, 200, 298, 299, 20_000})
    void leastIsWhatOurWalkTakesOverAListThatStandsStill(int rows) {
        assertThat(FloorPages.least(rows)).isEqualTo(pagesWalked(rows));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 99, 100, 20_000})
    void pathsAreAsManyAsTheLeastOfBothLists(int rows) {
        assertThat(FloorPages.paths(rows))
                .hasSize((int) Bench.leastRequests(Sync.UNCHANGED, rows))
                .doesNotHaveDuplicates();
    }

    private static int pagesWalked(int rows) {
        ListWalk walk = ListWalk.overlapping();
        int pages = 0;
        while (!walk.ended()) {
            int end = Math.min(rows, walk.offset() + ListWalk.PAGE_ROWS);
            walk.take(IntStream.range(walk.offset(), end)
                    .mapToObj(Integer::toString)
                    .toList());
            pages++;
        }
        return pages;
    }
}
