package com.optiply.picqer.mapping;

/**
 * Why a rule keeps a record out of Optiply, or an order of Optiply's out of Picqer (mapping.md). The codes stand in
 * counts and in the state.
 */
public enum FilterReason {
    INACTIVE("inactive", "it is inactive in Picqer"),
    UNLIMITED_STOCK("unlimited_stock", "Picqer does not keep its stock: its type is `unlimited_stock`"),
    ASSEMBLED("assembled", "it is put together from other products, and the setting `compositions` keeps it out"),
    GONE("gone", "Picqer no longer has it"),
    NO_SUPPLIER("no_supplier", "no supplier is named"),
    FORMER_SUPPLIER("former_supplier", "the product has another supplier now, or none"),
    TAKEN_OVER("taken_over", "the supplier that bears this name has taken its place"),
    NOT_FROM_PICQER("not_from_picqer", "Optiply's users made it, and a dropped file is about it"),
    NOT_COMPOSED("not_composed", "the product is not sent with its parts"),
    PART_NOT_IN_OPTIPLY("part_not_in_optiply", "a rule keeps the part itself out of Optiply"),
    REMOVED("removed", "it was taken away in Picqer"),
    CONCEPT("concept", "it is a draft in Picqer"),
    CANCELLED("cancelled", "it was cancelled in Picqer"),
    STATUS("status", "its status does not count for this customer: see the setting `sell-orders.statuses`"),
    OTHER_WAREHOUSE("other_warehouse", "it belongs to another warehouse than the main one"),
    BEFORE_HISTORY("before_history", "it was made before the day in the setting `history-from`"),
    NO_LINES("no_lines", "it has no line, or none that Optiply is told of"),
    UNKNOWN_PRODUCT("unknown_product", "Picqer no longer has its product"),
    COMPOSITION_PARENT("composition_parent", "its parts are counted instead"),
    PART_OF_COMPOSITION("part_of_composition", "the composed product that it is part of is counted instead"),
    ZERO_AMOUNT("zero_amount", "nothing is left of its amount"),
    REVERTED("reverted", "the receipt was reverted in Picqer"),
    NO_PURCHASE_ORDER("no_purchase_order", "no purchase order stands behind it"),
    ONLY_LOOKED("only_looked", "the command `compare` found it different in Optiply, and only looks"),
    OWN_FILTER("own_filter", "a filter in the customer's own route keeps it out"),
    NOT_OPEN("not_open", "it is no longer open in Optiply"),
    NOT_PLACED("not_placed", "it is a draft in Optiply"),
    ASSEMBLY("assembly", "it is an order to assemble, not to buy"),
    MADE_BY_INTEGRATION("made_by_integration", "an integration made it in Optiply, not a person"),
    WRITES_OFF("writes_off", "the setting `writes` forbids it: it was compared, and nothing was written");

    private final String code;
    private final String explanation;

    FilterReason(String code, String explanation) {
        this.code = code;
        this.explanation = explanation;
    }

    public String code() {
        return code;
    }

    /** The rest of a sentence that begins "Not in Optiply, because". */
    public String explanation() {
        return explanation;
    }

    /** The reason of that code; {@link IllegalArgumentException} when there is none. */
    public static FilterReason of(String code) {
        for (FilterReason reason : values()) {
            if (reason.code.equals(code)) {
                return reason;
            }
        }
        throw new IllegalArgumentException("no filter has the reason `" + code + "`");
    }
}
