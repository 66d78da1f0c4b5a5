package com.optiply.picqer.mapping.product;

import com.optiply.picqer.customer.CustomerSettings.Compositions;
import com.optiply.picqer.mapping.Reading;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.picqer.PicqerProduct;
import com.optiply.picqer.picqer.WarehouseId;
import java.util.Set;

/**
 * A product as it was read, with the customer's choices that its rules depend on.
 *
 * @param stockWarehouses whose free stock adds up to the stock level
 * @param extraAttributes what this Optiply environment accepts beyond the public set, as {@code resource.attribute}
 */
public record ProductReading(
        PicqerProduct product, Compositions compositions, Set<WarehouseId> stockWarehouses, Set<String> extraAttributes)
        implements Reading {

    /** With the public attributes only. */
    public ProductReading(PicqerProduct product, Compositions compositions, Set<WarehouseId> stockWarehouses) {
        this(product, compositions, stockWarehouses, Set.of());
    }

    /** Called by its sku, or by the id of a product that has none. */
    @Override
    public Subject subject() {
        String id = product.idproduct().toString();
        String sku = product.productcode();
        return Subject.of(id, sku == null ? id : sku);
    }
}
