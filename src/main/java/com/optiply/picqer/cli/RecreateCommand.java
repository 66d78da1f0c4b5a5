package com.optiply.picqer.cli;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.service.CustomerFiles;
import com.optiply.picqer.service.Installation;
import com.optiply.picqer.service.State;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.sync.inspect.Recreation;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings back what somebody deleted in Optiply. */
@Command(name = "recreate", description = "Lets the next run create again what is parked as `deleted_in_optiply`.")
final class RecreateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Home home;

    @Parameters(index = "0", paramLabel = "CUSTOMER", description = "The name of its file without .yaml.")
    private String customer;

    @Parameters(index = "1", paramLabel = "KIND", description = "As `why CUSTOMER` says it, such as sellOrders.")
    private String kind;

    @Parameters(
            index = "2",
            paramLabel = "ID",
            description = "Its id in Picqer, which `why CUSTOMER` says in brackets.")
    private String remoteId;

    @Override
    public Integer call() {
        Kind asked = Typed.kind(spec.commandLine(), kind);
        Installation installation = home.installation();
        CustomerName name = CustomerFiles.named(installation, customer);
        try (Store store = State.open(installation)) {
            boolean isAsked = new Recreation(store, Clock.systemUTC()).ask(name, asked, new RemoteId(remoteId));
            PrintWriter out = spec.commandLine().getOut();
            out.println(
                    isAsked
                            ? "The next run creates it again, if Picqer still has it. Now: run " + name
                            : "No " + kind + " " + remoteId + " of customer " + name
                                    + " is parked as deleted_in_optiply.");
            out.flush();
            return isAsked ? ExitCode.FINE.number() : ExitCode.PROBLEMS.number();
        }
    }
}
