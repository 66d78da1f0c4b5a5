package com.optiply.picqer.cli;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.flow.run.Problem;
import com.optiply.picqer.service.Engine;
import com.optiply.picqer.service.Installation;
import com.optiply.picqer.service.OneTimeRun;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.store.row.Difference;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.run.RunReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks what differs in Optiply, and leaves it. Beside a running service, the service looks and this command tells. */
@Command(
        name = "compare",
        description = {
            "Reads all that Optiply has of a customer, and tells what is not as it should be. Nothing is written.",
            "Exit code: 0 no difference, 1 differences or not all compared, 2 configuration, 3 Optiply does not answer."
        })
final class CompareCommand implements Callable<Integer> {
    private static final String UNDER_WAY =
            "Nothing was compared: another `compare` of this customer is under way. Ask again after it.";

    @Spec
    private CommandSpec spec;

    @Mixin
    private Home home;

    @Parameters(index = "0", paramLabel = "CUSTOMER", description = "The name of its file without .yaml.")
    private String customer;

    @Option(names = "--json", description = "One line of JSON.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Installation installation = home.installation();
        Customers customers = RunCommand.customers(installation);
        CustomerSettings settings = customers.named(customer);
        try (Engine engine = Engine.start(installation, customers, RunProgress.told(spec.commandLine()))) {
            Optional<RunResult> result = new OneTimeRun(engine).look(settings.name());
            if (result.isEmpty()) {
                spec.commandLine().getErr().println(UNDER_WAY);
                return ExitCode.PROBLEMS.number();
            }
            return tell(engine, settings, result.get()).number();
        }
    }

    private ExitCode tell(Engine engine, CustomerSettings settings, RunResult result) {
        RunReport report = result.report();
        if (report == null) {
            spec.commandLine().getErr().println(Problem.sentence(result.thrown()));
            return ExitCode.of(result);
        }
        List<Difference> found =
                engine.store().read(tx -> tx.differences().of(settings.name(), new RunId(report.run())));
        PrintWriter out = spec.commandLine().getOut();
        DifferenceReport told = new DifferenceReport(report, found);
        if (json) {
            told.json(out);
        } else {
            told.words(out);
        }
        out.flush();
        ExitCode ofRun = result.thrown() == null ? ExitCode.FINE : ExitCode.of(result);
        return ofRun.or(found.isEmpty() ? ExitCode.FINE : ExitCode.PROBLEMS);
    }
}
