package com.optiply.picqer.mapping.product;

import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Adjustment.Rule;
import com.optiply.picqer.mapping.Quantities;
import com.optiply.picqer.optiply.OptiplyProduct;
import com.optiply.picqer.picqer.ProductPurchasing;
import com.optiply.picqer.picqer.Row.FieldProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A product's purchase quantities where this Optiply environment takes them on the product itself (mapping.md,
 * "Customer settings", `extra-attributes`). One that cannot be read leaves Optiply's value as it is: it is no reason to
 * hold up the stock.
 */
record ProductQuantities(
        @Nullable Long purchaseInQuantitiesOf, @Nullable Long minimumPurchaseQuantity, Set<String> untouched) {
    private static final String RESOURCE = "products.";

    static ProductQuantities of(ProductReading reading, List<Adjustment> adjustments) {
        ProductPurchasing purchasing = reading.product().purchasing();
        Set<String> untouched = new HashSet<>();
        Long lotSize = null;
        Long minimum = null;
        if (reading.extraAttributes().contains(RESOURCE + OptiplyProduct.PURCHASE_IN_QUANTITIES_OF)) {
            lotSize = Quantities.atLeastOne(purchasing.purchaseInQuantitiesOf(), Rule.LOT_SIZE_LEFT_OUT, adjustments);
            for (FieldProblem problem : purchasing.problemsOf(ProductPurchasing.PURCHASE_IN_QUANTITIES_OF)) {
                adjustments.add(leftOut(Rule.LOT_SIZE_LEFT_OUT, problem));
                untouched.add(OptiplyProduct.PURCHASE_IN_QUANTITIES_OF);
            }
        }
        if (reading.extraAttributes().contains(RESOURCE + OptiplyProduct.MINIMUM_PURCHASE_QUANTITY)) {
            minimum = Quantities.atLeastOne(purchasing.minimumPurchaseQuantity(), Rule.MINIMUM_LEFT_OUT, adjustments);
            for (FieldProblem problem : purchasing.problemsOf(ProductPurchasing.MINIMUM_PURCHASE_QUANTITY)) {
                adjustments.add(leftOut(Rule.MINIMUM_LEFT_OUT, problem));
                untouched.add(OptiplyProduct.MINIMUM_PURCHASE_QUANTITY);
            }
        }
        return new ProductQuantities(lotSize, minimum, untouched);
    }

    private static Adjustment leftOut(Rule rule, FieldProblem problem) {
        String found = problem.found();
        return new Adjustment(rule, found == null ? "" : found, "");
    }
}
