package com.optiply.picqer.sync.dropped;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.filedrop.TableForm;
import com.optiply.picqer.filedrop.TableWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list of a million rows, of which two speak against each other, read by a process that has 128 MB. */
@Tag("heavy")
class MillionRowsTest {
    private static final int ROWS = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void areReadOutOfACsv() throws Exception {
        Path file = folder.resolve("list.csv");
        try (BufferedWriter text = Files.newBufferedWriter(file)) {
            text.write("skuCode,supplierName,preferred\n");
            for (int row = 1; row < ROWS; row++) {
                text.write("SKU-" + row + ",Supplier " + row % 500 + ",TRUE\n");
            }
            text.write("SKU-1,Supplier 2,TRUE\n");
        }
        assertThat(staged(file)).isEqualTo("1000000 rows, 2 rejected\n");
    }

    @Test
    void areReadOutOfAWorkbook() throws Exception {
        Path file = folder.resolve("list.xlsx");
        try (TableWriter table = TableWriter.create(file, new TableForm.Xlsx())) {
            table.write(List.of("skuCode", "supplierName", "preferred"));
            for (int row = 1; row < ROWS; row++) {
                table.write(List.of("SKU-" + row, "Supplier " + row % 500, "TRUE"));
            }
            table.write(List.of("SKU-1", "Supplier 2", "TRUE"));
        }
        assertThat(staged(file)).isEqualTo("1000000 rows, 2 rejected\n");
    }

    private String staged(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        StagedFile.class.getName(),
                        "jdbc:sqlite:" + folder.resolve("state.db"),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }
}
