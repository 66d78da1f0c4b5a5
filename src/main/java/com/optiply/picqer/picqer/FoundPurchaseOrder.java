package com.optiply.picqer.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A purchase order as far as the export has to know it, in an answer to its create or found in a list. It is read
 * leniently: an order that cannot be read in full may bear a mark all the same, and must not be ordered once more.
 *
 * @param number that people call it by; its id where it has none
 * @param supplier null where it names none, or by name only
 * @param lines in Picqer's order; those without ids are left out
 */
public record FoundPurchaseOrder(
        PurchaseOrderId id,
        String number,
        @Nullable SupplierId supplier,
        @Nullable String supplierName,
        @Nullable String supplierOrderid,
        @Nullable String remarks,
        Optional<PurchaseOrderStatus> status,
        List<Line> lines) {

    /** A line of it; the amount is 0 where it is no whole number. */
    public record Line(PurchaseOrderLineId id, ProductId product, @Nullable String productcode, long amount) {}

    /** Without the remarks, in which people write what they like, names of others too: this text may be logged. */
    @Override
    public String toString() {
        return "FoundPurchaseOrder[" + id + ", " + lines + "]";
    }

    /** Empty when it bears no id. */
    public static Optional<FoundPurchaseOrder> read(@Nullable JsonNode row) {
        if (row == null || !RowReader.isId(row.path("idpurchaseorder"))) {
            return Optional.empty();
        }
        RowReader fields = new RowReader(row);
        PurchaseOrderId id = new PurchaseOrderId(row.path("idpurchaseorder").longValue());
        String number = row.path("purchaseorderid").asText("");
        JsonNode supplier = row.path("idsupplier");
        return Optional.of(new FoundPurchaseOrder(
                id,
                number.isBlank() ? id.toString() : number,
                RowReader.isId(supplier) ? new SupplierId(supplier.longValue()) : null,
                fields.textIfReadable("supplier_name"),
                fields.textIfReadable("supplier_orderid"),
                fields.textIfReadable("remarks"),
                PurchaseOrderStatus.of(row.path("status").asText()),
                lines(row.path("products"))));
    }

    /** What is to be found of an order that was read in full. */
    public static FoundPurchaseOrder of(PicqerPurchaseOrder order) {
        String number = order.purchaseorderid();
        return new FoundPurchaseOrder(
                order.idpurchaseorder(),
                number == null ? order.idpurchaseorder().toString() : number,
                order.idsupplier(),
                order.supplierName(),
                order.supplierOrderid(),
                order.remarks(),
                Optional.of(order.status()),
                order.lines().stream()
                        .map(line -> new Line(
                                line.idpurchaseorderProduct(), line.idproduct(), line.productcode(), line.amount()))
                        .toList());
    }

    private static List<Line> lines(JsonNode products) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode line : products) {
            JsonNode id = line.path("idpurchaseorder_product");
            JsonNode product = line.path("idproduct");
            if (RowReader.isId(id) && RowReader.isId(product)) {
                lines.add(new Line(
                        new PurchaseOrderLineId(id.longValue()),
                        new ProductId(product.longValue()),
                        new RowReader(line).textIfReadable("productcode"),
                        line.path("amount").asLong()));
            }
        }
        return List.copyOf(lines);
    }
}
