package com.optiply.picqer.mapping.supplierproduct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.optiply.picqer.mapping.DecisionJson;
import com.optiply.picqer.mapping.GoldenCases;
import com.optiply.picqer.mapping.GoldenReadings;
import com.optiply.picqer.picqer.PicqerProduct;
import com.optiply.picqer.picqer.ProductRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Supplier products: {@code in.json} is a product's row as Picqer lists it, {@code context.json} says what is
 * known of the product and of its supplier in Optiply: an id, {@code missing}, {@code unknown}, or the reason that
 * keeps it out. Both are linked unless it says otherwise. How a case is laid out: {@link GoldenCases}. */
class SupplierProductGoldenTest {
    private static final GoldenCases CASES = new GoldenCases("supplier-products");
    private static final long PRODUCT_ID = 28666283;
    private static final long SUPPLIER_ID = 778479;

    private final SupplierProductRules rules = new SupplierProductRules();
    private final SupplierProductMapper mapper = new SupplierProductMapper();

    @ParameterizedTest
    @MethodSource("cases")
    void decides(Path folder) throws IOException {
        CASES.check(folder, this::decide);
    }

    @Test
    void noFileLiesUnused() throws IOException {
        CASES.checkFiles();
    }

    private JsonNode decide(JsonNode row, JsonNode customer, JsonNode context) {
        return ProductRows.read(row).fold(product -> decide(product, customer, context), DecisionJson::unreadable);
    }

    private JsonNode decide(PicqerProduct product, JsonNode customer, JsonNode context) {
        if (!product.purchasing().namesASupplier()) {
            return TextNode.valueOf("no supplier product");
        }
        SupplierProductReading reading = new SupplierProductReading(
                GoldenReadings.product(product, customer),
                GoldenReadings.reference(context.path("product"), PRODUCT_ID),
                GoldenReadings.reference(context.path("supplier"), SUPPLIER_ID),
                customer.path("multiSupplier").asBoolean());
        return DecisionJson.decision(
                rules.reasonAgainst(reading).isEmpty() ? mapper.map(reading) : rules.filtered(reading));
    }

    static List<Path> cases() throws IOException {
        return CASES.folders();
    }
}
