package com.optiply.picqer.mapping.supplierproduct;

import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.Rules;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.WhenSent;
import com.optiply.picqer.mapping.product.ProductRules;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.OptiplySupplierProduct;
import com.optiply.picqer.optiply.Status;
import java.util.Optional;
import java.util.Set;

/** Which pairs of product and supplier belong in Optiply: of eligible products (mapping.md, "Supplier products"). */
public final class SupplierProductRules implements Rules<SupplierProductReading> {
    static final String UNLIMITED_STOCK = "supplierProducts." + OptiplySupplierProduct.UNLIMITED_STOCK;
    static final String ASSEMBLED = "supplierProducts." + OptiplySupplierProduct.ASSEMBLED;

    private final ProductRules products = new ProductRules();

    @Override
    public Optional<FilterReason> reasonAgainst(SupplierProductReading reading) {
        return products.reasonAgainst(reading.product()).or(() -> keptOutByCustomer(reading));
    }

    /** What the rules say of a product they say of its pairs; what a customer's filter does has to be looked up. */
    private static Optional<FilterReason> keptOutByCustomer(SupplierProductReading reading) {
        return reading.productReference()
                .fold(
                        linked -> Optional.<FilterReason>empty(),
                        reason -> Optional.of(reason).filter(FilterReason.OWN_FILTER::equals),
                        Optional::empty,
                        Optional::empty);
    }

    /** The decision about a pair whose product is kept out, for the product's reason. */
    @Override
    public Filter filtered(SupplierProductReading reading, FilterReason reason) {
        return new Filter(reading.subject(), reason, whenSent(reason, reading.extraAttributes()));
    }

    /** The flags hide the product, and with it the pair; they are told of the pair too where Optiply takes them. */
    private static WhenSent whenSent(FilterReason reason, Set<String> extraAttributes) {
        return switch (reason) {
            case INACTIVE, OWN_FILTER -> WhenSent.hiddenBy(disabled().build());
            case UNLIMITED_STOCK -> flagged(UNLIMITED_STOCK, OptiplySupplierProduct.UNLIMITED_STOCK, extraAttributes);
            case ASSEMBLED -> flagged(ASSEMBLED, OptiplySupplierProduct.ASSEMBLED, extraAttributes);
            default -> WhenSent.LEFT;
        };
    }

    private static WhenSent flagged(String extra, String attribute, Set<String> extraAttributes) {
        return extraAttributes.contains(extra)
                ? WhenSent.hiddenBy(Attributes.builder().flag(attribute, true).build())
                : WhenSent.LEFT;
    }

    /** The decision about a pair whose product has another supplier now, or none. */
    public Filter former(Subject subject, boolean isMultiSupplier) {
        Attributes hiding =
                disabled().flag(OptiplySupplierProduct.PREFERRED, false).build();
        WhenSent whenSent = isMultiSupplier ? WhenSent.LEFT : WhenSent.hiddenBy(hiding);
        return new Filter(subject, FilterReason.FORMER_SUPPLIER, whenSent);
    }

    /** The decision about a pair whose product Picqer has no more: disabled like the product, never deleted. */
    public Filter gone(Subject subject) {
        return new Filter(
                subject, FilterReason.GONE, WhenSent.hiddenBy(disabled().build()));
    }

    private static Attributes.Builder disabled() {
        return Attributes.builder().text(OptiplySupplierProduct.STATUS, Status.DISABLED.code());
    }
}
