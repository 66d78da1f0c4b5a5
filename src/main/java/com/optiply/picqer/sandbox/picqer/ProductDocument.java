package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The shape of a product. */
final class ProductDocument {
    private ProductDocument() {}

    static ObjectNode blank(long id, long idvatgroup, String now) {
        ObjectNode product = PicqerJson.object()
                .put("idproduct", id)
                .put("idvatgroup", idvatgroup)
                .putNull("idsupplier")
                .put("productcode", "")
                .put("name", "")
                .put("price", 0)
                .put("fixedstockprice", 0)
                .put("productcode_supplier", "")
                .putNull("deliverytime")
                .put("description", "")
                .put("barcode", "")
                .put("type", "normal")
                .put("unlimitedstock", false)
                .putNull("weight");
        addDetails(product);
        product.put("created", now).put("updated", now);
        product.putArray("productfields");
        product.putArray("images");
        product.putArray("pricelists");
        product.putObject("tags");
        product.putArray("stock");
        return product;
    }

    private static void addDetails(ObjectNode product) {
        product.putNull("length")
                .putNull("width")
                .putNull("height")
                .putNull("minimum_purchase_quantity")
                .putNull("purchase_in_quantities_of")
                .putNull("hs_code")
                .putNull("country_of_origin")
                .put("active", true)
                .put("assembled", false)
                .put("show_on_portal", true)
                .putNull("idfulfilment_customer")
                .putNull("analysis_pick_amount_per_day")
                .put("comment_count", 0);
    }

    static boolean isComposition(Row product) {
        String type = product.text("type");
        return "virtual_composition".equals(type) || "composition_with_stock".equals(type);
    }

    static void alignFlagsWithType(ObjectNode product) {
        String type = product.path("type").asText();
        product.put("unlimitedstock", type.equals("unlimited_stock"));
        product.put("assembled", type.equals("virtual_composition") || type.equals("composition_with_stock"));
    }
}
