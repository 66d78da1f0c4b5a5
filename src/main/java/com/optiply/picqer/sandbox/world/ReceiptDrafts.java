package com.optiply.picqer.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Receipts as the list shows them: completed, in the main warehouse. */
final class ReceiptDrafts {
    private ReceiptDrafts() {}

    /** @param idpurchaseorder null for goods of a supplier that belong to no order in particular */
    static Draft receipt(long id, int version, @Nullable Long idpurchaseorder, String created) {
        Draft receipt = new Draft("idreceipt", id, "idreceipt_product")
                .with("idwarehouse", PlainWorld.MAIN_WAREHOUSE)
                .with("version", version)
                .with(
                        "supplier",
                        Draft.NODES
                                .objectNode()
                                .put("idsupplier", PlainWorld.FIRST_SUPPLIER)
                                .put("name", "Supplier"))
                .with("receiptid", "RC" + created.substring(0, 4) + "-" + id)
                .with("status", "completed")
                .with("completed_by", Draft.NODES.objectNode().put("iduser", 7).put("name", "S. Jansen"))
                .with("amount_received", 0)
                .with("completed_at", created)
                .with("created", created)
                .with("updated", created);
        if (version == 1) {
            receipt.with("remarks", "").with("amount_received_excessive", 0);
        }
        return idpurchaseorder == null
                ? receipt.withNull("purchaseorder")
                : receipt.with(
                        "purchaseorder",
                        Draft.NODES
                                .objectNode()
                                .put("idpurchaseorder", idpurchaseorder)
                                .put("purchaseorderid", created.substring(0, 4) + idpurchaseorder));
    }

    /** What both versions say of the goods. */
    private static ObjectNode goods(@Nullable Long idpurchaseorder, long idproduct, String productcode, int amount) {
        return Draft.NODES
                .objectNode()
                .put("idproduct", idproduct)
                .put("idpurchaseorder", idpurchaseorder)
                .put("productcode", productcode)
                .put("productcode_supplier", "S-" + idproduct)
                .put("name", "Product " + productcode)
                .put("barcode", "")
                .put("amount", amount)
                .put("amount_ordered", amount);
    }

    /** The first version names the order, and not the line of it. */
    static ObjectNode oldLine(@Nullable Long idpurchaseorder, long idproduct, String productcode, int amount) {
        ObjectNode line = goods(idpurchaseorder, idproduct, productcode, amount)
                .put("amount_backorders", 0)
                .put("amount_more_than_ordered", 0)
                .put("amount_previously_received", 0)
                .put("amount_receiving", amount)
                .put("stock", amount)
                .put("stock_location", "");
        line.putArray("candidate_purchaseorders");
        line.putArray("locations");
        line.putArray("product_locations");
        return line;
    }

    /** @param idline of the purchase order; null where the goods belong to none */
    static ObjectNode line(
            @Nullable Long idpurchaseorder,
            @Nullable Long idline,
            long idproduct,
            String productcode,
            int amount,
            @Nullable String at) {
        return goods(idpurchaseorder, idproduct, productcode, amount)
                .put("idpurchaseorder_product", idline)
                .put("added_by_receipt", false)
                .putNull("abc_classification")
                .putNull("location")
                .put("created_at", at)
                .put("received_by_iduser", 7)
                .putNull("reverted_at")
                .putNull("reverted_by_iduser");
    }
}
