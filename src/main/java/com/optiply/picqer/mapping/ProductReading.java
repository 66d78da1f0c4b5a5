package com.optiply.picqer.mapping;

import com.optiply.picqer.customer.CustomerSettings.Compositions;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.PicqerProduct;
import com.optiply.picqer.picqer.WarehouseId;
import java.util.Set;

/**
 * A product as it was read, with the customer's choices that its rules depend on.
 *
 * @param stockWarehouses whose free stock adds up to the stock level
 */
public record ProductReading(PicqerProduct product, Compositions compositions, Set<WarehouseId> stockWarehouses) {

    public RemoteId remoteId() {
        return new RemoteId(product.idproduct().toString());
    }

    /** The sku, or the id of a product that has none. */
    public String label() {
        String sku = product.productcode();
        return sku == null ? product.idproduct().toString() : sku;
    }
}
