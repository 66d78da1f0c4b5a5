package com.optiply.picqer.cli;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.service.EffectiveRoutes;
import com.optiply.picqer.service.Installation;
import com.optiply.picqer.sync.run.Flow;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what really triggers a customer's flows, ready to be changed in its file. */
@Command(
        name = "show",
        description = {
            "Prints the routes that are in force for a customer: those of its file, and the defaults beside them.",
            "In the place of the routes of its file, what is printed changes nothing."
        })
final class ShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Home home;

    @Parameters(index = "0", paramLabel = "CUSTOMER", description = "The name of its file without .yaml.")
    private String customer;

    @Parameters(index = "1..*", paramLabel = "FLOW", description = "Such as products.")
    private List<String> flows = List.of();

    @Override
    public Integer call() {
        Installation installation = home.installation();
        CustomerSettings settings = RunCommand.customers(installation).named(customer);
        List<Flow> wanted = new WantedFlows(spec.commandLine(), flows).of(settings);
        PrintWriter out = spec.commandLine().getOut();
        out.print(EffectiveRoutes.yaml(installation, settings, flows.isEmpty() ? List.of() : wanted));
        out.flush();
        return ExitCode.FINE.number();
    }
}
