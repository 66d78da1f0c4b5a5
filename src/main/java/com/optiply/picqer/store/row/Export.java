package com.optiply.picqer.store.row;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import org.jspecify.annotations.Nullable;

/**
 * A buy order that was made in Optiply, and how far it has come on its way to Picqer.
 *
 * @param purchaseOrder Picqer's id of it; null while nobody knows whether it is there
 * @param draft JSON, what was to be created; empty where somebody else had created it
 * @param run that wrote this first
 * @param since the last change that Picqer had told of when this was planned, in Picqer's own words: what we create
 *     is changed later than that; null where Picqer had told of none
 */
public record Export(
        CustomerName customer,
        OptiplyId optiplyId,
        @Nullable RemoteId purchaseOrder,
        ExportState state,
        String draft,
        RunId run,
        @Nullable String since) {

    private static final String NOTHING = "{}";

    /** Created by somebody else: nothing of ours was sent. */
    public static Export found(CustomerName customer, OptiplyId optiplyId, RemoteId purchaseOrder, RunId run) {
        return new Export(customer, optiplyId, purchaseOrder, ExportState.DONE, NOTHING, run, null);
    }

    public Export bySomebodyElse() {
        return new Export(customer, optiplyId, purchaseOrder, state, NOTHING, run, since);
    }

    public boolean isOurs() {
        return !draft.equals(NOTHING);
    }

    public Export in(ExportState next) {
        return new Export(customer, optiplyId, purchaseOrder, next, draft, run, since);
    }

    public Export as(RemoteId known, ExportState next) {
        return new Export(customer, optiplyId, known, next, draft, run, since);
    }
}
