package com.optiply.picqer.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds rules.md to the golden cases and tests that it names. */
class RulesPageTest {
    private static final Path PAGE = Path.of("src/docs/rules.md");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern GUARD = Pattern.compile("`([a-z]+(?:-[a-z]+)*/[a-z0-9-]+|[A-Z]\\w*Test(?:\\.\\w+)?)`");

    @Test
    void namesAGuardForEveryRule() throws IOException {
        assertThat(rules())
                .hasSizeGreaterThan(100)
                .allSatisfy(rule -> assertThat(guards(rule)).as(rule).isNotEmpty());
    }

    @Test
    void namesGoldenCasesThatThereAre() throws IOException {
        assertThat(guards(Files.readString(PAGE)))
                .filteredOn(guard -> guard.contains("/"))
                .hasSizeGreaterThan(150)
                .allSatisfy(guard ->
                        assertThat(GOLDEN.resolve(guard).resolve("in.json")).exists());
    }

    @Test
    void namesTestsThatThereAre() throws IOException {
        Map<String, String> tests = tests();

        assertThat(guards(Files.readString(PAGE)))
                .filteredOn(guard -> !guard.contains("/"))
                .hasSizeGreaterThan(50)
                .allSatisfy(guard -> {
                    String[] named = guard.split("\\.");
                    assertThat(tests).containsKey(named[0]);
                    if (named.length == 2) {
                        assertThat(tests.get(named[0])).contains(" void " + named[1] + "(");
                    }
                });
    }

    /** The rows of the page's tables, without their heads. */
    private static List<String> rules() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| rule |"))
                .toList();
    }

    private static List<String> guards(String text) {
        return GUARD.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /** The text of every test class; two of one name, in different packages, count as one. */
    private static Map<String, String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            RulesPageTest::read,
                            String::concat));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
