package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The shape of an order. */
final class OrderDocument {
    private OrderDocument() {}

    static ObjectNode blank(long id, PicqerShop shop) {
        ObjectNode order = PicqerJson.object()
                .put("idorder", id)
                .putNull("idcustomer")
                .putNull("idtemplate")
                .putNull("idshippingprovider_profile")
                .put("orderid", "O" + shop.year() + "-" + String.format("%04d", id % 800_000));
        addAddress(order, "delivery");
        addAddress(order, "invoice");
        addDetails(order);
        order.put("status", Orders.CONCEPT)
                .put("public_status_page", "https://sandbox.invalid/s/" + id)
                .put("via_portal", false)
                .putNull("idfulfilment_customer")
                .put("comment_count", 0)
                .put("created", shop.now())
                .put("updated", shop.now());
        addLists(order, shop);
        return order;
    }

    private static void addAddress(ObjectNode order, String kind) {
        for (String field :
                new String[] {"name", "contactname", "address", "address2", "zipcode", "city", "region", "country"}) {
            order.putNull(kind + field);
        }
        order.putNull("full_" + kind + "_address");
    }

    private static void addDetails(ObjectNode order) {
        order.putNull("telephone")
                .putNull("emailaddress")
                .putNull("reference")
                .putNull("customer_remarks")
                .putNull("pickup_point_data")
                .put("partialdelivery", true)
                .put("auto_split", false)
                .put("invoiced", false)
                .putNull("preferred_delivery_date")
                .put("discount", 0)
                .put("calculatevat", false)
                .put("language", "nl");
    }

    private static void addLists(ObjectNode order, PicqerShop shop) {
        ArrayNode warehouses = order.putArray("warehouses");
        shop.warehouses().ids().forEach(warehouses::add);
        order.putArray("tags");
        order.putArray("orderfields");
        order.putArray("pricelists");
        order.putArray("picklists");
        order.putArray("products");
    }
}
