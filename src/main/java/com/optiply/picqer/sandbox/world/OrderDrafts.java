package com.optiply.picqer.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Orders of the shop's customers as the list shows them: completed, deliverable from the main warehouse. */
final class OrderDrafts {
    private OrderDrafts() {}

    static Draft order(long id, String created) {
        Draft order = new Draft("idorder", id, "idorder_product")
                .withNull("idcustomer")
                .withNull("idtemplate")
                .withNull("idshippingprovider_profile")
                .with("orderid", "O" + created.substring(0, 4) + "-" + id)
                .with("deliveryname", "J. de Vries")
                .with("deliverycountry", "NL")
                .with("invoicename", "J. de Vries")
                .with("invoicecountry", "NL")
                .withNull("telephone")
                .withNull("emailaddress")
                .with("reference", "WEB-" + id)
                .withNull("customer_remarks")
                .withNull("pickup_point_data")
                .with("partialdelivery", true)
                .with("auto_split", false)
                .with("invoiced", false)
                .withNull("preferred_delivery_date")
                .with("discount", 0)
                .with("calculatevat", false)
                .with("language", "nl")
                .with("status", "completed")
                .with("public_status_page", "https://sandbox.invalid/s/" + id)
                .with("via_portal", false)
                .withNull("idfulfilment_customer")
                .withNumbers("warehouses", PlainWorld.MAIN_WAREHOUSE)
                .with("comment_count", 0)
                .with("created", created)
                .with("updated", created);
        for (String list : new String[] {"tags", "orderfields", "pricelists", "picklists"}) {
            order.withEmptyList(list);
        }
        return order;
    }

    static ObjectNode line(long idproduct, String productcode, int amount, @Nullable String price) {
        return Draft.NODES
                .objectNode()
                .put("idproduct", idproduct)
                .put("idvatgroup", 18)
                .put("productcode", productcode)
                .put("name", "Product " + productcode)
                .putNull("remarks")
                .put("price", price == null ? null : new BigDecimal(price))
                .put("amount", amount)
                .put("amount_cancelled", 0)
                .put("weight", 1_850)
                .putNull("partof_idorder_product")
                .put("has_parts", false);
    }
}
