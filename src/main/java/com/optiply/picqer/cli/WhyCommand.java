package com.optiply.picqer.cli;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.service.CustomerFiles;
import com.optiply.picqer.service.Installation;
import com.optiply.picqer.service.State;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.sync.inspect.Explanation;
import com.optiply.picqer.sync.inspect.Explanations;
import com.optiply.picqer.sync.run.Flow;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers the question that support is asked most, out of the state alone, so that it can be typed at any time. */
@Command(
        name = "why",
        description = {
            "Tells what became of a record, why it is or is not in Optiply, and what to do.",
            "Without a name: lists what is parked.",
            "Only the state is read: neither Picqer nor Optiply is asked, and a running service is not disturbed.",
            "Exit code: 0 it is told, 1 no run has seen such a record, 2 configuration."
        })
final class WhyCommand implements Callable<Integer> {
    private static final int ALIKE_MAX = 5;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Home home;

    @Parameters(index = "0", paramLabel = "CUSTOMER", description = "The name of its file without .yaml.")
    private String customer;

    @Parameters(
            index = "1",
            paramLabel = "NAME",
            arity = "0..1",
            description = {
                "A sku, the number of an order, the name of a supplier, or an id in Picqer or Optiply.",
                "Without it: lists what is parked."
            })
    private @Nullable String name;

    @Option(names = "--kind", paramLabel = "KIND", description = "Only records of this kind, such as sellOrders.")
    private @Nullable String kind;

    @Override
    public Integer call() {
        Kind only = kind == null ? null : Typed.kind(spec.commandLine(), kind);
        Installation installation = home.installation();
        CustomerName of = CustomerFiles.named(installation, customer);
        Optional<CustomerSettings> settings = CustomerFiles.check(installation).customers().stream()
                .filter(one -> one.name().equals(of))
                .findFirst();
        ZoneId zone = settings.map(CustomerSettings::timezone).orElse(ZoneOffset.UTC);
        PrintWriter out = spec.commandLine().getOut();
        try (Store store = State.open(installation)) {
            Explanations state = new Explanations(store);
            if (name == null) {
                new ParkedReport(of, state, out).tell(only == null ? List.of(Kind.values()) : List.of(only));
                return ExitCode.FINE.number();
            }
            List<Explanation> found = found(state, of, name, only);
            new ExplanationReport(of, zone, out).tell(found);
            if (found.isEmpty()) {
                tellUnseen(of, name, state, out);
                List<Flow> on = settings.map(Flow::of).orElse(List.of(Flow.values()));
                Arrays.stream(Flow.values())
                        .filter(Flow::readsPicqer)
                        .forEach(flow -> out.printf(
                                "  %-22s %s%n",
                                flow.code(),
                                on.contains(flow)
                                        ? lastRun(store, of, flow, zone)
                                        : "is switched off: `flows." + flow.code() + "`"));
                out.println("  Where its flow has run: is it in this Picqer account, and not older than"
                        + " `history-from`?");
            }
            out.flush();
            return (found.isEmpty() ? ExitCode.PROBLEMS : ExitCode.FINE).number();
        }
    }

    /** A sku stands on thousands of lines: those are meant only where nothing else bears the name. */
    private static List<Explanation> found(Explanations state, CustomerName of, String name, @Nullable Kind only) {
        if (only != null) {
            return state.of(of, name, List.of(only));
        }
        List<Explanation> whole = state.of(of, name, kinds(false));
        return whole.isEmpty() ? state.of(of, name, kinds(true)) : whole;
    }

    private static List<Kind> kinds(boolean ofLines) {
        return Arrays.stream(Kind.values())
                .filter(one -> ofLines == (one.parentAttribute().isPresent() || one == Kind.RECEIPT_LINES))
                .toList();
    }

    private static void tellUnseen(CustomerName of, String name, Explanations state, PrintWriter out) {
        out.println("No run has seen a record of customer " + of + " that is called `" + name + "`, or has that id.");
        List<String> alike = state.alike(of, name, ALIKE_MAX);
        if (!alike.isEmpty()) {
            out.println("  Alike: " + String.join(", ", alike));
        }
    }

    private static String lastRun(Store store, CustomerName of, Flow flow, ZoneId zone) {
        return store.read(tx -> tx.runs().last(of, flow.code()))
                .map(run -> "run " + run.id() + " on " + DayAndTime.of(run.startedAt(), zone) + ", "
                        + DayAndTime.lower(run.outcome())
                        + (run.problem() == null ? "" : ": " + run.problem()))
                .orElse("has never run. Now: run " + of + " " + flow.code());
    }
}
