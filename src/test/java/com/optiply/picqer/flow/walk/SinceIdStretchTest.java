package com.optiply.picqer.flow.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.door.Query;
import com.optiply.picqer.picqer.ListMovesException;
import com.optiply.picqer.picqer.ListWalk;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A list that is read from id to id, whatever Picqer makes of that. */
class SinceIdStretchTest {
    private final SinceIdStretch stretch = new SinceIdStretch("/orders", Query.NONE, 0);

    @Test
    void goesOnBelowWhatItHasReadWhereTheNewestComeFirst() {
        stretch.take(page(1000, -1));

        assertThat(stretch.request().query()).isEqualTo(Query.of("sinceid", 0).and("beforeid", 901));
        assertThat(stretch.hasEnded()).isFalse();
    }

    @Test
    void hasAnEndWhereEveryPageIsTheFirstOneAndTheNewestComeFirst() {
        stretch.take(page(1000, -1));

        assertThatThrownBy(() -> stretch.take(page(1000, -1)))
                .isInstanceOf(ListMovesException.class)
                .hasMessageContaining("the id 901");
    }

    @Test
    void hasAnEndWhereEveryPageIsTheFirstOneAndTheOldestComeFirst() {
        stretch.take(page(1, 1));

        assertThatThrownBy(() -> stretch.take(page(1, 1)))
                .isInstanceOf(ListMovesException.class)
                .hasMessageContaining("the id 100");
    }

    private static List<String> page(long first, long step) {
        return LongStream.range(0, ListWalk.PAGE_ROWS)
                .mapToObj(row -> Long.toString(first + row * step))
                .toList();
    }
}
