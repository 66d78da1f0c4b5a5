package com.optiply.picqer.service;

import com.optiply.picqer.flow.RunListener;
import com.optiply.picqer.sync.RunReport;
import com.optiply.picqer.sync.Tally.Counts;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts runs, records by outcome and requests, by customer and flow. */
final class RunMetrics implements RunListener {
    private static final String PREFIX = "picqer_optiply_";

    private final Supplier<@Nullable MeterRegistry> registry;

    /** @param registry gives null while metrics are switched off */
    RunMetrics(Supplier<@Nullable MeterRegistry> registry) {
        this.registry = registry;
    }

    @Override
    public void ended(RunReport report) {
        MeterRegistry meters = registry.get();
        if (meters != null) {
            count(meters, report);
        }
    }

    private static void count(MeterRegistry meters, RunReport report) {
        Tags of = Tags.of("customer", report.customer(), "flow", report.flow());
        String outcome = report.outcome().name().toLowerCase(Locale.ROOT);
        meters.counter(PREFIX + "runs", of.and("outcome", outcome)).increment();
        meters.timer(PREFIX + "run_duration", of).record(report.took());
        records(report.counts()).forEach((kind, records) -> meters.counter(PREFIX + "records", of.and("outcome", kind))
                .increment(records));
        meters.counter(PREFIX + "requests", of.and("account", "picqer"))
                .increment(report.requests().picqer());
        meters.counter(PREFIX + "requests", of.and("account", "optiply"))
                .increment(report.requests().optiply());
    }

    private static Map<String, Long> records(Counts counts) {
        return Map.of(
                "written", counts.written().total(),
                "unchanged", counts.unchanged(),
                "filtered", counts.filteredTotal(),
                "parked", counts.parkedTotal(),
                "failed", counts.failed());
    }
}
