package com.optiply.picqer.mapping.supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.mapping.DecisionJson;
import com.optiply.picqer.mapping.GoldenCases;
import com.optiply.picqer.mapping.GoldenReadings;
import com.optiply.picqer.picqer.PicqerSupplier;
import com.optiply.picqer.picqer.SupplierRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Suppliers: {@code in.json} is a row as Picqer lists it, {@code context.json} says on which list it stood
 * and whether the run was the weekly one that sends names. How a case is laid out: {@link GoldenCases}. */
class SupplierGoldenTest {
    private static final GoldenCases CASES = new GoldenCases("suppliers");

    private final SupplierMapper mapper = new SupplierMapper();

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
        return SupplierRows.read(row)
                .fold(
                        supplier -> DecisionJson.decision(mapper.map(reading(supplier, customer, context))),
                        DecisionJson::unreadable);
    }

    private static SupplierReading reading(PicqerSupplier supplier, JsonNode customer, JsonNode context) {
        return new SupplierReading(
                supplier,
                context.path("inactiveList").asBoolean(),
                customer.path("ignored").asText("picqer").equals("picqer"),
                context.path("weekly").asBoolean(),
                GoldenReadings.extraAttributes(customer));
    }

    static List<Path> cases() throws IOException {
        return CASES.folders();
    }
}
