package com.optiply.picqer.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.door.DoorSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Golden cases of one kind of record, one folder for each: what Picqer answers ({@code in.json}), what the customer
 * chose ({@code customer.json}), what else was known when it was read ({@code context.json}), and the decision that
 * mapping.md demands ({@code out.json}). Where mapping.md is silent, {@code chosen.txt} says what was chosen and why.
 *
 * <p>After a wanted change, {@code mvn test -Dtest='*GoldenTest' -Dgolden.update} writes the decisions anew, for the
 * diff to be read.
 */
public final class GoldenCases {
    private static final Path ROOT = Path.of("src/test/resources/golden");
    private static final Set<String> FILES =
            Set.of("in.json", "customer.json", "context.json", "out.json", "chosen.txt");

    private final Path folder;

    public GoldenCases(String kind) {
        this.folder = ROOT.resolve(kind);
    }

    /** What the rules make of a case. */
    public interface Rules {
        JsonNode decide(JsonNode in, JsonNode customer, JsonNode context);
    }

    public List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.sorted().toList();
        }
    }

    public void check(Path one, Rules rules) throws IOException {
        JsonNode in = read(one.resolve("in.json"));
        String decided = DecisionJson.text(
                rules.decide(in, readIfThere(one.resolve("customer.json")), readIfThere(one.resolve("context.json"))));

        Path expected = one.resolve("out.json");
        if (System.getProperty("golden.update") != null) {
            Files.writeString(expected, decided);
        }
        assertThat(decided).isEqualTo(DecisionJson.text(read(expected)));
    }

    public void checkFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allMatch(file -> FILES.contains(file.getFileName().toString()));
        }
    }

    private static JsonNode readIfThere(Path file) throws IOException {
        return Files.exists(file) ? read(file) : DoorSamples.read("{}");
    }

    private static JsonNode read(Path file) throws IOException {
        return DoorSamples.read(Files.readString(file));
    }
}
