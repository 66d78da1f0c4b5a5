package com.optiply.picqer.cli;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.door.Account;
import com.optiply.picqer.door.Failure;
import com.optiply.picqer.door.FailureClass;
import com.optiply.picqer.flow.begin.Connected;
import com.optiply.picqer.flow.run.Problem;
import com.optiply.picqer.service.ConnectionResult;
import java.io.PrintWriter;
import java.net.URI;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows for each account of a customer what is right, what to look at, and what is wrong with what to do. */
record ConnectionReport(PrintWriter out) {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionReport.class);

    /** One account: who is asked, because an answer can take its time, then the answer; what it means for the shell. */
    ExitCode print(CustomerName customer, Account account, URI address, Supplier<ConnectionResult> asking) {
        out.println(customer + ", " + account + " at " + address + ":");
        out.flush();
        ConnectionResult result = asking.get();
        Connected connected = result.connected();
        ExitCode exit = connected == null ? problem(account, result.thrown()) : right(connected);
        out.flush();
        return exit;
    }

    private ExitCode right(Connected connected) {
        connected.right().forEach(sentence -> out.println("  " + sentence));
        connected.doubts().forEach(sentence -> out.println("  Look at this: " + sentence));
        return ExitCode.FINE;
    }

    private ExitCode problem(Account account, Throwable thrown) {
        ExitCode exit = ExitCode.of(thrown);
        if (exit == ExitCode.PROBLEMS) {
            LOG.error("Asking {} broke off unexpectedly.", account, thrown);
        }
        out.println("  Not right: " + sentence(thrown));
        return exit;
    }

    /** Where a run's request finds nothing, a record may be gone; here it is the whole API, or it is elsewhere. */
    private static String sentence(Throwable thrown) {
        boolean isNowhere = thrown instanceof Failure failure && failure.failureClass() == FailureClass.MISSING;
        return Problem.sentence(isNowhere ? ((Failure) thrown).ofTheAddress() : thrown);
    }
}
