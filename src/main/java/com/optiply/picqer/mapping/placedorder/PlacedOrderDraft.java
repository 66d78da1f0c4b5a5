package com.optiply.picqer.mapping.placedorder;

import com.optiply.picqer.mapping.supplier.SupplierKey;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.picqer.ProductId;
import com.optiply.picqer.picqer.WarehouseId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purchase order as it is created in Picqer (contract: Picqer 6.4).
 *
 * @param supplier by its id, or by its name where the key may not read suppliers
 * @param deliveryDate null where none is known
 */
record PlacedOrderDraft(
        SupplierKey.Named supplier,
        WarehouseId warehouse,
        @Nullable LocalDate deliveryDate,
        String marker,
        List<Line> lines) {

    /** @param price per piece ex VAT; null: Picqer takes its own */
    record Line(ProductId product, long amount, @Nullable BigDecimal price) {
        private Attributes attributes() {
            return Attributes.builder()
                    .whole("idproduct", product.value())
                    .whole("amount", amount)
                    .decimal("price", price)
                    .build();
        }
    }

    /** As Picqer takes it. People overwrite the reference, so the mark stands in the remarks too. */
    Attributes attributes() {
        Long idsupplier = supplier.id() == null ? null : supplier.id().value();
        return Attributes.builder()
                .whole("idsupplier", idsupplier)
                .text("supplier_name", idsupplier == null ? supplier.name() : null)
                .whole("idwarehouse", warehouse.value())
                .text("delivery_date", deliveryDate == null ? null : deliveryDate.toString())
                .text("supplier_orderid", marker)
                .text("remarks", marker)
                .build()
                .nesting("products", lines.stream().map(Line::attributes).toList());
    }
}
