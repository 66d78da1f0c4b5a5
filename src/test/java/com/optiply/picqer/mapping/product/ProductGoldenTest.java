package com.optiply.picqer.mapping.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.mapping.Decision;
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

/** Products: {@code in.json} is a row as Picqer lists it. How a case is laid out: {@link GoldenCases}. */
class ProductGoldenTest {
    private static final GoldenCases CASES = new GoldenCases("products");

    private final ProductRules rules = new ProductRules();
    private final ProductMapper mapper = new ProductMapper();

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
        return ProductRows.read(row)
                .fold(product -> DecisionJson.decision(decide(product, customer)), DecisionJson::unreadable);
    }

    private Decision decide(PicqerProduct product, JsonNode customer) {
        ProductReading reading = GoldenReadings.product(product, customer);
        return rules.reasonAgainst(reading).isEmpty() ? mapper.map(reading) : rules.filtered(reading);
    }

    static List<Path> cases() throws IOException {
        return CASES.folders();
    }
}
