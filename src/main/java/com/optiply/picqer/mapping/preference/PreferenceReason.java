package com.optiply.picqer.mapping.preference;

/** Why a row of a list of preferred suppliers was not taken. The codes stand in answers and in the state. */
public enum PreferenceReason {
    NO_SKU("no_sku", "The row has no skuCode%s.", "Fill in the product's code as Picqer shows it."),
    NO_SUPPLIER_NAME(
            "no_supplier_name", "The row has no supplierName%s.", "Fill in the supplier's name as Picqer shows it."),
    BAD_PREFERRED("bad_preferred", "The column preferred says `%s`.", "Write TRUE or FALSE."),
    TOO_LONG(
            "too_long",
            "The text in %s is longer than any code or name can be.",
            "Look for a quotation mark that is missing in this row or the one before it."),
    TWO_SUPPLIERS(
            "two_suppliers",
            "Row %s also says TRUE for this skuCode, and a product has one preferred supplier.",
            "Leave TRUE in one row; remove the other, or write FALSE in it if it names another supplier."),
    CONTRADICTION(
            "contradiction",
            "Row %s says the opposite of the same skuCode and supplierName.",
            "Leave one of the two rows."),
    LEFT_WITHOUT(
            "left_without",
            "Row %s, which names another supplier for this skuCode, was not taken: without it the product would be"
                    + " left with no preferred supplier.",
            "Correct that row and drop both again."),
    UNKNOWN_SKU(
            "unknown_sku",
            "There is no product with the skuCode `%s`.",
            "Correct the skuCode: it is the product code in Picqer, in full and with its leading zeros (in Excel, make"
                    + " the column text first). A product that is new there comes over within minutes."),
    SEVERAL_PRODUCTS(
            "several_products",
            "Several products have the skuCode `%s`.",
            "Give each product a code of its own in Picqer."),
    PRODUCT_NOT_IN_OPTIPLY(
            "product_not_in_optiply",
            "The product is not in use in Optiply: %s.",
            "Leave the row out, or see to it in Picqer that the product comes over; then drop the row again."),
    UNKNOWN_SUPPLIER(
            "unknown_supplier",
            "There is no supplier with the name `%s` in Optiply.",
            "Correct the supplierName: write it as Picqer or Optiply shows it."),
    AMBIGUOUS_SUPPLIER(
            "ambiguous_supplier",
            "%s suppliers have this name.",
            "Give each supplier a name of its own in Picqer, wait for the next run of supplier-names, and drop the row"
                    + " again."),
    NO_SUCH_PAIR(
            "no_such_pair",
            "This supplier does not supply this product in Optiply%s.",
            "Correct the row, or make this supplier one of the product's: in Picqer as its supplier, or in Optiply."
                    + " Then drop the row again."),
    SUPPLIER_NOT_IN_PICQER(
            "supplier_not_in_picqer",
            "Picqer cannot be told of the supplier `%s`: it is known by its name only.",
            "Choose the product's supplier in Picqer, and the next pull takes it over; or have the program given a"
                    + " Picqer key that may read suppliers."),
    OPTIPLY_REFUSED("optiply_refused", "Optiply refused the change: %s", "Correct what it names, or ask support."),
    PICQER_REFUSED(
            "picqer_refused", "Picqer refused the change: %s", "Correct what it names in Picqer, or ask support."),
    NO_RIGHT_IN_PICQER(
            "no_right_in_picqer",
            "Picqer does not let this program change products: %s",
            "Have the key in `picqer.api-key` given the right to write products, in Picqer under Settings > API keys."
                    + " Then drop the row again."),
    NOT_CONFIRMED(
            "not_confirmed",
            "Tried several times, and never confirmed: %s",
            "Drop the row again later; if it stays so, ask support.");

    private final String code;
    private final String sentence;
    private final String advice;

    PreferenceReason(String code, String sentence, String advice) {
        this.code = code;
        this.sentence = sentence;
        this.advice = advice;
    }

    public String code() {
        return code;
    }

    /** What is wrong, as a whole sentence about this row. */
    public String sentence(String detail) {
        return sentence.formatted(detail);
    }

    /** What to do about it, as whole sentences. */
    public String advice() {
        return advice;
    }

    /** The reason of that code; {@link IllegalArgumentException} when there is none. */
    public static PreferenceReason of(String code) {
        for (PreferenceReason reason : values()) {
            if (reason.code.equals(code)) {
                return reason;
            }
        }
        throw new IllegalArgumentException("no row is rejected for the reason `" + code + "`");
    }
}
