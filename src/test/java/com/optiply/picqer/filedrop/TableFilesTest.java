package com.optiply.picqer.filedrop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file of {@code filedrop} in the test resources, read: what is in it, or why it is refused, as the text beside
 * it says. {@code -Dgolden.update} writes those texts anew; the difference is for a person to look at.
 */
class TableFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/filedrop");
    private static final String EXPECTED = ".expected";

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.toString().endsWith(EXPECTED))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadOrRefusedAsToldBesideIt(Path file) throws IOException {
        String found = read(file);
        Path expected = Path.of(file + EXPECTED);
        if (System.getProperty("golden.update") != null) {
            Files.writeString(expected, found, UTF_8);
        }
        assertThat(found).isEqualTo(Files.readString(expected, UTF_8));
    }

    private static String read(Path file) throws IOException {
        try (TableReader table = TableReader.open(file)) {
            StringBuilder text = new StringBuilder(words(table.form()) + "\n" + line(table.header()));
            for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
                text.append(row.get().number())
                        .append(": ")
                        .append(line(row.get().cells()));
            }
            return text.toString();
        } catch (TableRefusedException refused) {
            return "refused: " + refused.getMessage() + "\n" + refused.advice() + "\n";
        }
    }

    private static String words(TableForm form) {
        if (form instanceof TableForm.Csv csv) {
            String between =
                    switch (csv.separator()) {
                        case ';' -> "semicolons";
                        case '\t' -> "tabs";
                        default -> "commas";
                    };
            return "text, " + between + " between the cells, "
                    + csv.encoding().charset().name();
        }
        return "an Excel workbook";
    }

    /** Many columns in few words. */
    private static String line(List<String> cells) {
        return cells.stream()
                        .limit(5)
                        .map(cell -> cell.replace("\n", "\\n").replace("\r", "\\r"))
                        .map(cell -> cell.length() > 60 ? cell.substring(0, 60) + "..." : cell)
                        .collect(joining(" | "))
                + (cells.size() > 5 ? " and " + (cells.size() - 5) + " more" : "") + "\n";
    }
}
