package com.optiply.picqer.service;

import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.sync.run.RunReport;
import com.optiply.picqer.sync.run.Tally.Counts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
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
        counter("runs", "Runs that have ended", of.and("outcome", outcome), meters)
                .increment();
        Timer.builder(PREFIX + "run_duration")
                .description("How long runs took")
                .tags(of)
                .register(meters)
                .record(report.took());
        records(report.counts()).forEach((kind, records) -> counter(
                        "records", "Records of the flow's own kind, by outcome", of.and("outcome", kind), meters)
                .increment(records));
        requests("picqer", report.requests().picqer(), of, meters);
        requests("optiply", report.requests().optiply(), of, meters);
    }

    private static void requests(String account, long requests, Tags of, MeterRegistry meters) {
        counter("requests", "Requests that were made, logins too", of.and("account", account), meters)
                .increment(requests);
    }

    private static Counter counter(String name, String description, Tags tags, MeterRegistry meters) {
        return Counter.builder(PREFIX + name)
                .description(description)
                .tags(tags)
                .register(meters);
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
