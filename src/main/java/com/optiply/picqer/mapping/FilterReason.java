package com.optiply.picqer.mapping;

/** Why a rule keeps a record out of Optiply (mapping.md, "Products"). The codes stand in counts and in the state. */
public enum FilterReason {
    INACTIVE("inactive", "it is inactive in Picqer"),
    UNLIMITED_STOCK("unlimited_stock", "Picqer does not keep its stock: its type is `unlimited_stock`"),
    ASSEMBLED("assembled", "it is put together from other products, and the setting `compositions` keeps it out"),
    GONE("gone", "Picqer no longer has it"),
    WRITES_OFF("writes_off", "the setting `writes` is `off`: it was compared, and nothing was written");

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
