package com.optiply.picqer.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.picqer.Row.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads rows of {@code GET /products} (contract: Picqer 2.3 and 4.1). */
public final class ProductRows {
    private ProductRows() {}

    public static Row<PicqerProduct> read(JsonNode row) {
        RowReader fields = new RowReader(row);
        OptionalLong id = fields.id("idproduct");
        PicqerProduct product = new PicqerProduct(
                new ProductId(id.orElse(0)),
                fields.text("productcode"),
                fields.text("name"),
                fields.money("price"),
                fields.text("barcode"),
                type(fields),
                fields.flagOrFalse("unlimitedstock"),
                fields.flagOrFalse("assembled"),
                fields.flag("active"),
                stock(fields),
                fields.textIfReadable("updated"),
                ProductPurchasing.read(new RowReader(row)));
        String key = fields.key(id);
        return fields.row(key, product.productcode() == null ? key : product.productcode(), product);
    }

    private static @Nullable ProductType type(RowReader fields) {
        String code = fields.text("type");
        if (code == null) {
            return null;
        }
        return ProductType.of(code).orElseGet(() -> {
            fields.problem("type", fields.field("type"), "one of Picqer's four product types");
            return null;
        });
    }

    private static @Nullable List<WarehouseStock> stock(RowReader fields) {
        JsonNode array = fields.field("stock");
        if (RowReader.isAbsent(array)) {
            return null;
        }
        if (!array.isArray()) {
            fields.problem("stock", array, "a list of warehouses");
            return null;
        }
        List<WarehouseStock> stock = new ArrayList<>(array.size());
        for (JsonNode entry : array) {
            RowReader of = new RowReader(entry);
            long warehouse = of.id("idwarehouse").orElse(0);
            stock.add(new WarehouseStock(new WarehouseId(warehouse), of.wholeNumber("freestock")));
            of.problems().forEach(problem -> fields.problems().add(within("stock", problem)));
        }
        return List.copyOf(stock);
    }

    private static FieldProblem within(String array, FieldProblem problem) {
        return new FieldProblem(array + "." + problem.field(), problem.found(), problem.expected());
    }
}
