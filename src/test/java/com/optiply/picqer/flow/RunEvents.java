package com.optiply.picqer.flow;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Remembers what happened to runs, and does something when a page is done. Thread-safe. */
public final class RunEvents implements RunListener {
    private final List<String> begun = new ArrayList<>();
    private final List<RunReport> ended = new ArrayList<>();
    private final Map<HoldAction, Long> held = new EnumMap<>(HoldAction.class);
    private final List<String> withoutAccess = new ArrayList<>();
    private final List<String> withoutWarehouses = new ArrayList<>();
    private final List<String> unreadableWarehouses = new ArrayList<>();
    private int skipped;
    private int exportsNotBegun;
    private long ordersWithoutRight;
    private final List<Duration> settling = new ArrayList<>();
    private Runnable onPage = () -> {};

    /** From now on, for each page of each run, on the run's thread, before its writes are sent. */
    public synchronized void onPage(Runnable action) {
        onPage = action;
    }

    /** The flows of all runs that began, in their order. */
    public synchronized List<String> begun() {
        return List.copyOf(begun);
    }

    public synchronized List<RunReport> ended() {
        return List.copyOf(ended);
    }

    /** What the last run that held anything held. */
    public synchronized Map<HoldAction, Long> held() {
        return Map.copyOf(held);
    }

    /** Flows whose lists the key had no access to. */
    public synchronized List<String> withoutAccess() {
        return List.copyOf(withoutAccess);
    }

    /** Flows that went by the file, since the key may not read warehouses. */
    public synchronized List<String> withoutWarehouses() {
        return List.copyOf(withoutWarehouses);
    }

    /** Rows of the list of warehouses that were passed over. */
    public synchronized List<String> unreadableWarehouses() {
        return List.copyOf(unreadableWarehouses);
    }

    /** How long runs waited before they looked for what had lost its answer. */
    public synchronized List<Duration> settling() {
        return List.copyOf(settling);
    }

    /** How often a run found that the export has not begun. */
    public synchronized int exportNotBegun() {
        return exportsNotBegun;
    }

    /** How many orders last waited because the key may not write purchase orders. */
    public synchronized long ordersWithoutRight() {
        return ordersWithoutRight;
    }

    public synchronized int skipped() {
        return skipped;
    }

    @Override
    public void notBegun(String customer, Throwable why) {
        throw new AssertionError("a run of " + customer + " could not begin", why);
    }

    @Override
    public synchronized void skipped(CustomerName customer, Flow flow) {
        skipped++;
    }

    @Override
    public void leftToOther(CustomerName customer, Flow flow) {
        // A one-time run asks the other process instead, and the test looks at what that one did.
    }

    @Override
    public synchronized void began(Run run) {
        begun.add(run.flow());
        held.clear();
    }

    @Override
    public void progressed(Run run) {
        action().run();
    }

    private synchronized Runnable action() {
        return onPage;
    }

    @Override
    public synchronized void settling(Run run, long answers, Duration wait) {
        settling.add(wait);
    }

    @Override
    public synchronized void noAccess(Run run) {
        withoutAccess.add(run.flow());
    }

    @Override
    public synchronized void unreadableWarehouse(Run run, String row) {
        unreadableWarehouses.add(row);
    }

    @Override
    public synchronized void warehousesUnread(Run run) {
        withoutWarehouses.add(run.flow());
    }

    @Override
    public synchronized void exportNotBegun(Run run) {
        exportsNotBegun++;
    }

    @Override
    public synchronized void noRightToExport(Run run, long orders) {
        ordersWithoutRight = orders;
    }

    @Override
    public synchronized void held(Run run, HoldAction action, long records) {
        held.put(action, records);
    }

    @Override
    public void unexpected(Run run, Throwable why) {
        // The run's result carries it, and the test that provoked it looks there.
    }

    @Override
    public synchronized void ended(RunReport report) {
        ended.add(report);
    }
}
