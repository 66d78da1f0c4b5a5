package com.optiply.picqer.cli;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.customer.check.CheckedFiles;
import com.optiply.picqer.service.CustomerFiles;
import com.optiply.picqer.service.Engine;
import com.optiply.picqer.service.Installation;
import com.optiply.picqer.service.OneTimeRun;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs flows of one customer once. Beside a running service, the service runs them and this command follows. */
@Command(
        name = "run",
        description = {
            "Runs flows of one customer once, all that are on in their order if none is named.",
            "Exit code: 0 fine, 1 records are parked or failed, or a flow was not run, 2 configuration,"
                    + " 3 Picqer or Optiply does not answer."
        })
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Home home;

    @Parameters(index = "0", paramLabel = "CUSTOMER", description = "The name of its file without .yaml.")
    private String customer;

    @Parameters(index = "1..*", paramLabel = "FLOW", description = "Such as products.")
    private List<String> flows = List.of();

    @Option(names = "--json", description = "One line of JSON for each run.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        WantedFlows named = new WantedFlows(spec.commandLine(), flows);
        named.requireFlows();
        Installation installation = home.installation();
        Customers customers = customers(installation);
        CustomerSettings settings = customers.named(customer);
        List<Flow> wanted = named.of(settings);
        if (wanted.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("Every flow is switched off for " + customer + ", so nothing was done. See `flows` in its"
                            + " file.");
            return ExitCode.FINE.number();
        }
        PrintWriter out = spec.commandLine().getOut();
        RunReports reports = json ? new RunReports.Json(out) : new RunReports.Words(out);
        try (Engine engine = Engine.start(installation, customers, RunProgress.told(spec.commandLine()))) {
            List<RunResult> results = new OneTimeRun(engine).run(settings.name(), wanted, reports::print);
            List<String> notRun = notRun(wanted, results);
            ExitCode exit = notRun.isEmpty() ? ExitCode.FINE : ExitCode.PROBLEMS;
            for (RunResult result : results) {
                exit = exit.or(ExitCode.of(result));
            }
            reports.end(customer);
            if (!notRun.isEmpty()) {
                reports.notRun(customer, notRun);
                spec.commandLine().getErr().println("Not run: " + String.join(", ", notRun) + ". " + why(results));
            }
            return exit.number();
        }
    }

    /** The flows that no result tells of: beside a service, it leaves out one that it has under way already. */
    private static List<String> notRun(List<Flow> wanted, List<RunResult> results) {
        List<String> notRun = new ArrayList<>(wanted.stream().map(Flow::code).toList());
        results.stream()
                .map(RunResult::report)
                .filter(Objects::nonNull)
                .map(RunReport::flow)
                .forEach(notRun::remove);
        return notRun;
    }

    private static String why(List<RunResult> results) {
        boolean isBroken = results.stream().anyMatch(result -> result.thrown() != null);
        return isBroken
                ? "After what was said above nothing more was tried. Ask again when it is put right."
                : "The service has them under way already, has them off since its start, or stops: see its log, and ask"
                        + " again.";
    }

    static Customers customers(Installation installation) {
        CheckedFiles checked = CustomerFiles.check(installation);
        if (!checked.problems().isEmpty()) {
            throw new CustomerFilesException(checked);
        }
        return new Customers(checked.customers());
    }
}
