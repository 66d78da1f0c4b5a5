package com.optiply.picqer.cli;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.service.CustomerFiles;
import com.optiply.picqer.service.Installation;
import com.optiply.picqer.service.State;
import com.optiply.picqer.store.Store;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has everything tried now that would be left alone for a while: somebody has put right what was in its way. */
@Command(
        name = "retry",
        description = "Lets the next runs try at once what is parked and would be left alone for a while.")
final class RetryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Home home;

    @Parameters(index = "0", paramLabel = "CUSTOMER", description = "The name of its file without .yaml.")
    private String customer;

    @Override
    public Integer call() {
        Installation installation = home.installation();
        CustomerName name = CustomerFiles.named(installation, customer);
        try (Store store = State.open(installation)) {
            int records = store.durably(tx -> tx.quarantine().retry(name));
            PrintWriter out = spec.commandLine().getOut();
            out.println(
                    records == 0
                            ? "Nothing of customer " + name + " is being left alone."
                            : "The next run of each flow tries "
                                    + (records == 1 ? "it: 1 record" : "them: " + records + " records") + ". Now: run "
                                    + name);
            out.flush();
            return ExitCode.FINE.number();
        }
    }
}
