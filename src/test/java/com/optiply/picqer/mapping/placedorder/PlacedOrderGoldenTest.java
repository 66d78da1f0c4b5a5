package com.optiply.picqer.mapping.placedorder;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.DecisionJson;
import com.optiply.picqer.mapping.GoldenCases;
import com.optiply.picqer.mapping.placedorder.PlacedOrderReading.LinkedSupplier;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.PlacedBuyOrder;
import com.optiply.picqer.optiply.PlacedBuyOrderLine;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.ProductId;
import com.optiply.picqer.picqer.WarehouseId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The golden cases of orders that go from Optiply to Picqer. {@code in.json} is the order as Optiply shows it;
 * {@code customer.json} holds its lines as Optiply shows them, which of Picqer's products Optiply's products are, and
 * who its supplier is in Picqer: an id, a name, or null where nobody knows.
 */
class PlacedOrderGoldenTest {
    private static final GoldenCases CASES = new GoldenCases("placed-orders");

    private final PlacedOrderRules rules = new PlacedOrderRules();
    private final PlacedOrderMapper mapper = new PlacedOrderMapper();

    @ParameterizedTest
    @MethodSource("cases")
    void decides(Path folder) throws IOException {
        CASES.check(folder, (row, customer, context) -> DecisionJson.decision(decide(row, customer)));
    }

    @Test
    void noFileLiesUnused() throws IOException {
        CASES.checkFiles();
    }

    private Decision decide(JsonNode row, JsonNode customer) {
        OptiplyRecord record = OptiplyRecord.read(row).orElseThrow();
        PlacedOrderReading reading = new PlacedOrderReading(
                PlacedBuyOrder.read(record, OptionalLong.of(9021)),
                new WarehouseId(customer.path("mainWarehouse").asLong(18)),
                ZoneId.of(customer.path("timezone").asText("Europe/Amsterdam")),
                supplier(customer.path("supplier")),
                customer.path("awaitsApproval").asBoolean());
        return rules.reasonAgainst(reading).isPresent()
                ? rules.filtered(reading)
                : mapper.map(reading, lines(customer));
    }

    private static @Nullable LinkedSupplier supplier(JsonNode said) {
        if (said.isNull()) {
            return null;
        }
        return said.isTextual()
                ? new LinkedSupplier(new RemoteId("name:" + said.asText().toLowerCase(Locale.ROOT)), said.asText())
                : new LinkedSupplier(new RemoteId(said.asText("9410")), "Waterworks");
    }

    private static List<PlacedLineReading> lines(JsonNode customer) {
        List<PlacedLineReading> lines = new ArrayList<>();
        for (JsonNode shown : customer.path("lines")) {
            PlacedBuyOrderLine line =
                    PlacedBuyOrderLine.read(OptiplyRecord.read(shown).orElseThrow());
            JsonNode product = customer.path("products")
                    .path(shown.path("attributes").path("productId").asText());
            lines.add(new PlacedLineReading(line, product.isMissingNode() ? null : new ProductId(product.asLong())));
        }
        return lines;
    }

    static List<Path> cases() throws IOException {
        return CASES.folders();
    }
}
