package com.optiply.picqer.flow.run;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.picqer.Warehouse;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunReport;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Is told what happens to runs: for the log, the metrics and a progress line. Called on the run's thread. What a
 * listener does not care about needs no method.
 */
public interface RunListener {
    /** A trigger came while the run before it was still under way, or waited for its turn. */
    default void skipped(CustomerName customer, Flow flow) {}

    /** A trigger came for a flow that is switched off for the customer. */
    default void switchedOff(CustomerName customer, Flow flow) {}

    /** What lost answers came to is looked up in Optiply when it must be through with them, after that wait. */
    default void settling(Run run, long answers, Duration wait) {}

    /** A trigger came while another process holds the customer's lease. */
    default void leftToOther(CustomerName customer, Flow flow) {}

    /** A trigger's run broke before it began: a fault of the route, the state or this program. */
    default void notBegun(String customer, Throwable why) {}

    default void began(Run run) {}

    /** A page is done: the tally has moved. */
    default void progressed(Run run) {}

    /** The account has no access to what the flow reads: nothing was read, and nothing counts as absent. */
    default void noAccess(Run run) {}

    /** The Picqer key may not read warehouses: what the customer's file says of them is believed. */
    default void warehousesUnread(Run run) {}

    /** Picqer lists what is no warehouse as far as anybody can tell; the customer's file names others. */
    default void unreadableWarehouse(Run run, String row) {}

    /** Picqer gives orders to that warehouse before it gives them to the main one (AutoSplit). */
    default void preferredToMain(Run run, Warehouse other) {}

    /** Nothing is exported yet: a complete import of purchase orders has to come before it. */
    default void exportNotBegun(Run run) {}

    /** The Picqer key may not write purchase orders: so many orders wait. */
    default void noRightToExport(Run run, long orders) {}

    /** More than the guards allow: these records wait for a person. */
    default void held(Run run, HoldAction action, long records) {}

    /** A dropped file was applied, and its owner has the answer. */
    default void fileAnswered(Run run, String name, Path result) {}

    /** A dropped file is no list of ours: nothing of it was applied, and its owner is told why. */
    default void fileRefused(Run run, String name, String why, Path result) {}

    /** A file was under way of which the state knows nothing: it was put aside, and its owner is told. */
    default void fileStrayed(CustomerName customer, Path answer) {}

    /** A dropped file cannot be taken out of its folder. */
    default void fileUnmovable(CustomerName customer, Path file, Exception why) {}

    /** Something broke that nobody foresaw: a fault of this program, told with all that is known of it. */
    default void unexpected(Run run, Throwable why) {}

    default void ended(RunReport report) {}

    /** A run broke off, and the state could not even be told: the next run of its flow calls it interrupted. */
    default void notEnded(Run run, Throwable why) {}

    /** A run is over, however it ended, and what it alone might write is free for others again. */
    default void released(CustomerName customer, Flow flow) {}
}
