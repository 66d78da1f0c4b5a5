package com.optiply.picqer.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.sync.run.RunReport;
import com.optiply.picqer.sync.run.Tally.Counts;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.TreeMap;

/**
 * The demo for machines: a line of JSON for each run, and one for the end. The same seed gives the same lines but for
 * {@code millis}, which comes last so that a plain tool can cut it off.
 */
public final class DemoNumbers implements DemoOutput {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintWriter out;
    private long lostAnswers;

    public DemoNumbers(PrintWriter out) {
        this.out = out;
    }

    @Override
    public RunListener progress() {
        return new Progress(new PrintWriter(Writer.nullWriter()), false, System::nanoTime);
    }

    @Override
    public void opened(SandboxCustomer customer, String customerFile) {}

    @Override
    public void begins(Act act) {}

    @Override
    public void played(PlayedAct act) {
        RunReport report = act.observed().report();
        Counts counts = report.counts();
        ObjectNode line = JSON.createObjectNode()
                .put("run", act.act().code())
                .put("read", counts.read())
                .put("created", counts.written().create())
                .put("changed", counts.written().patch())
                .put("deleted", counts.written().delete())
                .put("unchanged", counts.unchanged());
        line.set("filtered", JSON.valueToTree(new TreeMap<>(counts.filtered())));
        line.set("parked", JSON.valueToTree(new TreeMap<>(counts.parked())));
        line.put("failed", counts.failed());
        line.set("adjusted", JSON.valueToTree(new TreeMap<>(counts.adjusted())));
        line.set("requests", JSON.valueToTree(report.requests()));
        line.set("differences", JSON.valueToTree(act.differences()));
        print(line.put("millis", report.took().toMillis()));
    }

    @Override
    public void lostAnswer(LostAnswer lost) {
        lostAnswers++;
    }

    @Override
    public void cases(List<CaseOutcome> outcomes) {}

    @Override
    public void edited(List<ShopEdit> edits) {}

    @Override
    public void finished(List<PlayedAct> acts) {
        OptiplyContents contents = acts.get(acts.size() - 1).contents();
        print(JSON.createObjectNode()
                .put("optiplyProducts", contents.records())
                .put("duplicates", contents.duplicates())
                .put("lostAnswers", lostAnswers)
                .put(
                        "differences",
                        acts.stream().mapToInt(act -> act.differences().size()).sum()));
    }

    private void print(ObjectNode line) {
        try {
            out.println(JSON.writeValueAsString(line));
            out.flush();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
