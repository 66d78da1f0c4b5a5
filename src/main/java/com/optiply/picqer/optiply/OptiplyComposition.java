package com.optiply.picqer.optiply;

import static com.optiply.picqer.optiply.AttributeForm.WHOLE;

/**
 * One part of a composed product (contract: Optiply 6.9).
 *
 * @param partQuantity pieces of the part in one composed product, at least 1
 */
public record OptiplyComposition(OptiplyId composedProductId, OptiplyId partProductId, long partQuantity) {
    public static final String COMPOSED_PRODUCT_ID = "composedProductId";
    public static final String PART_PRODUCT_ID = "partProductId";
    public static final String PART_QUANTITY = "partQuantity";

    static final Shape SHAPE = new Shape().with(WHOLE, COMPOSED_PRODUCT_ID, PART_PRODUCT_ID, PART_QUANTITY);

    public Attributes attributes() {
        return Attributes.builder()
                .id(COMPOSED_PRODUCT_ID, composedProductId)
                .id(PART_PRODUCT_ID, partProductId)
                .whole(PART_QUANTITY, partQuantity)
                .build();
    }
}
