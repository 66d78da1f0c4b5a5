package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A buy order that was made in Optiply, and how far it has come on its way to Picqer.
 *
 * @param purchaseOrder Picqer's id of it; null while nobody knows whether it is there
 * @param draft JSON, what was to be created; empty where somebody else had created it
 * @param run that wrote this first
 * @param plannedAt the moment before which it certainly was not created by us
 */
public record Export(
        CustomerName customer,
        OptiplyId optiplyId,
        @Nullable RemoteId purchaseOrder,
        ExportState state,
        String draft,
        RunId run,
        Instant plannedAt) {

    private static final String NOTHING = "{}";

    /** Created by somebody else: nothing of ours was sent. */
    public static Export found(
            CustomerName customer, OptiplyId optiplyId, RemoteId purchaseOrder, RunId run, Instant at) {
        return new Export(customer, optiplyId, purchaseOrder, ExportState.DONE, NOTHING, run, at);
    }

    public Export bySomebodyElse() {
        return new Export(customer, optiplyId, purchaseOrder, state, NOTHING, run, plannedAt);
    }

    public boolean isOurs() {
        return !draft.equals(NOTHING);
    }

    public Export in(ExportState next) {
        return new Export(customer, optiplyId, purchaseOrder, next, draft, run, plannedAt);
    }

    public Export as(RemoteId known, ExportState next) {
        return new Export(customer, optiplyId, known, next, draft, run, plannedAt);
    }
}
