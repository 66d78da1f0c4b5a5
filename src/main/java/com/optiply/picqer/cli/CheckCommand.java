package com.optiply.picqer.cli;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.customer.SettingsReference;
import com.optiply.picqer.customer.check.CheckedFiles;
import com.optiply.picqer.door.Account;
import com.optiply.picqer.service.Connection;
import com.optiply.picqer.service.CustomerFiles;
import com.optiply.picqer.service.Installation;
import com.optiply.picqer.service.InstallationException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong with customer files, all of it at once, without starting anything; if asked to, of accounts. */
@Command(
        name = "check",
        description = {
            "Checks customer files, all of them if none is named. Nothing is started, and nobody is asked.",
            "With --connect, files that are right are held against the accounts, which are only read; nothing is kept.",
            "Exit code: 0 fine, 2 configuration (no customer file, too), 3 Picqer or Optiply does not answer."
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Home home;

    @Parameters(paramLabel = "CUSTOMER", description = "The name of its file without .yaml, or any file by its path.")
    private List<String> customers = List.of();

    @Option(
            names = "--connect",
            description = "Asks Picqer and Optiply too: whether key and login work, the warehouses are there, and the"
                    + " account is the user's.")
    private boolean connect;

    @Option(names = "--settings", description = "Prints every setting of a customer file instead, and checks nothing.")
    private boolean settings;

    @Override
    public Integer call() {
        if (settings) {
            spec.commandLine().getOut().print(SettingsReference.markdown());
            spec.commandLine().getOut().flush();
            return ExitCode.FINE.number();
        }
        return check().number();
    }

    private ExitCode check() {
        Installation installation = home.installation();
        CheckedFiles checked = customers.isEmpty()
                ? CustomerFiles.check(installation)
                : CustomerFiles.check(installation, files(installation));
        PrintWriter out = spec.commandLine().getOut();
        if (!checked.problems().isEmpty()) {
            out.print(checked.text(Typed.program()));
            out.flush();
            return ExitCode.CONFIGURATION;
        }
        if (checked.customers().isEmpty()) {
            throw new InstallationException("There is no customer file in " + installation.routes()
                    + "/customers, so there is nothing to check. Copy an example: cp " + installation.routes()
                    + "/customers/acme.yaml.example " + installation.routes() + "/customers/acme.yaml");
        }
        int right = checked.customers().size();
        out.println(right == 1 ? "1 customer file, no problem." : right + " customer files, no problem.");
        out.flush();
        return connect ? ask(installation, checked.customers()) : ExitCode.FINE;
    }

    private List<Path> files(Installation installation) {
        return customers.stream().map(typed -> file(installation, typed)).toList();
    }

    /** A word that has neither a folder nor an ending is a name, as with the other commands. */
    private static Path file(Installation installation, String typed) {
        boolean isPath =
                typed.contains(".") || Path.of(typed).getNameCount() > 1 || Files.isRegularFile(Path.of(typed));
        return isPath ? Path.of(typed) : installation.customerFile(CustomerFiles.named(installation, typed));
    }

    /** Every account of every customer, whatever the others said. */
    private ExitCode ask(Installation installation, List<CustomerSettings> asked) {
        ConnectionReport report = new ConnectionReport(spec.commandLine().getOut());
        ExitCode exit = ExitCode.FINE;
        try (Connection connection = Connection.open(installation, new Customers(asked))) {
            for (CustomerSettings customer : asked) {
                URI picqer = customer.picqer().baseUrl();
                URI optiply = customer.optiply().baseUrl();
                exit = exit.or(report.print(customer.name(), Account.PICQER, picqer, () -> connection.picqer(customer)))
                        .or(report.print(
                                customer.name(), Account.OPTIPLY, optiply, () -> connection.optiply(customer)));
            }
        }
        return exit;
    }
}
