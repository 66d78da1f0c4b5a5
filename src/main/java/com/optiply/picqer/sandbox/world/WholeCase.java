package com.optiply.picqer.sandbox.world;

/**
 * One record of the whole shop and what is odd about it.
 *
 * @param kind which list it stands in
 * @param name to ask for it by
 * @param about for a reader who sees the row: what is odd, in Picqer's own terms
 * @param id its {@code idsupplier}, {@code idproduct}, {@code idpurchaseorder}, {@code idreceipt} or {@code idorder}
 * @param json the row exactly as the list shows it
 */
public record WholeCase(Kind kind, String name, String about, long id, String json) {
    /** The lists of a shop, in the order in which their rows refer to each other. */
    public enum Kind {
        SUPPLIER,
        PRODUCT,
        PURCHASE_ORDER,
        RECEIPT,
        ORDER
    }
}
