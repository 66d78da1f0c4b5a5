package com.optiply.picqer.mapping.product;

import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.Rules;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.WhenSent;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.OptiplyProduct;
import com.optiply.picqer.optiply.Status;
import com.optiply.picqer.picqer.PicqerProduct;
import com.optiply.picqer.picqer.ProductType;
import java.util.Optional;

/**
 * Which products belong in Optiply: active, with a stock of their own that Picqer keeps (mapping.md, "Products" and
 * "Composed products").
 */
public final class ProductRules implements Rules<ProductReading> {

    /** The decision about a product that is not purchasable, with what hides it if it was sent before. */
    @Override
    public Filter filtered(ProductReading reading, FilterReason reason) {
        return new Filter(reading.subject(), reason, WhenSent.hiddenBy(hiding(reason)))
                .priced(reading.product().price());
    }

    @Override
    public Optional<FilterReason> reasonAgainst(ProductReading reading) {
        PicqerProduct product = reading.product();
        if (!product.active()) {
            return Optional.of(FilterReason.INACTIVE);
        }
        if (hasUnlimitedStock(product)) {
            return Optional.of(FilterReason.UNLIMITED_STOCK);
        }
        if (isAssembled(product) && !isSentComposition(reading)) {
            return Optional.of(FilterReason.ASSEMBLED);
        }
        return Optional.empty();
    }

    /**
     * Whether the customer wants its parts in Optiply. It says nothing of whether the product itself goes there today:
     * one that is inactive keeps its parts.
     */
    public boolean isSentWithParts(ProductReading reading) {
        return isAssembled(reading.product()) && isSentComposition(reading);
    }

    /** By the type alone: one that only the old boolean calls assembled has no parts that anybody could ask for. */
    private static boolean isSentComposition(ProductReading reading) {
        ProductType type = reading.product().type();
        return switch (reading.compositions()) {
            case NONE -> false;
            case WITH_STOCK -> type == ProductType.COMPOSITION_WITH_STOCK;
            case ALL -> type != null && type.isComposition();
        };
    }

    /** The type and the old boolean both count: true in either place is true. */
    public static boolean hasUnlimitedStock(PicqerProduct product) {
        return product.unlimitedstock() || product.type() == ProductType.UNLIMITED_STOCK;
    }

    public static boolean isAssembled(PicqerProduct product) {
        ProductType type = product.type();
        return product.assembled() || type != null && type.isComposition();
    }

    /** What takes a product out of sight that was sent before it came under a rule. */
    static Attributes hiding(FilterReason reason) {
        return switch (reason) {
            case INACTIVE, GONE, OWN_FILTER -> Attributes.builder()
                    .text(OptiplyProduct.STATUS, Status.DISABLED.code())
                    .build();
            case UNLIMITED_STOCK -> Attributes.builder()
                    .flag(OptiplyProduct.UNLIMITED_STOCK, true)
                    .build();
            case ASSEMBLED -> Attributes.builder()
                    .flag(OptiplyProduct.ASSEMBLED, true)
                    .build();
            default -> Attributes.NONE;
        };
    }

    /** The decision about a product that Picqer has no more: disabled, never deleted. */
    public Filter gone(Subject subject) {
        return new Filter(subject, FilterReason.GONE, WhenSent.hiddenBy(hiding(FilterReason.GONE)));
    }
}
