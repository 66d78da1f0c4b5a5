package com.optiply.picqer.cli;

import com.optiply.picqer.customer.UnknownCustomerException;
import com.optiply.picqer.flow.run.Problem;
import com.optiply.picqer.sandbox.server.PortInUseException;
import com.optiply.picqer.service.InstallationException;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.sync.run.Blame;
import com.optiply.picqer.sync.run.RunReport;

/** What the program says to the shell: 0 fine, 1 problems in the data, 2 configuration, 3 remote. */
enum ExitCode {
    FINE(0),
    /** Records are parked or failed, or the program itself is at fault: a person has to look. */
    PROBLEMS(1),
    /** A file, a setting, a credential or the state has to be put right. */
    CONFIGURATION(2),
    /** Picqer or Optiply does not answer as it should: the next run may be fine. */
    REMOTE(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** The more serious of the two: what has to be put right by hand comes before what may pass. */
    ExitCode or(ExitCode other) {
        return severity() >= other.severity() ? this : other;
    }

    private int severity() {
        return switch (this) {
            case FINE -> 0;
            case PROBLEMS -> 1;
            case REMOTE -> 2;
            case CONFIGURATION -> 3;
        };
    }

    static ExitCode of(RunResult result) {
        RunReport report = result.report();
        if (report != null && report.blame() != null) {
            return of(report.blame());
        }
        Throwable thrown = result.thrown();
        if (thrown != null) {
            return of(thrown);
        }
        boolean isClean = report != null && report.problem() == null && report.troubled() == 0;
        return isClean ? FINE : PROBLEMS;
    }

    static ExitCode of(Throwable thrown) {
        return isConfiguration(thrown) ? CONFIGURATION : of(Problem.blame(thrown));
    }

    private static ExitCode of(Blame blame) {
        return switch (blame) {
            case CONFIGURATION -> CONFIGURATION;
            case REMOTE -> REMOTE;
            case PROGRAM -> PROBLEMS;
        };
    }

    private static boolean isConfiguration(Throwable thrown) {
        return thrown instanceof UnknownCustomerException
                || thrown instanceof InstallationException
                || thrown instanceof PortInUseException;
    }
}
