package com.optiply.picqer.cli;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.flow.run.Problem;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.sync.run.RunReport;
import com.optiply.picqer.sync.run.Tally.Counts;
import com.optiply.picqer.sync.run.Tally.Written;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Shows how runs ended. */
interface RunReports {
    /** One run, as soon as it has ended. */
    void print(RunResult result);

    /** What there is to say when all of them have ended. */
    default void end(String customer) {}

    /** Which of the flows that were asked for have no run. */
    default void notRun(String customer, List<String> flows) {}

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
            print(line);
        }

        @Override
        public void notRun(String customer, List<String> flows) {
            for (String flow : flows) {
                print(JSON.createObjectNode()
                        .put("customer", customer)
                        .put("flow", flow)
                        .put("outcome", "not_run"));
            }
        }

        private void print(ObjectNode line) {
            try {
                out.println(JSON.writeValueAsString(line));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
            out.flush();
        }
    }

    /** For people: a line for each kind that was read, and only what there was of it. */
    final class Words implements RunReports {
        private final PrintWriter out;
        private final Map<String, Long> parked = new TreeMap<>();
        private long failed;

        Words(PrintWriter out) {
            this.out = out;
        }

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
                    Locale.ROOT,
                    "%s, run %d of `%s`: %s in %.1f s. %s. %,d %s.%n",
                    report.customer(),
                    report.run(),
                    report.flow(),
                    report.outcome().name().toLowerCase(Locale.ROOT),
                    report.took().toMillis() / 1000.0,
                    outcomes(report.counts()),
                    report.requests().total(),
                    report.requests().total() == 1 ? "request" : "requests");
            reasons(report.counts());
            report.besides().forEach((kind, counts) -> {
                if (counts.read() > 0) {
                    out.println("  " + kind + ": " + outcomes(counts) + ".");
                    reasons(counts);
                }
            });
            if (report.outcome() != Outcome.COMPLETE && report.problem() != null) {
                out.println("  " + report.problem());
            }
            out.flush();
        }

        /** A flow of two names, such as new and changed orders, parks the same record in both: each counts once. */
        private void reasons(Counts counts) {
            if (counts.adopted() > 0) {
                out.println("    linked to what Optiply had already: " + number(counts.adopted()));
            }
            if (counts.withheld().total() > 0) {
                out.println("    would have been written: " + String.join(", ", written(counts.withheld())));
            }
            line("filtered", counts.filtered());
            line("parked", counts.parked());
            line("adjusted on the way", counts.adjusted());
            counts.parked().forEach((reason, records) -> parked.merge(reason, records, Long::sum));
            failed += counts.failed();
        }

        private static String outcomes(Counts counts) {
            if (counts.read() == 0) {
                return "Nothing to read";
            }
            List<String> parts = written(counts.written());
            add(parts, counts.unchanged(), "unchanged");
            add(parts, counts.filteredTotal(), "filtered");
            add(parts, counts.parkedTotal(), "parked");
            add(parts, counts.failed(), "failed");
            return number(counts.read()) + " read: " + String.join(", ", parts);
        }

        private static List<String> written(Written written) {
            List<String> parts = new ArrayList<>();
            add(parts, written.create(), "created");
            add(parts, written.patch(), "changed");
            add(parts, written.delete(), "deleted");
            return parts;
        }

        private static void add(List<String> parts, long records, String what) {
            if (records > 0) {
                parts.add(number(records) + " " + what);
            }
        }

        private void line(String what, Map<String, Long> byReason) {
            if (!byReason.isEmpty()) {
                out.println("    " + what + ": "
                        + byReason.entrySet().stream()
                                .map(reason -> number(reason.getValue()) + " " + reason.getKey())
                                .collect(joining(", ")));
            }
        }

        /** What a person has to do, once for each reason and not once for each record. */
        @Override
        public void end(String customer) {
            if (!parked.isEmpty()) {
                out.println();
                out.println(
                        "What is parked is not as it should be yet. Each is tried again by itself, unless it needs a"
                                + " person:");
                parked.keySet()
                        .forEach(reason -> out.printf(
                                "  %-20s %s%n", reason, ParkReason.of(reason).advice()));
                out.println("Which records: why " + customer + ". All about one: why " + customer + " NAME");
            }
            if (failed > 0) {
                out.println("What failed was not sent, because the run broke off: the next run sends it.");
            }
            out.flush();
        }

        private static String number(long records) {
            return String.format(Locale.ROOT, "%,d", records);
        }
    }
}
