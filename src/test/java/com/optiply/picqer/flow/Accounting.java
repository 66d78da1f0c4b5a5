package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.sync.run.RunReport;
import com.optiply.picqer.sync.run.Tally.Counts;
import java.util.Map;
import java.util.TreeMap;

/** Checks the figures of a complete run against what the comparer, which knows nothing of them, makes of the rows. */
public final class Accounting {
    private Accounting() {}

    public static void requireSound(RunReport report, Map<String, Long> verdicts) {
        Counts counts = report.counts();
        long written = counts.written().create()
                + counts.written().patch()
                + counts.written().delete();
        long outcomes = written + counts.unchanged() + sum(counts.filtered()) + sum(counts.parked()) + counts.failed();
        assertThat(outcomes).as("outcomes of %s", counts).isEqualTo(counts.read());
        assertThat(counts.failed()).as("failed in %s", counts).isZero();
        assertThat(counts.read()).as("read of %s", counts).isGreaterThanOrEqualTo(sum(verdicts));
    }

    /** Reasons for which records are not shown in Optiply, filtered and parked alike. */
    static Map<String, Long> reasons(Counts counts) {
        Map<String, Long> reasons = new TreeMap<>(counts.filtered());
        counts.parked().forEach((reason, records) -> reasons.merge(reason, records, Long::sum));
        return reasons;
    }

    private static long sum(Map<String, Long> byReason) {
        return byReason.values().stream().mapToLong(Long::longValue).sum();
    }
}
