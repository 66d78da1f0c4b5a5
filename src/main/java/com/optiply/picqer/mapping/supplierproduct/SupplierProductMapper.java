package com.optiply.picqer.mapping.supplierproduct;

import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Adjustment.Rule;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.Money;
import com.optiply.picqer.mapping.Names;
import com.optiply.picqer.mapping.Prerequisite;
import com.optiply.picqer.mapping.Quantities;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.product.ProductRules;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplySupplierProduct;
import com.optiply.picqer.optiply.Status;
import com.optiply.picqer.picqer.PicqerProduct;
import com.optiply.picqer.picqer.ProductPurchasing;
import com.optiply.picqer.picqer.SupplierId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns an eligible product and its supplier into an Optiply supplier product (mapping.md, "Supplier products").
 *
 * <p>Pure: the same reading always maps to the same decision. One instance serves every customer and thread.
 */
public final class SupplierProductMapper {

    public Decision map(SupplierProductReading reading) {
        Subject subject = reading.subject();
        ProductPurchasing purchasing = reading.purchasing();
        SupplierId idsupplier = purchasing.idsupplier();
        if (idsupplier == null || !purchasing.problems().isEmpty()) {
            return Park.unreadable(subject, purchasing.problems());
        }
        Prerequisite product =
                Prerequisite.product(subject, reading.product().product().idproduct());
        Prerequisite supplier = Prerequisite.supplier(subject, idsupplier);
        return product.whenLinked(
                reading.productReference(),
                productId -> supplier.whenLinked(
                        reading.supplierReference(), supplierId -> send(reading, productId, supplierId)));
    }

    private static Send send(SupplierProductReading reading, OptiplyId productId, OptiplyId supplierId) {
        PicqerProduct product = reading.product().product();
        ProductPurchasing purchasing = reading.purchasing();
        List<Adjustment> adjustments = new ArrayList<>();
        String code = code(product);
        OptiplySupplierProduct mapped = new OptiplySupplierProduct(
                productId,
                supplierId,
                Names.name(product.name(), adjustments),
                code,
                code,
                product.barcode(),
                Money.price(purchasing.fixedstockprice(), adjustments),
                Quantities.atLeastOne(purchasing.minimumPurchaseQuantity(), Rule.MINIMUM_LEFT_OUT, adjustments),
                Quantities.atLeastOne(purchasing.purchaseInQuantitiesOf(), Rule.LOT_SIZE_LEFT_OUT, adjustments),
                reading.isMultiSupplier() ? null : !reading.isWithdrawn(),
                product.active() ? Status.ENABLED : Status.DISABLED,
                ifAccepted(reading, SupplierProductRules.UNLIMITED_STOCK, ProductRules.hasUnlimitedStock(product)),
                ifAccepted(reading, SupplierProductRules.ASSEMBLED, ProductRules.isAssembled(product)));
        return Send.of(reading.subject(), mapped.attributes(), adjustments).leaving(untouched(reading, mapped));
    }

    /** The supplier's own code; where it has none, ours. */
    private static @Nullable String code(PicqerProduct product) {
        String ofSupplier = product.purchasing().productcodeSupplier();
        return ofSupplier == null ? product.productcode() : ofSupplier;
    }

    private static @Nullable Boolean ifAccepted(SupplierProductReading reading, String extraAttribute, boolean flag) {
        return reading.extraAttributes().contains(extraAttribute) ? flag : null;
    }

    /** A price beyond the limit leaves the last good one, and a choice that is not ours stays as its users made it. */
    private static Set<String> untouched(SupplierProductReading reading, OptiplySupplierProduct mapped) {
        Set<String> untouched = new HashSet<>();
        if (mapped.price() == null && reading.purchasing().fixedstockprice() != null) {
            untouched.add(OptiplySupplierProduct.PRICE);
        }
        if (reading.isMultiSupplier()) {
            untouched.add(OptiplySupplierProduct.PREFERRED);
        }
        return untouched;
    }
}
