package com.optiply.picqer.demo;

import static java.util.stream.Collectors.joining;

import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sandbox.world.AwkwardWorld;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Change;
import java.io.PrintWriter;
import java.util.List;
import java.util.SortedMap;

/** The demo for a reader who knows neither API. */
public final class DemoWords implements DemoOutput {
    private static final int VALUE_LENGTH_MAX = 40;

    private final PrintWriter out;
    private final boolean isTerminal;

    /** @param isTerminal whether a line may be written over */
    public DemoWords(PrintWriter out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    @Override
    public RunListener progress() {
        return new Progress(out, isTerminal, System::nanoTime);
    }

    @Override
    public void opened(SandboxCustomer customer, String customerFile) {
        out.printf(
                """
                Picqer runs a shop's warehouse; Optiply decides what the shop should buy, and when. This program keeps
                Optiply in step with Picqer. Here both are simulated on this machine, and this is about products, at
                  %s
                  %s
                The shop has %d active and %d inactive products; %d of them are odd in a way that Picqer allows, or that
                only a broken account shows. This is the customer file, which passed `check`:

                %s""",
                customer.sandbox().picqerUri(SandboxCustomer.NAME),
                customer.sandbox().optiplyUri(),
                AwkwardWorld.ACTIVE_PRODUCTS,
                AwkwardWorld.INACTIVE_PRODUCTS,
                AwkwardWorld.cases().size(),
                customerFile.indent(4));
        out.flush();
    }

    @Override
    public void begins(Act act) {
        out.printf("%n%d. %s%n", act.ordinal() + 1, act.title());
        out.flush();
    }

    @Override
    public void played(PlayedAct act) {
        if (act.act() == Act.FIRST_SYNC) {
            new CountsTable(out, List.of(act)).print();
        } else {
            act.observed().changes().forEach(this::print);
            rest(act.observed());
        }
        verdict(act);
        out.flush();
    }

    private void rest(ObservedRun observed) {
        long refused = observed.report().counts().parked().getOrDefault(ParkReason.REJECTED.code(), 0L);
        out.printf(
                "  %d written, %d unchanged; the rest is filtered or parked"
                        + " (%d that Optiply refused are left alone until something changes, or for a while).%n",
                observed.changes().size(), observed.report().counts().unchanged(), refused);
    }

    private void print(Change change) {
        boolean isCreate = change.action() == Action.CREATE;
        SortedMap<String, String> before = ProductValues.written(RequestedWrites.json(change.before()));
        SortedMap<String, String> after = ProductValues.written(RequestedWrites.json(change.after()));
        String values = after.entrySet().stream()
                .map(entry -> entry.getKey() + " "
                        + (isCreate ? "" : shown(before.get(entry.getKey())) + " -> ")
                        + shown(entry.getValue()))
                .collect(joining(", "));
        out.printf(
                "  %-7s %-8s %s%n",
                isCreate ? "create" : "change", change.remoteId().value(), values);
    }

    private static String shown(String value) {
        return value.length() <= VALUE_LENGTH_MAX ? value : value.substring(0, VALUE_LENGTH_MAX) + "...";
    }

    private void verdict(PlayedAct act) {
        if (act.differences().isEmpty()) {
            out.println(
                    "  Verified: the counts, the state's table of changes, the requests that Optiply carried out, and"
                            + " what Optiply holds");
            out.printf(
                    "  are what the rules say, worked out a second time (%d products in Optiply, no duplicate).%n",
                    act.contents().records());
            return;
        }
        out.println("  NOT AS THE RULES SAY:");
        act.differences().forEach(difference -> out.println("    " + difference));
    }

    @Override
    public void lostAnswer(LostAnswer lost) {
        out.printf(
                "%nOne answer was lost on purpose: Optiply had created product %s when the connection was cut.%n",
                lost.idproduct());
        lost.requests().forEach(request -> out.println("  " + line(request)));
        out.printf(
                "  Not sent again blindly, but looked for first: %d record in Optiply bears its id.%n%n",
                lost.records());
        out.flush();
    }

    private static String line(LoggedRequest request) {
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        String answer = request.status() == 0 ? "carried out, no answer" : Integer.toString(request.status());
        return request.method() + " " + request.path() + query + "   " + answer;
    }

    @Override
    public void cases(List<CaseOutcome> outcomes) {
        new CaseStories(out, outcomes).print();
        out.flush();
    }

    @Override
    public void edited(List<ShopEdit> edits) {
        out.printf("%nNow people work in Picqer:%n");
        edits.forEach(edit -> out.println("  " + edit.told()));
        out.flush();
    }

    @Override
    public void finished(List<PlayedAct> acts) {
        out.printf("%nAll four runs:%n");
        new CountsTable(out, acts).print();
        int differences =
                acts.stream().mapToInt(act -> act.differences().size()).sum();
        out.println(
                differences == 0
                        ? "Every number is what the rules say."
                                + " To try a customer file of your own on these accounts: sandbox"
                        : differences + " differences, shown above.");
        out.flush();
    }
}
