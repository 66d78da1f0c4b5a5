package com.optiply.picqer.service;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.sync.run.RequestCounts;
import com.optiply.picqer.sync.run.RunReport;
import com.optiply.picqer.sync.run.Tally;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the table of metrics in operations.md to what the service serves. */
class RunMetricsTest {
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (picqer_optiply_\\w+) (\\w+)$");
    private static final Pattern HELP = Pattern.compile("(?m)^# HELP (picqer_optiply_\\w+) (\\S.*)$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(picqer_optiply_\\w+)` \\| (\\w+) \\| ([^|]+) \\| ([^|]+) \\|.*$");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final String served = served();

    @Test
    void areAllInTheTableWithTheirTypesAndLabels() throws IOException {
        assertThat(rows()).isEqualTo(metrics());
    }

    @Test
    void sayThemselvesWhatTheyMean() {
        assertThat(HELP.matcher(served).results()).hasSameSizeAs(metrics());
    }

    private static Set<String> rows() throws IOException {
        return sorted(ROW.matcher(Files.readString(Path.of("src/docs/operations.md")))
                .results()
                .map(row -> row.group(1) + " " + row.group(2) + " "
                        + sorted(Stream.of(row.group(3).split("[`, ]+")))));
    }

    private Set<String> metrics() {
        return sorted(TYPE.matcher(served)
                .results()
                .map(type -> type.group(1) + " " + type.group(2) + " " + labels(type.group(1))));
    }

    private Set<String> labels(String metric) {
        Matcher sample = Pattern.compile("(?m)^" + metric + "(_count)?\\{(.*)}").matcher(served);
        assertThat(sample.find()).as(metric).isTrue();
        return sorted(LABEL.matcher(sample.group(2)).results().map((MatchResult label) -> label.group(1)));
    }

    private static Set<String> sorted(Stream<String> texts) {
        return texts.filter(text -> !text.isEmpty()).collect(toCollection(TreeSet::new));
    }

    private String served() {
        new RunMetrics(() -> registry)
                .ended(new RunReport(
                        1,
                        "acme",
                        "products",
                        Outcome.COMPLETE,
                        Duration.ofSeconds(2),
                        new Tally().counts(),
                        Map.of(),
                        new RequestCounts(3, 4),
                        null,
                        null));
        return registry.scrape();
    }
}
