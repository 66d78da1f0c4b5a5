package com.optiply.picqer.mapping.product;

import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.Money;
import com.optiply.picqer.mapping.Names;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.optiply.OptiplyProduct;
import com.optiply.picqer.optiply.Status;
import com.optiply.picqer.picqer.PicqerProduct;
import com.optiply.picqer.picqer.WarehouseStock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns a purchasable Picqer product into an Optiply product (mapping.md, "Products").
 *
 * <p>Pure: the same reading always maps to the same decision. One instance serves every customer and thread.
 */
public final class ProductMapper {

    public Decision map(ProductReading reading) {
        PicqerProduct product = reading.product();
        List<WarehouseStock> stock = product.stock();
        if (stock == null) {
            return Park.of(reading.subject(), ParkReason.STOCK_MISSING, "the row has no `stock` array");
        }
        List<Adjustment> adjustments = new ArrayList<>();
        BigDecimal price = Money.price(product.price(), adjustments);
        ProductQuantities quantities = ProductQuantities.of(reading, adjustments);
        Set<String> untouched = new HashSet<>(quantities.untouched());
        if (price == null && product.price() != null) {
            untouched.add(OptiplyProduct.PRICE);
        }
        OptiplyProduct mapped = new OptiplyProduct(
                Names.name(product.name(), adjustments),
                product.productcode(),
                product.productcode(),
                product.barcode(),
                price,
                ProductRules.hasUnlimitedStock(product),
                ProductRules.isAssembled(product),
                stockLevel(stock, reading),
                product.active() ? Status.ENABLED : Status.DISABLED,
                quantities.purchaseInQuantitiesOf(),
                quantities.minimumPurchaseQuantity());
        return Send.of(reading.subject(), mapped.attributes(), adjustments).leaving(untouched);
    }

    /** May be negative: more is promised than lies on the shelf, and a buyer must see that. */
    private static long stockLevel(List<WarehouseStock> stock, ProductReading reading) {
        return stock.stream()
                .filter(row -> reading.stockWarehouses().contains(row.warehouse()))
                .mapToLong(WarehouseStock::freestock)
                .sum();
    }
}
