package com.optiply.picqer.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.flow.Problem;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.store.Outcome;
import com.optiply.picqer.sync.RunReport;
import com.optiply.picqer.sync.Tally.Counts;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** Shows how runs ended. */
interface RunReports {
    void print(RunResult result);

    /** For machines: one line of JSON for each run. */
    record Json(PrintWriter out) implements RunReports {
        private static final JsonMapper JSON = JsonMapper.builder().build();

        @Override
        public void print(RunResult result) {
            RunReport report = result.report();
            ObjectNode line = JSON.createObjectNode();
            if (report != null) {
                line.put("run", report.run());
                line.put("customer", report.customer());
                line.put("flow", report.flow());
                line.put("outcome", report.outcome().name().toLowerCase(Locale.ROOT));
                line.put("millis", report.took().toMillis());
                line.setAll(JSON.<ObjectNode>valueToTree(report.counts()));
                line.set("besides", JSON.valueToTree(report.besides()));
                line.set("requests", JSON.valueToTree(report.requests()));
            }
            if (result.thrown() != null) {
                line.put("problem", Problem.sentence(result.thrown()));
            }
            try {
                out.println(JSON.writeValueAsString(line));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
            out.flush();
        }
    }

    /** For people. */
    record Words(PrintWriter out) implements RunReports {
        @Override
        public void print(RunResult result) {
            RunReport report = result.report();
            if (report == null) {
                out.println(
                        result.thrown() == null ? "The flow is under way already." : Problem.sentence(result.thrown()));
                out.flush();
                return;
            }
            out.printf(
                    "%s, run %d of `%s`: %s in %.1f s%n",
                    report.customer(),
                    report.run(),
                    report.flow(),
                    report.outcome().name().toLowerCase(Locale.ROOT),
                    report.took().toMillis() / 1000.0);
            counts(report.counts());
            report.besides().forEach((kind, counts) -> {
                out.printf("%s%n", kind);
                counts(counts);
            });
            line("requests", report.requests().total());
            out.printf(
                    "    Picqer %d, Optiply %d%n",
                    report.requests().picqer(), report.requests().optiply());
            if (report.outcome() != Outcome.COMPLETE && report.problem() != null) {
                out.println(report.problem());
            }
            out.flush();
        }

        private void counts(Counts counts) {
            line("read", counts.read());
            line("written", counts.written().total());
            out.printf(
                    "    created %d, changed %d, deleted %d%n",
                    counts.written().create(),
                    counts.written().patch(),
                    counts.written().delete());
            line("unchanged", counts.unchanged());
            line("filtered", counts.filteredTotal());
            reasons(counts.filtered());
            line("parked", counts.parkedTotal());
            reasons(counts.parked());
            line("failed", counts.failed());
            if (!counts.adjusted().isEmpty()) {
                out.println("  values adjusted on the way");
                reasons(counts.adjusted());
            }
        }

        private void reasons(Map<String, Long> byReason) {
            byReason.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(reason -> out.printf("    %-24s %,8d%n", reason.getKey(), reason.getValue()));
        }

        private void line(String what, long records) {
            out.printf("  %-26s %,8d%n", what, records);
        }
    }
}
