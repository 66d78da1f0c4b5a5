package com.optiply.picqer.cli;

import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.flow.run.RunListeners;
import com.optiply.picqer.service.RunLog;
import com.optiply.picqer.sync.run.Run;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import picocli.CommandLine;

/** Says now and then how far a long run has come. Called on the runs' threads, one run at a time. */
final class RunProgress implements RunListener {
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final PrintWriter err;
    private final LongSupplier nanos;
    private long told;

    /** @param nanos monotonic */
    RunProgress(PrintWriter err, LongSupplier nanos) {
        this.err = err;
        this.nanos = nanos;
        this.told = nanos.getAsLong();
    }

    /** What a command tells of its runs while they go on; how they ended it says itself. */
    static RunListener told(CommandLine command) {
        return new RunListeners(RunLog.withoutEnds(), new RunProgress(command.getErr(), System::nanoTime));
    }

    @Override
    public synchronized void began(Run run) {
        told = nanos.getAsLong();
    }

    @Override
    public synchronized void progressed(Run run) {
        long now = nanos.getAsLong();
        if (now - told >= EVERY.toNanos()) {
            told = now;
            err.printf(
                    Locale.ROOT,
                    "... run %d of `%s` has read %,d, and goes on.%n",
                    run.id().value(),
                    run.flow(),
                    run.of(run.ownKind()).tally().counts().read());
            err.flush();
        }
    }
}
