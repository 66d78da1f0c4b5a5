package com.optiply.picqer.filedrop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads a table row by row, in memory that does not grow with it. Rows without any text are passed over. Every method
 * throws {@link TableRefusedException} where the file turns out to be no table. Confined to one thread.
 */
public interface TableReader extends AutoCloseable {
    /** Opens a file by what is in it, whatever its name ends in. */
    static TableReader open(Path file) throws IOException {
        if (Files.size(file) == 0) {
            throw empty();
        }
        return switch (FileKind.of(file)) {
            case ZIP -> XlsxReader.open(file);
            case TEXT -> CsvReader.open(file);
        };
    }

    static TableRefusedException empty() {
        return new TableRefusedException(
                "The file is empty.", "Save the list again, with its column names in the first row.");
    }

    TableForm form();

    /** The first row that holds any text. */
    List<String> header();

    /** The next row below the header; empty after the last. */
    Optional<TableRow> next() throws IOException;

    @Override
    void close() throws IOException;
}
