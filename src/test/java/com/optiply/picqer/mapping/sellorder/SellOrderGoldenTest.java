package com.optiply.picqer.mapping.sellorder;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.DecisionJson;
import com.optiply.picqer.mapping.GoldenCases;
import com.optiply.picqer.picqer.OrderRows;
import com.optiply.picqer.picqer.PicqerOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Orders as Picqer lists them; {@code context.json} says what is known of their products. How a case is laid out:
 * {@link GoldenCases}.
 */
class SellOrderGoldenTest {
    private static final GoldenCases CASES = new GoldenCases("orders");

    @ParameterizedTest
    @MethodSource("cases")
    void decides(Path folder) throws IOException {
        CASES.check(folder, (row, customer, products) -> OrderRows.read(row)
                .fold(order -> DecisionJson.decision(decide(order, customer, products)), DecisionJson::unreadable));
    }

    @Test
    void noFileLiesUnused() throws IOException {
        CASES.checkFiles();
    }

    private static Decision decide(PicqerOrder order, JsonNode customer, JsonNode products) {
        return OrderSamples.decide(new OrderReading(
                order,
                OrderSamples.choices(customer),
                OrderSamples.products(order, products),
                customer.path("inOptiply").booleanValue(),
                customer.path("listed").booleanValue()));
    }

    static List<Path> cases() throws IOException {
        return CASES.folders();
    }
}
