package com.optiply.picqer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private static final Result RESULT = new Result(
            BenchCase.FIRST_SYNC,
            List.of(
                    Figure.beside(Measure.RECORDS_PER_SECOND, 1_200, 2_400),
                    Figure.aiming(Measure.RATIO, 0.5, new Target.AtLeast(0.6)),
                    Figure.aiming(Measure.EXTRA_REQUESTS, 3, new Target.AtMost(10))));

    private final StringWriter shown = new StringWriter();

    @Test
    void jsonNamesEveryFigureAndWhetherItsTargetIsMet() {
        new Results.Json(new PrintWriter(shown)).show(RESULT);

        assertThat(shown.toString())
                .isEqualToIgnoringNewLines("{\"case\":\"first-sync\",\"recordsPerSecond\":1200,"
                        + "\"floorRecordsPerSecond\":2400,\"ratio\":0.5,\"targets\":{"
                        + "\"ratio\":{\"atLeast\":0.6,\"met\":false},"
                        + "\"extraRequests\":{\"atMost\":10.0,\"met\":true}},\"extraRequests\":3}");
    }

    @Test
    void theTableSaysWhetherATargetIsMet() {
        new Results.Words(new PrintWriter(shown)).show(RESULT);

        assertThat(shown.toString().lines().map(line -> line.replaceAll(" +", " ")
                        .strip()))
                .containsExactly(
                        "case measured floor target",
                        "first-sync records a second 1,200 2,400",
                        "records a second, to the floor's 0.50 >= 0.60 not met",
                        "requests above the least 3 <= 10 met");
    }

    @Test
    void theTableHasOneHeadForAllCases() {
        Results.Words words = new Results.Words(new PrintWriter(shown));
        words.show(RESULT);
        words.show(RESULT);

        assertThat(shown.toString().lines().filter(line -> line.startsWith("case")))
                .hasSize(1);
    }
}
