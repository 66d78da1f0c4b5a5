package com.optiply.picqer.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Purchase orders as the list shows them: purchased, of the first supplier, for the main warehouse. */
final class PurchaseDrafts {
    private PurchaseDrafts() {}

    static Draft order(long id, String created) {
        return new Draft("idpurchaseorder", id, "idpurchaseorder_product")
                .with("idsupplier", PlainWorld.FIRST_SUPPLIER)
                .withNull("idtemplate")
                .with("idwarehouse", PlainWorld.MAIN_WAREHOUSE)
                .with("purchaseorderid", created.substring(0, 4) + id)
                .withNull("supplier_name")
                .withNull("supplier_orderid")
                .with("status", "purchased")
                .with("remarks", "")
                .withNull("delivery_date")
                .with("language", "nl")
                .withNull("purchased_by_iduser")
                .with("purchased_at", created)
                .withNull("completed_by_iduser")
                .withNull("completed_at")
                .withNull("created_by_iduser")
                .with("created", created)
                .with("updated", created)
                .withNull("idfulfilment_customer")
                .with("comment_count", 0);
    }

    /** @param price null: none, which Picqer shows for lines that never had one */
    static ObjectNode line(long idproduct, String productcode, int amount, @Nullable String price) {
        return Draft.NODES
                .objectNode()
                .put("idproduct", idproduct)
                .put("idvatgroup", 18)
                .put("productcode", productcode)
                .put("productcode_supplier", "S-" + idproduct)
                .put("name", "Product " + productcode)
                .put("price", price == null ? null : new BigDecimal(price))
                .put("amount", amount)
                .put("amountreceived", 0)
                .putNull("delivery_date")
                .put("weight", 1_850);
    }
}
