package com.optiply.picqer.mapping;

/**
 * Why a record that should go to Optiply, or an order that should go to Picqer, cannot go yet. The codes stand in
 * counts and in the state.
 */
public enum ParkReason {
    UNREADABLE("unreadable", "Correct the named fields in Picqer."),
    STOCK_MISSING("stock_missing", "Picqer listed it without stock: open it in Picqer, or ask Picqer's support why."),
    REJECTED("rejected", "Optiply refused it: correct in Picqer what its answer names."),
    SERVER_ERROR("server_error", "Optiply failed on it: if it stays, give its answer to Optiply's support."),
    UNCONFIRMED("unconfirmed", "The answer was lost: the next run looks whether it arrived."),
    SEVERAL_IN_OPTIPLY(
            "several_in_optiply", "Several Optiply records fit it: remove all but the right one in Optiply."),
    WAITS_FOR_PRODUCT("waits_for_product", "It comes through by itself as soon as the named product is in Optiply."),
    WAITS_FOR_SUPPLIER(
            "waits_for_supplier",
            "It comes through by itself as soon as the named supplier is in Optiply; if Picqer has no such supplier,"
                    + " correct the record in Picqer."),
    WAITS_FOR_ORDER("waits_for_order", "It comes through by itself as soon as the named order is in Optiply."),
    SUPPLIER_CHANGED(
            "supplier_changed",
            "Optiply made this order, and cannot change its supplier: correct it in Picqer, or order anew in Optiply."),
    DELETED_IN_OPTIPLY(
            "deleted_in_optiply",
            "Somebody deleted it in Optiply. If it belongs there: `recreate CUSTOMER KIND ID`; else leave it."),
    CREATED_AGAIN("created_again", "It was deleted in Optiply: the next run of its flow creates it again by itself."),
    MOVED_IN_OPTIPLY(
            "moved_in_optiply",
            "Somebody gave it to another product, supplier or order in Optiply: put it back or delete it there."),
    HELD("held", "More than the guards allow: look at it, then `approve` the run."),
    OWN_STEP_FAILED(
            "own_step_failed",
            "The route whose id ends in `-mapped` in the customer's file failed on it: correct that route."),
    OLDER_THAN_EXPORT(
            "older_than_export",
            "It may have been ordered before the export began. If Picqer does not have it: `approve CUSTOMER RUN"
                    + " ORDER`; else complete it in Optiply."),
    SUPPLIER_NOT_LINKED(
            "supplier_not_linked",
            "Make its supplier in Picqer and let it come to Optiply by itself, then order from that one."),
    PRODUCT_NOT_LINKED(
            "product_not_linked",
            "Picqer has no product for this line: take the line out in Optiply, or order a product that came from"
                    + " Picqer."),
    NOT_ORDERABLE("not_orderable", "Correct the quantity and the value of this line in Optiply."),
    MARKED_ELSEWHERE(
            "marked_elsewhere",
            "A purchase order in Picqer bears its mark and belongs to another Optiply order: take the mark out of its"
                    + " reference and remarks if this order is to be placed; else complete this order in Optiply."),
    REFUSED_BY_PICQER(
            "refused_by_picqer",
            "Picqer refused to take it: correct what its answer names. It is tried again by itself within an hour, and"
                    + " by the next run after `retry CUSTOMER`."),
    NOT_SHOWN_BY_PICQER(
            "not_shown_by_picqer",
            "Picqer did not show the purchase orders that it was asked for, and nothing is ordered blindly: the next"
                    + " run asks again. If it stays, give its answer to Picqer's support."),
    CHANGED_IN_OPTIPLY(
            "changed_in_optiply",
            "Somebody changed it in Optiply when it was about to be ordered, so that it was not: the next run orders it"
                    + " as it is by then."),
    CLOSED_IN_OPTIPLY(
            "closed_in_optiply",
            "Somebody completed or deleted it in Optiply when it was on its way already, and in Picqer it is a concept"
                    + " that is left as it is: delete it there, or mark it as purchased there if it is wanted after"
                    + " all."),
    CONCEPT_IN_PICQER(
            "concept_in_picqer",
            "In Picqer it is a concept with our mark, and nobody knows whether it is what was ordered: mark it as"
                    + " purchased there if its goods are to come; else delete it there, and complete this order in"
                    + " Optiply."),
    GONE_IN_PICQER(
            "gone_in_picqer",
            "Somebody deleted the order in Picqer, and Optiply still expects its goods: complete the order in Optiply,"
                    + " or order it anew."),
    NOT_FOUND_IN_PICQER(
            "not_found_in_picqer",
            "Picqer answered that it does not have it. One answer is not believed: the next run of its flow asks"
                    + " again, and goes by that."),
    STATUS_UNKNOWN(
            "status_unknown",
            "Picqer does not say whether it is purchased: look at it there, and mark it as purchased if it is"
                    + " a concept."),
    NO_RIGHT_IN_PICQER(
            "no_right_in_picqer",
            "Give the key in `picqer.api-key` the right to write purchase orders, in Picqer under Settings >"
                    + " API keys. It is tried again by itself within an hour, and by the next run after"
                    + " `retry CUSTOMER`."),
    LINES_NOT_LISTED(
            "lines_not_listed",
            "Each time that it was asked, Optiply listed more or fewer lines of the order than it says there are, and"
                    + " nothing is sent or ordered on half of them. It is tried again by itself; if it stays, tell"
                    + " Optiply's support."),
    MAPPING_FAILED("mapping_failed", "A fault of this program: report it with the record's id.");

    private final String code;
    private final String advice;

    ParkReason(String code, String advice) {
        this.code = code;
        this.advice = advice;
    }

    public String code() {
        return code;
    }

    /** The reason of that code; {@link IllegalArgumentException} when there is none. */
    public static ParkReason of(String code) {
        for (ParkReason reason : values()) {
            if (reason.code.equals(code)) {
                return reason;
            }
        }
        throw new IllegalArgumentException("nothing is parked for the reason `" + code + "`");
    }

    /**
     * Whether every run settles it anew, so that it is not left alone for a while after each try: an order that is to
     * be placed in Picqer stands in the list of open orders each time.
     */
    public boolean isTriedByEveryRun() {
        return switch (this) {
            case UNCONFIRMED,
                    CREATED_AGAIN,
                    HELD,
                    OLDER_THAN_EXPORT,
                    SUPPLIER_NOT_LINKED,
                    PRODUCT_NOT_LINKED,
                    NOT_ORDERABLE,
                    MARKED_ELSEWHERE,
                    NOT_SHOWN_BY_PICQER,
                    CHANGED_IN_OPTIPLY,
                    CLOSED_IN_OPTIPLY,
                    CONCEPT_IN_PICQER,
                    GONE_IN_PICQER,
                    NOT_FOUND_IN_PICQER,
                    STATUS_UNKNOWN -> true;
            default -> false;
        };
    }

    /** What a person can do, as whole sentences. */
    public String advice() {
        return advice;
    }
}
