package com.optiply.picqer.filedrop;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table as text, with the same encoding and separator as the one that it answers. */
final class CsvWriter implements TableWriter {
    private final CSVPrinter printer;

    CsvWriter(Path file, TableForm.Csv form) throws IOException {
        OutputStream bytes = Files.newOutputStream(file);
        bytes.write(form.encoding().mark());
        CSVFormat format =
                CSVFormat.DEFAULT.builder().setDelimiter(form.separator()).get();
        BufferedWriter text =
                new BufferedWriter(new OutputStreamWriter(bytes, form.encoding().charset()));
        printer = new CSVPrinter(text, format);
    }

    @Override
    public void write(List<String> cells) throws IOException {
        printer.printRecord(cells);
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
