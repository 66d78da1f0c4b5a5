package com.optiply.picqer.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.customer.CustomerSettings.Compositions;
import com.optiply.picqer.door.DoorSamples;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.product.ProductMapper;
import com.optiply.picqer.mapping.product.ProductReading;
import com.optiply.picqer.mapping.product.ProductRules;
import com.optiply.picqer.picqer.PicqerProduct;
import com.optiply.picqer.picqer.ProductRows;
import com.optiply.picqer.picqer.WarehouseId;
import com.optiply.picqer.store.row.Leg;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Picqer's products as a person changes them, and what the real rules make of them. */
public final class PicqerShop {
    private static final long MAIN = 18;

    private final Map<Long, ObjectNode> rows = new TreeMap<>(Comparator.reverseOrder());
    private final ProductRules rules = new ProductRules();
    private final ProductMapper mapper = new ProductMapper();

    public static PicqerShop with(int products) {
        PicqerShop shop = new PicqerShop();
        LongStream.rangeClosed(1, products).forEach(id -> shop.sells(id, 10));
        return shop;
    }

    public void sells(long id, int stock) {
        ObjectNode row = (ObjectNode) DoorSamples.read(
                """
                {"idproduct": %d, "productcode": "S-%d", "name": "Hose %d", "price": 24.95, "barcode": "871%d",
                 "type": "normal", "active": true, "stock": [{"idwarehouse": %d, "freestock": %d}]}
                """
                        .formatted(id, id, id, id, MAIN, stock));
        rows.put(id, row);
    }

    public void stock(long id, int stock) {
        row(id).withArray("stock")
                .removeAll()
                .addObject()
                .put("idwarehouse", MAIN)
                .put("freestock", stock);
    }

    public void stockIsNotTold(long id) {
        row(id).remove("stock");
    }

    public void name(long id, String name) {
        row(id).put("name", name);
    }

    public void sku(long id, String sku) {
        row(id).put("productcode", sku);
    }

    public void price(long id, String price) {
        row(id).put("price", new BigDecimal(price));
    }

    public void noBarcode(long id) {
        row(id).putNull("barcode");
    }

    public void active(long id, boolean isActive) {
        row(id).put("active", isActive);
    }

    public void type(long id, String type) {
        row(id).put("type", type);
    }

    public void loses(long id) {
        rows.remove(id);
    }

    /** The decisions about one of the two lists, the newest product first. */
    public List<Decision> decisions(Leg leg) {
        return rows.values().stream()
                .map(PicqerShop::product)
                .filter(product -> product.active() == (leg == Leg.ACTIVE))
                .map(this::decision)
                .toList();
    }

    /** The decision about one product as it is now. */
    public Decision decision(long id) {
        return decision(product(row(id)));
    }

    private Decision decision(PicqerProduct product) {
        ProductReading reading = new ProductReading(product, Compositions.WITH_STOCK, Set.of(new WarehouseId(MAIN)));
        return rules.reasonAgainst(reading).isEmpty() ? mapper.map(reading) : rules.filtered(reading);
    }

    private static PicqerProduct product(ObjectNode row) {
        return ProductRows.read(row).fold(product -> product, unreadable -> {
            throw new IllegalArgumentException(unreadable.problems().toString());
        });
    }

    private ObjectNode row(long id) {
        ObjectNode row = rows.get(id);
        if (row == null) {
            throw new IllegalArgumentException("the shop has no product " + id);
        }
        return row;
    }
}
