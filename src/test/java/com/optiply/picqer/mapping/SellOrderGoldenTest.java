package com.optiply.picqer.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.door.DoorSamples;
import com.optiply.picqer.picqer.OrderRows;
import com.optiply.picqer.picqer.PicqerOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One folder per case: an order as Picqer lists it, what the customer chose, what is known of its products, and the
 * decision that mapping.md demands. Where mapping.md is silent, {@code chosen.txt} says what was chosen and why.
 *
 * <p>After a wanted change, {@code mvn test -Dtest=SellOrderGoldenTest -Dgolden.update} writes the decisions anew, for
 * the diff to be read.
 */
class SellOrderGoldenTest {
    private static final Path CASES = Path.of("src/test/resources/golden/orders");
    private static final Set<String> FILES =
            Set.of("in.json", "customer.json", "products.json", "out.json", "chosen.txt");

    @ParameterizedTest
    @MethodSource("cases")
    void decides(Path folder) throws IOException {
        String decided = DecisionJson.text(decide(folder));

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

    private static JsonNode decide(Path folder) throws IOException {
        JsonNode customer = readIfThere(folder.resolve("customer.json"));
        JsonNode products = readIfThere(folder.resolve("products.json"));
        return OrderRows.read(read(folder.resolve("in.json")))
                .fold(order -> DecisionJson.decision(decide(order, customer, products)), DecisionJson::unreadable);
    }

    private static Decision decide(PicqerOrder order, JsonNode customer, JsonNode products) {
        return OrderSamples.decide(new OrderReading(
                order,
                OrderSamples.choices(customer),
                OrderSamples.products(order, products),
                customer.path("inOptiply").booleanValue(),
                customer.path("listed").booleanValue()));
    }

    private static JsonNode readIfThere(Path file) throws IOException {
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
