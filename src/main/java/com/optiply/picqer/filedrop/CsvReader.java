package com.optiply.picqer.filedrop;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import com.optiply.picqer.filedrop.BoundedText.RowTooLongException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table as text. */
final class CsvReader implements TableReader {
    private static final String ONE_CELL_MARK = "sep=";

    private final TableForm.Csv form;
    private final BoundedText text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private List<String> header = List.of();

    private CsvReader(TableForm.Csv form, BoundedText text, CSVParser parser) {
        this.form = form;
        this.text = text;
        this.parser = parser;
        this.records = parser.iterator();
    }

    static CsvReader open(Path file) throws IOException {
        TextEncoding encoding = TextEncoding.of(file);
        char separator = CsvSeparator.of(file, encoding);
        BoundedText text = text(file, encoding);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .get();
        CSVParser parser = CSVParser.builder().setReader(text).setFormat(format).get();
        CsvReader reader = new CsvReader(new TableForm.Csv(encoding, separator), text, parser);
        try {
            reader.header = reader.readHeader();
        } catch (RuntimeException | IOException refused) {
            reader.close();
            throw refused;
        }
        return reader;
    }

    static BoundedText text(Path file, TextEncoding encoding) throws IOException {
        InputStream bytes = Files.newInputStream(file, NOFOLLOW_LINKS);
        bytes.skipNBytes(encoding.markBytes());
        return new BoundedText(new InputStreamReader(bytes, encoding.charset()));
    }

    /** Whether the line only tells Excel what stands between the cells. */
    static boolean isSeparatorMark(String line) {
        return line.regionMatches(true, 0, ONE_CELL_MARK, 0, ONE_CELL_MARK.length())
                && line.length() == ONE_CELL_MARK.length() + 1;
    }

    private List<String> readHeader() throws IOException {
        TableRow first = next().orElseThrow(TableReader::empty);
        boolean isMark = first.cells().size() <= 2
                && first.cells().get(0).strip().toLowerCase(Locale.ROOT).startsWith(ONE_CELL_MARK);
        return isMark ? next().orElseThrow(TableReader::empty).cells() : first.cells();
    }

    @Override
    public TableForm form() {
        return form;
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<TableRow> next() throws IOException {
        while (true) {
            long line = parser.getCurrentLineNumber() + 1;
            Optional<TableRow> row = read(line);
            if (row.isEmpty() || !row.get().isBlank()) {
                return row;
            }
        }
    }

    private Optional<TableRow> read(long line) throws IOException {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            TableRow row = new TableRow(line, records.next().toList());
            text.rowEnded();
            return Optional.of(row);
        } catch (RowTooLongException | UncheckedIOException | IllegalStateException broken) {
            throw notClosed(line, broken);
        }
    }

    private static TableRefusedException notClosed(long line, RuntimeException broken) {
        return new TableRefusedException(
                "The row that begins in line " + line
                        + " does not end: most likely a quotation mark (\") in it is never" + " closed.",
                "Look at line " + line + " in a text editor, close or remove the quotation mark, and drop the file"
                        + " again.",
                broken);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
