package com.optiply.picqer.filedrop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows that were not taken, in the form in which they came. */
class RejectsTableTest {
    private static final Path SAMPLES = Path.of("src/test/resources/filedrop");

    @TempDir
    private Path folder;

    @Test
    void keepsHeaderOrderSeparatorAndEncoding() throws IOException {
        Path rejects = reject("windows-1252.csv");

        assertThat(Files.readString(rejects, java.nio.charset.Charset.forName("windows-1252")))
                .isEqualTo("skuCode;supplierName;preferred;row;reason;what_to_do\r\n"
                        + "A-1;Caf\u00e9 \u20ac;TRUE;2;'=1+1;'@do\r\n");
    }

    @Test
    void keepsTheByteOrderMark() throws IOException {
        assertThat(Files.readAllBytes(reject("utf8-mark.csv"))).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(Files.readAllBytes(reject("utf16-mark.csv"))).startsWith(0xFF, 0xFE, 's', 0);
    }

    @Test
    void canBeReadAgainWhateverItsForm() throws IOException {
        for (String name : List.of("semicolon-crlf.csv", "typed-cells.xlsx", "utf16-mark.csv")) {
            Path rejects = reject(name);
            Path twice = reject(rejects, "twice-" + name);
            try (TableReader first = TableReader.open(rejects);
                    TableReader second = TableReader.open(twice)) {
                assertThat(second.form()).isEqualTo(first.form());
                assertThat(second.header()).isEqualTo(first.header());
                Optional<TableRow> row = first.next();
                assertThat(row).isPresent();
                assertThat(second.next().orElseThrow().cells().subList(0, 3))
                        .isEqualTo(row.get().cells().subList(0, 3));
            }
        }
    }

    private Path reject(String sample) throws IOException {
        return reject(SAMPLES.resolve(sample), sample);
    }

    /** Rejects every row. */
    private Path reject(Path file, String name) throws IOException {
        Path rejects = folder.resolve("rejects-" + name);
        try (TableReader table = TableReader.open(file);
                RejectsTable written = new RejectsTable(rejects, table.form(), table.header())) {
            for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
                written.add(row.get(), "=1+1", "@do");
            }
        }
        return rejects;
    }
}
