package com.optiply.picqer.demo;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.flow.run.Problem;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunReport;
import com.optiply.picqer.sync.run.Tally.Counts;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How a run gets on: on a terminal one line that is written over, elsewhere a line now and then, so that neither a log
 * nor a reader drowns in them.
 */
final class Progress implements RunListener {
    private static final long PLAIN_LINE_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    private final PrintWriter out;
    private final boolean isTerminal;
    private final LongSupplier nanos;
    private long shownAt;

    Progress(PrintWriter out, boolean isTerminal, LongSupplier nanos) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.nanos = nanos;
    }

    @Override
    public void began(Run run) {
        shownAt = nanos.getAsLong();
        show("  " + run.flow() + ": listing what there is");
    }

    @Override
    public void progressed(Run run) {
        Counts counts = run.tally().counts();
        String line = "  %s: %,d read, %,d written"
                .formatted(run.flow(), counts.read(), counts.written().total());
        if (isTerminal) {
            show(line);
            return;
        }
        long now = nanos.getAsLong();
        if (now - shownAt >= PLAIN_LINE_EVERY_NANOS) {
            shownAt = now;
            show(line);
        }
    }

    @Override
    public void noAccess(Run run) {
        line("  the Picqer key has no access to " + run.flow());
    }

    @Override
    public void held(Run run, HoldAction action, long records) {
        line("  held for a person: " + records);
    }

    @Override
    public void notBegun(String customer, Throwable why) {
        line("  a run could not begin: " + Problem.sentence(why));
    }

    @Override
    public void unexpected(Run run, Throwable why) {
        line("  broke off unexpectedly: " + why);
    }

    @Override
    public void ended(RunReport report) {
        if (report.problem() != null) {
            line("  " + report.problem());
        } else if (isTerminal) {
            out.printf("\r%-60s\r", "");
            out.flush();
        }
    }

    @Override
    public void skipped(CustomerName customer, Flow flow) {
        line("  " + flow.code() + " is still under way");
    }

    @Override
    public void leftToOther(CustomerName customer, Flow flow) {
        line("  " + flow.code() + " is another process's work");
    }

    private void show(String text) {
        if (isTerminal) {
            out.printf("\r%-60s", text);
            out.flush();
        } else {
            line(text);
        }
    }

    private void line(String text) {
        out.println(text);
        out.flush();
    }
}
