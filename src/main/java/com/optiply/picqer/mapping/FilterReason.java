package com.optiply.picqer.mapping;

/**
 * Why a rule keeps a record out of Optiply, or an order of Optiply's out of Picqer (mapping.md). The codes stand in
 * counts and in the state.
 */
public enum FilterReason {
    INACTIVE("inactive", "it is inactive in Picqer", "activate it in Picqer"),
    UNLIMITED_STOCK(
            "unlimited_stock",
            "Picqer does not keep its stock: its type is `unlimited_stock`",
            "give it another type in Picqer"),
    ASSEMBLED(
            "assembled",
            "it is put together from other products, and the setting `compositions` keeps it out",
            "the setting `compositions`"),
    GONE("gone", "Picqer no longer has it", "nothing; it returns when Picqer has it again"),
    NO_SUPPLIER("no_supplier", "no supplier is named", "name one in Picqer"),
    FORMER_SUPPLIER(
            "former_supplier",
            "the product has another supplier now, or none",
            "nothing; the pair returns with the supplier"),
    TAKEN_OVER(
            "taken_over",
            "the supplier that bears this name has taken its place",
            "nothing; look for the supplier itself"),
    NOT_FROM_PICQER(
            "not_from_picqer",
            "Optiply's users made it, and a dropped file is about it",
            "nothing; it goes with the file's next run"),
    NOT_COMPOSED("not_composed", "the product is not sent with its parts", "the setting `compositions`"),
    PART_NOT_IN_OPTIPLY(
            "part_not_in_optiply", "a rule keeps the part itself out of Optiply", "look for the part's own reason"),
    REMOVED("removed", "it was taken away in Picqer", "nothing; it returns when it is added again"),
    CONCEPT("concept", "it is a draft in Picqer", "nothing; it goes when it is placed"),
    CANCELLED("cancelled", "it was cancelled in Picqer", "nothing"),
    STATUS(
            "status",
            "its status does not count for this customer: see the setting `sell-orders.statuses`",
            "the setting `sell-orders.statuses`"),
    OTHER_WAREHOUSE(
            "other_warehouse",
            "it belongs to another warehouse than the main one",
            "nothing; the main one is the setting `warehouses.main`"),
    BEFORE_HISTORY(
            "before_history",
            "it was made before the day in the setting `history-from`",
            "the setting `history-from`, before the first load"),
    NO_LINES("no_lines", "it has no line, or none that Optiply is told of", "look for the reasons of its lines"),
    UNKNOWN_PRODUCT("unknown_product", "Picqer no longer has its product", "nothing"),
    COMPOSITION_PARENT("composition_parent", "its parts are counted instead", "nothing; the sale is counted"),
    PART_OF_COMPOSITION(
            "part_of_composition",
            "the composed product that it is part of is counted instead",
            "nothing; the sale is counted"),
    ZERO_AMOUNT("zero_amount", "nothing is left of its amount", "nothing"),
    REVERTED("reverted", "the receipt was reverted in Picqer", "nothing"),
    NO_PURCHASE_ORDER(
            "no_purchase_order",
            "no purchase order stands behind it",
            "nothing; Optiply books deliveries on orders only"),
    ONLY_LOOKED(
            "only_looked",
            "the command `compare` found it different in Optiply, and only looks",
            "`run CUSTOMER comparison` puts it right"),
    OWN_FILTER(
            "own_filter", "a filter in the customer's own route keeps it out", "that filter, in the customer's file"),
    NOT_OPEN("not_open", "it is no longer open in Optiply", "nothing; it waited to be ordered, and need not any more"),
    NOT_PLACED("not_placed", "it is a draft in Optiply", "nothing; it is ordered when it is placed"),
    ASSEMBLY("assembly", "it is an order to assemble, not to buy", "nothing"),
    MADE_BY_INTEGRATION(
            "made_by_integration",
            "an integration made it in Optiply, not a person",
            "nothing; its integration knows where it was ordered"),
    WRITES_OFF(
            "writes_off",
            "the setting `writes` forbids it: it was compared, and nothing was written",
            "the setting `writes`");

    private final String code;
    private final String explanation;
    private final String remedy;

    FilterReason(String code, String explanation, String remedy) {
        this.code = code;
        this.explanation = explanation;
        this.remedy = remedy;
    }

    public String code() {
        return code;
    }

    /** The rest of a sentence that begins "Not in Optiply, because". */
    public String explanation() {
        return explanation;
    }

    /** The rest of a sentence that begins "To change it:". */
    public String remedy() {
        return remedy;
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
