package com.optiply.picqer.mapping.composition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.DecisionJson;
import com.optiply.picqer.mapping.GoldenCases;
import com.optiply.picqer.mapping.GoldenReadings;
import com.optiply.picqer.picqer.PartList;
import com.optiply.picqer.picqer.PartRows;
import com.optiply.picqer.picqer.PicqerPart;
import com.optiply.picqer.picqer.ProductId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parts: {@code in.json} is the answer to {@code GET /products/70300/parts}, {@code context.json} says whether
 * product 70300 is sent with its parts, and what is known in Optiply of it and of each part, as for supplier products.
 * How a case is laid out: {@link GoldenCases}. */
class PartGoldenTest {
    private static final GoldenCases CASES = new GoldenCases("parts");
    private static final ProductId COMPOSED = new ProductId(70300);
    private static final long COMPOSED_ID = 28666300;
    private static final long PART_ID = 28666283;

    private final PartRules rules = new PartRules();
    private final PartMapper mapper = new PartMapper();

    @ParameterizedTest
    @MethodSource("cases")
    void decides(Path folder) throws IOException {
        CASES.check(folder, this::decide);
    }

    @Test
    void noFileLiesUnused() throws IOException {
        CASES.checkFiles();
    }

    private JsonNode decide(JsonNode answer, JsonNode customer, JsonNode context) {
        PartList parts = PartRows.read(answer);
        ArrayNode decisions = JsonNodeFactory.instance.arrayNode();
        parts.rows()
                .forEach(row -> decisions.add(
                        row.fold(part -> DecisionJson.decision(decide(part, context)), DecisionJson::unreadable)));
        return JsonNodeFactory.instance
                .objectNode()
                .put("isWhole", parts.isWhole())
                .set("parts", decisions);
    }

    private Decision decide(PicqerPart part, JsonNode context) {
        PartReading reading = new PartReading(
                COMPOSED,
                GoldenReadings.reference(context.path("composed"), COMPOSED_ID),
                context.path("sentWithParts").asBoolean(true),
                part,
                GoldenReadings.reference(
                        context.path("parts").path(part.idproduct().toString()), PART_ID));
        return rules.reasonAgainst(reading).isEmpty() ? mapper.map(reading) : rules.filtered(reading);
    }

    static List<Path> cases() throws IOException {
        return CASES.folders();
    }
}
