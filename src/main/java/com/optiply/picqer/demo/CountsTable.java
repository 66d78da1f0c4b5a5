package com.optiply.picqer.demo;

import com.optiply.picqer.sync.run.RunReport;
import com.optiply.picqer.sync.run.Tally.Counts;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The figures of several runs side by side, with a row for every reason that occurs in any of them. */
final class CountsTable {
    private final PrintWriter out;
    private final List<PlayedAct> acts;

    CountsTable(PrintWriter out, List<PlayedAct> acts) {
        this.out = out;
        this.acts = acts;
    }

    void print() {
        heads();
        row("read from Picqer", counts -> counts.read());
        row("created in Optiply", counts -> counts.written().create());
        row("changed in Optiply", counts -> counts.written().patch());
        row("unchanged", Counts::unchanged);
        rows("filtered", Counts::filtered);
        rows("parked", Counts::parked);
        row("failed", Counts::failed);
        rows("value adjusted", Counts::adjusted);
        line("requests to Picqer", report -> report.requests().picqer());
        line("requests to Optiply", report -> report.requests().optiply());
        line("milliseconds", report -> report.took().toMillis());
    }

    private void heads() {
        out.printf("  %-36s", "");
        acts.forEach(act -> out.printf(" %12s", act.act().code()));
        out.println();
    }

    private void rows(String outcome, Function<Counts, Map<String, Long>> byReason) {
        TreeSet<String> reasons = new TreeSet<>();
        acts.forEach(act ->
                reasons.addAll(byReason.apply(act.observed().report().counts()).keySet()));
        for (String reason : reasons) {
            row(outcome + ": " + reason, counts -> byReason.apply(counts).getOrDefault(reason, 0L));
        }
    }

    private void row(String what, ToLongFunction<Counts> figure) {
        line(what, report -> figure.applyAsLong(report.counts()));
    }

    private void line(String what, ToLongFunction<RunReport> figure) {
        out.printf("  %-36s", what);
        acts.forEach(
                act -> out.printf(" %,12d", figure.applyAsLong(act.observed().report())));
        out.println();
    }
}
