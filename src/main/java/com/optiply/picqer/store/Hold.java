package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;

/**
 * A change that disables, deletes or empties a record.
 *
 * @param attributes JSON, all the attributes that the record should have
 * @param firstRun the run that first proposed it, which is what a person approves
 * @param lastRun the run that last proposed it
 */
public record Hold(
        CustomerName customer,
        Kind kind,
        RemoteId remoteId,
        String label,
        HoldAction action,
        String attributes,
        RunId firstRun,
        RunId lastRun,
        HoldState state) {

    /** A change as a run proposes it; {@link Holds#propose} keeps what it knows from earlier runs. */
    public static Hold proposed(
            RunId run,
            CustomerName customer,
            Kind kind,
            RemoteId remoteId,
            String label,
            HoldAction action,
            String attributes) {
        return new Hold(customer, kind, remoteId, label, action, attributes, run, run, HoldState.PROPOSED);
    }
}
