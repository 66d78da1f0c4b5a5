package com.optiply.picqer.service;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.flow.run.Problem;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.picqer.Warehouse;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunReport;
import com.optiply.picqer.sync.run.Tally.Counts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log what happens to runs: one line where all is well, a warning where somebody has to look. */
public final class RunLog implements RunListener {
    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

    private final boolean tellsEnds;

    public RunLog() {
        this(true);
    }

    private RunLog(boolean tellsEnds) {
        this.tellsEnds = tellsEnds;
    }

    /** For a command that shows itself how its runs ended. */
    public static RunLog withoutEnds() {
        return new RunLog(false);
    }

    @Override
    public void skipped(CustomerName customer, Flow flow) {
        LOG.info("Customer {}: `{}` is still under way, so this trigger is passed over.", customer, flow.code());
    }

    @Override
    public void switchedOff(CustomerName customer, Flow flow) {
        LOG.info(
                "Customer {}: `{}` is switched off in its file, so this trigger is passed over.",
                customer,
                flow.code());
    }

    @Override
    public void settling(Run run, long answers, Duration wait) {
        LOG.info(
                "Customer {}: the answers to {} writes were lost. In {} s, when Optiply must be through with them, run"
                        + " {} looks there what became of them.",
                run.customer().name(),
                answers,
                wait.toSeconds() + 1,
                run.id());
    }

    @Override
    public void leftToOther(CustomerName customer, Flow flow) {
        LOG.debug("Customer {}: `{}` is another process's work, which holds the lease.", customer, flow.code());
    }

    @Override
    public void notBegun(String customer, Throwable why) {
        LOG.error("Customer {}: a run could not begin: {}", customer, Problem.sentence(why), why);
    }

    @Override
    public void began(Run run) {
        LOG.debug("Customer {}: run {} of `{}` began.", run.customer().name(), run.id(), run.flow());
    }

    @Override
    public void progressed(Run run) {
        LOG.debug(
                "Customer {}: run {} has read {}.",
                run.customer().name(),
                run.id(),
                run.tally().counts().read());
    }

    @Override
    public void noAccess(Run run) {
        LOG.warn(
                "Customer {}: the Picqer key has no access to suppliers, as keys of fulfilment customers have none."
                        + " They are made from the supplier names on purchase orders instead, and are never deleted.",
                run.customer().name());
    }

    @Override
    public void warehousesUnread(Run run) {
        LOG.warn(
                "Customer {}: the Picqer key may not read warehouses. `warehouses.main` of the customer's file is"
                        + " believed as it stands.",
                run.customer().name());
    }

    @Override
    public void unreadableWarehouse(Run run, String row) {
        LOG.warn(
                "Customer {}: Picqer lists a warehouse that cannot be read, and it is passed over: {}.",
                run.customer().name(),
                row);
    }

    @Override
    public void preferredToMain(Run run, Warehouse other) {
        LOG.warn(
                "Customer {}: Picqer gives orders to warehouse {} ({}) before the main one, by its priority there. Is"
                        + " `warehouses.main` the warehouse that orders come from?",
                run.customer().name(),
                other.idwarehouse(),
                other.name());
    }

    @Override
    public void exportNotBegun(Run run) {
        LOG.info(
                "Customer {}: orders placed in Optiply are not written to Picqer yet. That begins when a run of"
                        + " `buy-orders` has come to its end, which links what is in Picqer already. Now:"
                        + " run {} buy-orders",
                run.customer().name(),
                run.customer().name());
    }

    @Override
    public void noRightToExport(Run run, long orders) {
        LOG.warn(
                "Customer {}: {} orders placed in Optiply wait, because the Picqer key may not write purchase orders."
                        + " Give the key in `picqer.api-key` that right, in Picqer under Settings > API keys.",
                run.customer().name(),
                orders);
    }

    private static void heldExports(Run run, long orders) {
        LOG.warn(
                "Customer {}: open orders that are older than the export and not linked, so that they may have been"
                        + " ordered before: {}. None is ordered by itself. Look at them: approve {}",
                run.customer().name(),
                orders,
                run.customer().name());
    }

    @Override
    public void held(Run run, HoldAction action, long records) {
        if (action == HoldAction.EXPORT) {
            heldExports(run, records);
            return;
        }
        LOG.warn(
                "Customer {}: run {} would {} {} {}, more than the guards allow. They are held; all else goes on."
                        + " Look at them, then: approve {} {}",
                run.customer().name(),
                run.id(),
                action.words(),
                records,
                run.kind().resource(),
                run.customer().name(),
                run.id());
    }

    @Override
    public void fileAnswered(Run run, String name, Path result) {
        LOG.info("Customer {}: the file {} was applied: {}", run.customer().name(), name, result);
    }

    @Override
    public void fileRefused(Run run, String name, String why, Path result) {
        LOG.warn(
                "Customer {}: nothing of the file {} was applied. {} Its owner is told in {}",
                run.customer().name(),
                name,
                why,
                result);
    }

    @Override
    public void fileStrayed(CustomerName customer, Path answer) {
        LOG.warn(
                "Customer {}: a file was under way of which the state knows nothing. Its owner is told in {}",
                customer,
                answer);
    }

    @Override
    public void fileUnmovable(CustomerName customer, Path file, Exception why) {
        LOG.error(
                "Customer {}: the file {} cannot be moved ({}). Give this program the right to write in its folder;"
                        + " it tries again by itself.",
                customer,
                file,
                why.toString());
    }

    @Override
    public void unexpected(Run run, Throwable why) {
        LOG.error("Customer {}: run {} broke off unexpectedly.", run.customer().name(), run.id(), why);
    }

    @Override
    public void notEnded(Run run, Throwable why) {
        LOG.error(
                "Customer {}: run {} of `{}` broke off, and the state does not know it yet: {}",
                run.customer().name(),
                run.id(),
                run.flow(),
                Problem.sentence(why));
    }

    @Override
    public void ended(RunReport report) {
        Counts counts = report.counts();
        if (!tellsEnds) {
            return;
        }
        if (report.outcome() == Outcome.COMPLETE) {
            LOG.info("{}", sentence(report, counts));
        } else {
            LOG.error("{} {}", sentence(report, counts), report.problem());
        }
    }

    private static String sentence(RunReport report, Counts counts) {
        return ("Customer %s: run %d of `%s` %s in %d ms: %d read, %d written, %d unchanged, %d filtered, %d parked,"
                        + " %d failed.")
                .formatted(
                        report.customer(),
                        report.run(),
                        report.flow(),
                        report.outcome().name().toLowerCase(Locale.ROOT),
                        report.took().toMillis(),
                        counts.read(),
                        counts.written().total(),
                        counts.unchanged(),
                        counts.filteredTotal(),
                        counts.parkedTotal(),
                        counts.failed());
    }
}
