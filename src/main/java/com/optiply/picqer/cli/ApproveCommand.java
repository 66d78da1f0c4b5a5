package com.optiply.picqer.cli;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.service.Installation;
import com.optiply.picqer.service.State;
import com.optiply.picqer.store.HoldAction;
import com.optiply.picqer.store.RunId;
import com.optiply.picqer.store.Store;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets through what the guards hold since a run. */
@Command(
        name = "approve",
        description = "Lets through what the guards hold since that run; the next run carries it out.")
final class ApproveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Home home;

    @Parameters(index = "0", paramLabel = "CUSTOMER")
    private String customer;

    @Parameters(index = "1", paramLabel = "RUN", description = "The number that the warning names.")
    private long run;

    @Override
    public Integer call() {
        Installation installation = home.installation();
        Customers customers = RunCommand.customers(installation);
        CustomerName name = customers.named(customer).name();
        try (Store store = State.open(installation)) {
            Map<HoldAction, Long> approved = store.durably(tx -> tx.holds().approve(name, new RunId(run)));
            PrintWriter out = spec.commandLine().getOut();
            approved.forEach((action, records) -> out.printf("Approved: %s %d records.%n", term(action), records));
            out.println(
                    approved.isEmpty()
                            ? "Nothing is held for customer " + name + " since run " + run + "."
                            : "The next run carries it out, if Picqer still says so then. Now: run " + name);
            out.flush();
            return approved.isEmpty() ? ExitCode.PROBLEMS.number() : ExitCode.FINE.number();
        }
    }

    private static String term(HoldAction action) {
        return switch (action) {
            case DISABLE -> "take out of sight";
            case DELETE -> "delete";
            case DELETE_IN_USE -> "delete although others lean on it";
            case STOCK_ZERO -> "set to zero the stock of";
            case EXPORT -> "order";
        };
    }
}
