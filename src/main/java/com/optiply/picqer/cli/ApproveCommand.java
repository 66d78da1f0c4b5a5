package com.optiply.picqer.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.service.CustomerFiles;
import com.optiply.picqer.service.Installation;
import com.optiply.picqer.service.State;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Approval;
import com.optiply.picqer.store.row.HeldRecord;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.identity.ShopIdentity;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets through what is held for a person since a run, or says what is. */
@Command(
        name = "approve",
        description = {
            "Lets through what is held since that run; the next run carries it out.",
            "Without a run: lists what is held, with the run to approve."
        })
final class ApproveCommand implements Callable<Integer> {
    private static final int SHOWN_MAX = 20;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Home home;

    @Parameters(index = "0", paramLabel = "CUSTOMER", description = "The name of its file without .yaml.")
    private String customer;

    @Parameters(index = "1", arity = "0..1", paramLabel = "RUN", description = "The number that the warning names.")
    private @Nullable Long run;

    @Parameters(
            index = "2..*",
            paramLabel = "RECORD",
            description = "Only these, named as they are listed, such as Optiply-600012 or \"SKU-1 of KIT-1\";"
                    + " what bears the same name goes with it; without any, all that is held since that run.")
    private List<String> records = List.of();

    @Option(names = "--all", description = "Lists every record, and not only the first of many.")
    private boolean isWhole;

    @Override
    public Integer call() {
        Installation installation = home.installation();
        CustomerName name = CustomerFiles.named(installation, customer);
        PrintWriter out = spec.commandLine().getOut();
        try (Store store = State.open(installation)) {
            ExitCode exit = run == null ? list(store, name, out) : approve(store, name, new RunId(run), out);
            out.flush();
            return exit.number();
        }
    }

    private ExitCode approve(Store store, CustomerName name, RunId since, PrintWriter out) {
        if (records.isEmpty() && store.durably(tx -> ShopIdentity.approve(tx, name, since))) {
            out.println("Approved: Picqer is the shop of customer " + name + ", as it is now. Now: run " + name);
            return ExitCode.FINE;
        }
        Approval approval = store.durably(tx -> tx.approvals().approve(name, since, Set.copyOf(records)));
        approval.records()
                .forEach((action, held) ->
                        out.printf("Approved: %s %d %s.%n", action.words(), held, held == 1 ? "record" : "records"));
        List<String> unknown = records.stream()
                .distinct()
                .filter(record -> !approval.labels().contains(record))
                .toList();
        if (!unknown.isEmpty() || approval.records().isEmpty()) {
            out.println("Nothing" + (unknown.isEmpty() ? "" : " of " + String.join(", ", unknown))
                    + " is held for customer " + name + " since run " + since + ". What is: approve " + name);
        }
        if (!approval.records().isEmpty()) {
            out.println("The next run carries it out, if it still holds then. Now: run " + name);
        }
        return unknown.isEmpty() && !approval.records().isEmpty() ? ExitCode.FINE : ExitCode.PROBLEMS;
    }

    private ExitCode list(Store store, CustomerName name, PrintWriter out) {
        Optional<ShopIdentity.Doubt> doubt = store.read(tx -> ShopIdentity.inDoubt(tx, name));
        doubt.ifPresent(one -> out.printf(
                "run %d: take Picqer for the shop of this customer, as it is now. %s%n",
                one.since().value(), one.found()));
        List<HeldRecord> held = store.read(tx -> tx.approvals().told(name));
        if (held.isEmpty() && doubt.isEmpty()) {
            out.println("Nothing is held for customer " + name + ".");
            return ExitCode.FINE;
        }
        Map<Question, List<HeldRecord>> questions =
                held.stream().collect(groupingBy(Question::of, LinkedHashMap::new, toList()));
        questions.forEach((question, records) ->
                tell(question, records, store.read(tx -> tx.listed().expected(name, question.kind())), out));
        out.println("To let all of a run through: approve " + name + " RUN; some of it: approve " + name
                + " RUN RECORD...");
        return ExitCode.PROBLEMS;
    }

    /** What a person decides on at once: the same of many records, for the same reason. */
    private record Question(long run, HoldAction action, Kind kind, @Nullable String reason) {
        static Question of(HeldRecord held) {
            return new Question(held.lastRun().value(), held.action(), held.kind(), held.reason());
        }
    }

    /** Orders one by one, since each is goods and money; of the others as many as can be looked through. */
    private void tell(Question question, List<HeldRecord> records, long inOptiply, PrintWriter out) {
        if (question.action() == HoldAction.EXPORT) {
            records.forEach(one -> out.printf(
                    "run %d: order %s %s%s%n",
                    question.run(),
                    one.kind().resource(),
                    ShellWord.of(one.label()),
                    one.detail() == null ? "" : ". " + one.detail()));
            return;
        }
        out.printf(
                "run %d would %s %d of %d %s%s:%n",
                question.run(),
                question.action().words(),
                records.size(),
                inOptiply,
                question.kind().resource(),
                question.reason() == null
                        ? ""
                        : ", `" + question.reason() + "`: "
                                + FilterReason.of(question.reason()).explanation());
        int shown = isWhole ? records.size() : Math.min(records.size(), SHOWN_MAX);
        out.println("  "
                + records.stream()
                        .limit(shown)
                        .map(HeldRecord::label)
                        .map(ShellWord::of)
                        .collect(joining(", ")));
        if (shown < records.size()) {
            out.println("  and " + (records.size() - shown) + " more: approve " + customer + " --all");
        }
    }
}
