package com.optiply.picqer.mapping.supplierproduct;

import com.optiply.picqer.mapping.Reading;
import com.optiply.picqer.mapping.Reference;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.product.ProductReading;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.ProductPurchasing;
import com.optiply.picqer.picqer.SupplierId;
import java.util.Set;

/**
 * A product and its supplier as they were read, with what the rules of the pair depend on. A product that names no
 * supplier ({@link ProductPurchasing#namesASupplier}) has none, and none can be made of it.
 *
 * @param productReference what is known of the product in Optiply
 * @param supplierReference what is known of the supplier in Optiply
 * @param isMultiSupplier whether Optiply's users choose among several suppliers of a product
 * @param isWithdrawn whether a person took the preference from this pair although Picqer names its supplier
 */
public record SupplierProductReading(
        ProductReading product,
        Reference productReference,
        Reference supplierReference,
        boolean isMultiSupplier,
        boolean isWithdrawn)
        implements Reading {
    /** Stands for the supplier's id where nobody can read it, so that the pair is parked under a name of its own. */
    private static final String UNREADABLE = "unreadable";

    public SupplierProductReading {
        if (!product.product().purchasing().namesASupplier()) {
            throw new IllegalArgumentException("product " + product.subject().remoteId() + " names no supplier");
        }
    }

    /** A pair that nobody took the preference from. */
    public SupplierProductReading(
            ProductReading product, Reference productReference, Reference supplierReference, boolean isMultiSupplier) {
        this(product, productReference, supplierReference, isMultiSupplier, false);
    }

    /** Called by the sku of the product, and named to Optiply by both ids. */
    @Override
    public Subject subject() {
        RemoteId parent = product.subject().remoteId();
        SupplierId supplier = purchasing().idsupplier();
        String pair = parent + "_" + (supplier == null ? UNREADABLE : supplier.toString());
        return Subject.within(parent, pair, product.subject().label());
    }

    ProductPurchasing purchasing() {
        return product.product().purchasing();
    }

    Set<String> extraAttributes() {
        return product.extraAttributes();
    }
}
