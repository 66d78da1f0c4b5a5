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
 * One folder per case: a row as Picqer lists it ({@code in.json}), what else its rules look at ({@code customer.json}),
 * and the decision that mapping.md demands ({@code out.json}). Where mapping.md is silent, {@code chosen.txt} says what
 * was chosen and why. With {@code -Dgolden.update} the decisions are written anew, for the diff to be read.
 */
record GoldenFolder(Path cases) {
    private static final Set<String> FILES = Set.of("in.json", "customer.json", "out.json", "chosen.txt");

    static GoldenFolder of(String name) {
        return new GoldenFolder(Path.of("src/test/resources/golden", name));
    }

    List<Path> list() throws IOException {
        try (Stream<Path> folders = Files.list(cases)) {
            return folders.sorted().toList();
        }
    }

    static JsonNode row(Path folder) throws IOException {
        return read(folder.resolve("in.json"));
    }

    /** What the case says besides the row; an empty object where it says nothing. */
    static JsonNode customer(Path folder) throws IOException {
        Path file = folder.resolve("customer.json");
        return Files.exists(file) ? read(file) : DoorSamples.read("{}");
    }

    static void check(Path folder, JsonNode decision) throws IOException {
        String decided = DecisionJson.text(decision);
        Path expected = folder.resolve("out.json");
        if (System.getProperty("golden.update") != null) {
            Files.writeString(expected, decided);
        }
        assertThat(decided).isEqualTo(DecisionJson.text(read(expected)));
    }

    void checkThatNoFileLiesUnused() throws IOException {
        try (Stream<Path> files = Files.walk(cases)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allMatch(file -> FILES.contains(file.getFileName().toString()));
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return DoorSamples.read(Files.readString(file));
    }
}
