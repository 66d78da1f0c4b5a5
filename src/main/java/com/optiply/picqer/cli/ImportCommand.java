package com.optiply.picqer.cli;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.flow.run.Problem;
import com.optiply.picqer.service.Engine;
import com.optiply.picqer.service.FileImport;
import com.optiply.picqer.service.FileImport.Imported;
import com.optiply.picqer.service.Installation;
import com.optiply.picqer.service.InstallationException;
import com.optiply.picqer.service.RunLog;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.sync.run.Flow;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Applies a list of preferred suppliers as if it had been dropped, and prints the answer. */
@Command(
        name = "import",
        description = {
            "Applies a list of preferred suppliers (CSV or Excel), as if it had been dropped into the customer's"
                    + " folder.",
            "Exit code: 0 fine, 1 rows or the file were not taken, 2 configuration, 3 Picqer or Optiply does not"
                    + " answer: the file waits, and the service goes on with it."
        })
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Home home;

    @Parameters(index = "0", paramLabel = "CUSTOMER", description = "The name of its file without .yaml.")
    private String customer;

    @Parameters(index = "1", paramLabel = "FILE", description = "It stays where it is.")
    private Path file;

    @Option(names = "--dry-run", description = "Says what would change, and writes nothing.")
    private boolean isDryRun;

    @Option(names = "--force", description = "Applies a content that was applied before once more.")
    private boolean isForced;

    @Override
    public Integer call() throws InterruptedException, IOException {
        Installation installation = home.installation();
        Customers customers = RunCommand.customers(installation);
        CustomerSettings settings = customers.named(customer);
        requireFile();
        new WantedFlows(spec.commandLine(), List.of(Flow.SUPPLIER_IMPORT.code())).of(settings);
        PrintWriter err = spec.commandLine().getErr();
        try (Engine engine = Engine.start(installation, customers, RunLog.withoutEnds())) {
            Imported imported =
                    new FileImport(engine, installation).run(settings.name(), file, purpose(), new Progress(err));
            return told(imported).number();
        }
    }

    private void requireFile() {
        if (Files.isDirectory(file)) {
            throw new InstallationException(file + " is a folder. Name the file in it.");
        }
        if (!Files.exists(file)) {
            throw new InstallationException("There is no file " + file + ".");
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new InstallationException("The file " + file + " cannot be read by the user of this program.");
        }
    }

    private DropPurpose purpose() {
        if (isDryRun) {
            return DropPurpose.PREVIEW;
        }
        return isForced ? DropPurpose.FORCE : DropPurpose.APPLY;
    }

    private ExitCode told(Imported imported) {
        PrintWriter out = spec.commandLine().getOut();
        ExitCode exit = imported.isWhole() ? ExitCode.FINE : ExitCode.PROBLEMS;
        if (imported.behind() != null) {
            out.println("The file waits for an older list, " + imported.behind() + ", which is not through: applied"
                    + " after this one, its choices would take the place of these. Both go on by themselves while the"
                    + " service runs; or type: run " + customer + " " + Flow.SUPPLIER_IMPORT.code());
        } else if (imported.answer().isEmpty()) {
            out.println("Not every row is through. The file waits in the state: the service goes on with it by itself,"
                    + " or type: run " + customer + " " + Flow.SUPPLIER_IMPORT.code());
        } else {
            out.print(imported.answer());
        }
        if (imported.result() != null) {
            out.println("\nThe answer lies in " + imported.result());
        }
        out.flush();
        boolean isBroken = imported.lastRun() != null && imported.lastRun().thrown() != null;
        if (isBroken) {
            spec.commandLine()
                    .getErr()
                    .println(Problem.sentence(imported.lastRun().thrown()));
        }
        return isBroken ? exit.or(ExitCode.of(imported.lastRun())) : exit;
    }

    /** Says how many rows are through, when it has become another number. */
    private static final class Progress implements BiConsumer<Long, Long> {
        private final PrintWriter err;
        private String last = "";

        Progress(PrintWriter err) {
            this.err = err;
        }

        @Override
        public void accept(Long done, Long of) {
            String now = done.equals(of)
                    ? "All " + of + " rows are through; the answer is being written."
                    : done + " of " + of + " rows are through.";
            if (!now.equals(last)) {
                err.println(now);
                err.flush();
                last = now;
            }
        }
    }
}
