package com.optiply.picqer.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.customer.CustomerSettings.Compositions;
import com.optiply.picqer.door.DoorSamples;
import com.optiply.picqer.picqer.PicqerProduct;
import com.optiply.picqer.picqer.ProductRows;
import com.optiply.picqer.picqer.WarehouseId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One folder per case: a row as Picqer lists it, what the customer chose, and the decision that mapping.md demands.
 * Where mapping.md is silent, {@code chosen.txt} says what was chosen and why.
 *
 * <p>After a wanted change, {@code mvn test -Dtest=ProductGoldenTest -Dgolden.update} writes the decisions anew, for
 * the diff to be read.
 */
class ProductGoldenTest {
    private static final Path CASES = Path.of("src/test/resources/golden/products");
    private static final Set<String> FILES = Set.of("in.json", "customer.json", "out.json", "chosen.txt");
    private static final long MAIN = 18;

    private final ProductRules rules = new ProductRules();
    private final ProductMapper mapper = new ProductMapper();

    @ParameterizedTest
    @MethodSource("cases")
    void decides(Path folder) throws IOException {
        String decided = DecisionJson.text(decide(read(folder.resolve("in.json")), customer(folder)));

        Path expected = folder.resolve("out.json");
        if (System.getProperty("golden.update") != null) {
            Files.writeString(expected, decided);
        }
        assertThat(decided).isEqualTo(DecisionJson.text(read(expected)));
    }

    @Test
    void noFileLiesUnused() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allMatch(file -> FILES.contains(file.getFileName().toString()));
        }
    }

    private JsonNode decide(JsonNode row, JsonNode customer) {
        return ProductRows.read(row)
                .fold(product -> DecisionJson.decision(decide(reading(product, customer))), DecisionJson::unreadable);
    }

    private Decision decide(ProductReading reading) {
        return rules.reasonAgainst(reading).isEmpty() ? mapper.map(reading) : rules.filtered(reading);
    }

    private static ProductReading reading(PicqerProduct product, JsonNode customer) {
        String compositions = customer.path("compositions").asText("with-stock");
        Set<WarehouseId> warehouses = new HashSet<>();
        customer.path("stockWarehouses").forEach(id -> warehouses.add(new WarehouseId(id.longValue())));
        return new ProductReading(
                product,
                Compositions.valueOf(compositions.replace('-', '_').toUpperCase(Locale.ROOT)),
                warehouses.isEmpty() ? Set.of(new WarehouseId(MAIN)) : warehouses);
    }

    private static JsonNode customer(Path folder) throws IOException {
        Path file = folder.resolve("customer.json");
        return Files.exists(file) ? read(file) : DoorSamples.read("{}");
    }

    private static JsonNode read(Path file) throws IOException {
        return DoorSamples.read(Files.readString(file));
    }

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList();
        }
    }
}
