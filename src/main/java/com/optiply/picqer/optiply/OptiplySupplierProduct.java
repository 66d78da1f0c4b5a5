package com.optiply.picqer.optiply;

import static com.optiply.picqer.optiply.AttributeForm.FLAG;
import static com.optiply.picqer.optiply.AttributeForm.MONEY;
import static com.optiply.picqer.optiply.AttributeForm.TEXT;
import static com.optiply.picqer.optiply.AttributeForm.WHOLE;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of an Optiply supplier product that this integration owns (contract: Optiply 6.3).
 *
 * @param skuCode the supplier's code of it
 * @param price purchase price per piece ex VAT, two decimals; null when the source has none
 * @param minimumPurchaseQuantity pieces, at least 1; null when the source has none
 * @param lotSize pieces, at least 1; null when the source has none
 * @param preferred null where that is not ours to say
 * @param unlimitedStock null unless this Optiply environment accepts it here
 * @param assembled likewise
 */
public record OptiplySupplierProduct(
        OptiplyId productId,
        OptiplyId supplierId,
        String name,
        @Nullable String skuCode,
        @Nullable String articleCode,
        @Nullable String eanCode,
        @Nullable BigDecimal price,
        @Nullable Long minimumPurchaseQuantity,
        @Nullable Long lotSize,
        @Nullable Boolean preferred,
        Status status,
        @Nullable Boolean unlimitedStock,
        @Nullable Boolean assembled) {
    public static final String PRODUCT_ID = "productId";
    public static final String SUPPLIER_ID = "supplierId";
    public static final String NAME = "name";
    public static final String SKU_CODE = "skuCode";
    public static final String ARTICLE_CODE = "articleCode";
    public static final String EAN_CODE = "eanCode";
    public static final String PRICE = "price";
    public static final String MINIMUM_PURCHASE_QUANTITY = "minimumPurchaseQuantity";
    public static final String LOT_SIZE = "lotSize";
    public static final String PREFERRED = "preferred";
    public static final String STATUS = "status";
    public static final String UNLIMITED_STOCK = "unlimitedStock";
    public static final String ASSEMBLED = "assembled";

    static final Shape SHAPE = new Shape()
            .with(WHOLE, PRODUCT_ID, SUPPLIER_ID)
            .with(TEXT, NAME, SKU_CODE, ARTICLE_CODE, EAN_CODE)
            .with(MONEY, PRICE)
            .with(WHOLE, MINIMUM_PURCHASE_QUANTITY, LOT_SIZE)
            .with(FLAG, PREFERRED)
            .with(AttributeForm.STATUS, STATUS)
            .accepting(FLAG, UNLIMITED_STOCK, ASSEMBLED);

    public Attributes attributes() {
        return Attributes.builder()
                .id(PRODUCT_ID, productId)
                .id(SUPPLIER_ID, supplierId)
                .text(NAME, name)
                .text(SKU_CODE, skuCode)
                .text(ARTICLE_CODE, articleCode)
                .text(EAN_CODE, eanCode)
                .decimal(PRICE, price)
                .whole(MINIMUM_PURCHASE_QUANTITY, minimumPurchaseQuantity)
                .whole(LOT_SIZE, lotSize)
                .flag(PREFERRED, preferred)
                .text(STATUS, status.code())
                .flag(UNLIMITED_STOCK, unlimitedStock)
                .flag(ASSEMBLED, assembled)
                .build();
    }
}
