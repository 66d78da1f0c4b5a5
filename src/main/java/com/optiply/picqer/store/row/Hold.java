package com.optiply.picqer.store.row;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Holds;
import org.jspecify.annotations.Nullable;

/**
 * A change that disables, deletes or empties a record.
 *
 * @param label its name for a person, which says what a line or a part belongs to: more than its link's label
 * @param attributes JSON, all the attributes that the record should have
 * @param standing how the record stands once that is done
 * @param reason of that standing; null when it is sent
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
        Standing standing,
        @Nullable String reason,
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
            String attributes,
            Standing standing,
            @Nullable String reason) {
        return new Hold(
                customer, kind, remoteId, label, action, attributes, standing, reason, run, run, HoldState.PROPOSED);
    }

    /** The same under another name. */
    public Hold labelled(String name) {
        return new Hold(customer, kind, remoteId, name, action, attributes, standing, reason, firstRun, lastRun, state);
    }
}
