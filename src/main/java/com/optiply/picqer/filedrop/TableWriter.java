package com.optiply.picqer.filedrop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes a table row by row, in the form of another one. Confined to one thread. */
public interface TableWriter extends AutoCloseable {
    static TableWriter create(Path file, TableForm form) throws IOException {
        return form instanceof TableForm.Csv csv ? new CsvWriter(file, csv) : new XlsxWriter(file);
    }

    void write(List<String> cells) throws IOException;

    @Override
    void close() throws IOException;
}
