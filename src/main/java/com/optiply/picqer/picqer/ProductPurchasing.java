package com.optiply.picqer.picqer;

import com.optiply.picqer.picqer.Row.FieldProblem;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a product is bought, from the same row as the product itself (contract: Picqer 2.3).
 *
 * <p>It bears its own problems, because a cost price that nobody can read must not cost the product its stock. A field
 * with a problem is null here, so ask {@link #problems()} or {@link #problemsOf} before a null counts as none.
 *
 * @param idsupplier the one supplier that Picqer buys it from; null when there is none
 * @param fixedstockprice cost price per piece ex VAT
 * @param minimumPurchaseQuantity pieces; 0 means unset, as null does
 * @param purchaseInQuantitiesOf likewise
 * @param problems every one of these fields that could not be read
 */
public record ProductPurchasing(
        @Nullable SupplierId idsupplier,
        @Nullable String productcodeSupplier,
        @Nullable BigDecimal fixedstockprice,
        @Nullable Long minimumPurchaseQuantity,
        @Nullable Long purchaseInQuantitiesOf,
        List<FieldProblem> problems) {
    static final String SUPPLIER = "idsupplier";
    public static final String MINIMUM_PURCHASE_QUANTITY = "minimum_purchase_quantity";
    public static final String PURCHASE_IN_QUANTITIES_OF = "purchase_in_quantities_of";

    static ProductPurchasing read(RowReader fields) {
        var supplier = fields.idIfGiven(SUPPLIER);
        return new ProductPurchasing(
                supplier.isPresent() ? new SupplierId(supplier.getAsLong()) : null,
                fields.text("productcode_supplier"),
                fields.money("fixedstockprice"),
                fields.wholeNumberIfGiven(MINIMUM_PURCHASE_QUANTITY),
                fields.wholeNumberIfGiven(PURCHASE_IN_QUANTITIES_OF),
                List.copyOf(fields.problems()));
    }

    /** Whether a supplier is named, be it one that cannot be read. */
    public boolean namesASupplier() {
        return idsupplier != null || isSupplierUnreadable();
    }

    /** Whether nobody can say who the supplier is. Then nobody can say either that it is no longer the one before. */
    public boolean isSupplierUnreadable() {
        return !problemsOf(SUPPLIER).isEmpty();
    }

    /** What is wrong with that field; empty when nothing is. */
    public List<FieldProblem> problemsOf(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .toList();
    }
}
