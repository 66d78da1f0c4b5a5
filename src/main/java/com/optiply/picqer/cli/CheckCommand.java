package com.optiply.picqer.cli;

import com.optiply.picqer.customer.SettingsReference;
import com.optiply.picqer.customer.check.CheckedFiles;
import com.optiply.picqer.service.CustomerFiles;
import com.optiply.picqer.service.Installation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong with customer files, all of it at once, without starting anything. */
@Command(name = "check", description = "Checks customer files, all of them if none is named. Nothing is started.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Home home;

    @Parameters(paramLabel = "FILE", description = "Such as routes/customers/acme.yaml.")
    private List<Path> files = List.of();

    @Option(names = "--settings", description = "Prints every setting of a customer file instead, and checks nothing.")
    private boolean settings;

    @Override
    public Integer call() {
        if (settings) {
            spec.commandLine().getOut().print(SettingsReference.markdown());
            spec.commandLine().getOut().flush();
            return ExitCode.FINE.number();
        }
        return check();
    }

    private int check() {
        Installation installation = home.installation();
        CheckedFiles checked =
                files.isEmpty() ? CustomerFiles.check(installation) : CustomerFiles.check(installation, files);
        PrintWriter out = spec.commandLine().getOut();
        if (!checked.problems().isEmpty()) {
            out.print(checked.text(Typed.program()));
            out.flush();
            return ExitCode.CONFIGURATION.number();
        }
        int customers = checked.customers().size();
        out.println(customers == 1 ? "1 customer file, no problem." : customers + " customer files, no problem.");
        out.flush();
        return ExitCode.FINE.number();
    }
}
