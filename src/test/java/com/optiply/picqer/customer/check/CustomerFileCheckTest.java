package com.optiply.picqer.customer.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One folder per mistake: the customer files, and the text that the check says about them. After a wanted change,
 * {@code mvn test -Dtest=CustomerFileCheckTest -Dgolden.update} writes the texts anew, for the diff to be read.
 */
class CustomerFileCheckTest {
    private static final Path CASES = Path.of("src/test/resources/customer-files");
    private static final Path NO_CASE = Path.of("src/test/resources/customer-files/none.yaml");

    private static final Map<Path, CheckedFiles> CHECKED = new HashMap<>();

    /** Once for all tests: they only look at what came out. */
    @BeforeAll
    static void checkEveryCase() throws IOException {
        try (CheckedWith with = new CheckedWith()) {
            for (Path folder : cases()) {
                CHECKED.put(folder, with.check().check(files(folder)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void says(Path folder) throws IOException {
        CheckedFiles checked = requireNonNull(CHECKED.get(folder));

        String said = checked.text().replace(folder + "/", "routes/customers/");
        Path expected = folder.resolve("expected.txt");
        if (System.getProperty("golden.update") != null) {
            Files.writeString(expected, said);
        }
        assertThat(said).isEqualTo(Files.readString(expected, UTF_8));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void startsOnlyTheFilesWithoutAProblem(Path folder) throws IOException {
        CheckedFiles checked = requireNonNull(CHECKED.get(folder));

        List<Path> withProblems =
                checked.problems().stream().map(Problem::file).distinct().toList();
        assertThat(checked.customers()).hasSize(files(folder).size() - withProblems.size());
        assertThat(folder.getFileName().toString().startsWith("right"))
                .isEqualTo(checked.problems().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void neverShowsASecret(Path folder) {
        CheckedFiles checked = requireNonNull(CHECKED.get(folder));

        assertThat(checked.toString() + checked.text())
                .doesNotContainIgnoringCase("canary")
                .doesNotContain("user:pass", "key=abc");
    }

    @Test
    void reportsAFileThatIsNotThere() throws IOException {
        try (CheckedWith with = new CheckedWith()) {
            assertThat(with.check().check(List.of(NO_CASE)).problems())
                    .extracting(Problem::what)
                    .singleElement()
                    .isEqualTo("There is no such file.");
        }
    }

    @Test
    void findsNothingWrongWithNoFilesAtAll() throws IOException {
        try (CheckedWith with = new CheckedWith()) {
            assertThat(with.check().check(List.of())).isEqualTo(new CheckedFiles(List.of(), List.of()));
        }
    }

    static List<Path> cases() throws IOException {
        return sorted(Files.list(CASES).filter(Files::isDirectory));
    }

    static List<Path> files(Path folder) throws IOException {
        return sorted(Files.list(folder).filter(file -> !file.endsWith("expected.txt")));
    }

    private static List<Path> sorted(Stream<Path> paths) {
        try (paths) {
            return paths.sorted().toList();
        }
    }
}
