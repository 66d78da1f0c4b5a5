package com.optiply.picqer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.sync.run.Blame;
import com.optiply.picqer.sync.run.RequestCounts;
import com.optiply.picqer.sync.run.RunReport;
import com.optiply.picqer.sync.run.Tally;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
    @Test
    void saysOfARunOfTheServiceWhatItWouldSayOfItsOwn() {
        assertThat(ExitCode.of(elsewhere(Blame.REMOTE))).isEqualTo(ExitCode.REMOTE);
        assertThat(ExitCode.of(elsewhere(Blame.CONFIGURATION))).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(ExitCode.of(elsewhere(Blame.PROGRAM))).isEqualTo(ExitCode.PROBLEMS);
    }

    /** Of what it broke off with, only what the state keeps has come over from the other process. */
    private static RunResult elsewhere(Blame blame) {
        RunReport report = new RunReport(
                7,
                "acme",
                "products",
                Outcome.FAILED,
                Duration.ZERO,
                new Tally().counts(),
                Map.of(),
                new RequestCounts(0, 1),
                "Optiply answered GET /products with 503.",
                blame);
        return new RunResult(report, new IllegalStateException(report.problem()));
    }
}
