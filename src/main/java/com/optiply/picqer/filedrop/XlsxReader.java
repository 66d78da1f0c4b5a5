package com.optiply.picqer.filedrop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * A table in an Excel workbook: its sheet {@code suppliers}, or else its first. Sheets that nobody sees are passed
 * over, unless there are no others.
 */
final class XlsxReader implements TableReader {
    private static final String SHEET = "suppliers";
    private static final TableForm FORM = new TableForm.Xlsx();

    /** Columns beyond these hold nothing that belongs to the list. */
    private static final int COLUMNS_MAX = 500;

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private List<String> header = List.of();

    private XlsxReader(ReadableWorkbook workbook) throws IOException {
        this.workbook = workbook;
        this.stream = sheet(workbook).openStream();
        this.rows = stream.iterator();
    }

    static XlsxReader open(Path file) throws IOException {
        ReadingOptions options = options(WorkbookCheck.check(file));
        ReadableWorkbook workbook = null;
        try {
            workbook = new ReadableWorkbook(file.toFile(), options);
            XlsxReader reader = new XlsxReader(workbook);
            reader.header = reader.next().orElseThrow(TableReader::empty).cells();
            return reader;
        } catch (RuntimeException | IOException refused) {
            if (workbook != null) {
                workbook.close();
            }
            throw refused instanceof TableRefusedException told ? told : WorkbookCheck.broken(refused);
        }
    }

    /** A cell in error is read as a text that fits nothing, instead of ending the reading. */
    private static ReadingOptions options(boolean withFormats) {
        return new ReadingOptions(withFormats, true);
    }

    private static Sheet sheet(ReadableWorkbook workbook) {
        List<Sheet> sheets = workbook.getSheets().toList();
        List<Sheet> visible = sheets.stream()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
        List<Sheet> candidates = visible.isEmpty() ? sheets : visible;
        return candidates.stream()
                .filter(sheet ->
                        sheet.getName().strip().toLowerCase(Locale.ROOT).equals(SHEET))
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .orElseThrow(TableReader::empty);
    }

    @Override
    public TableForm form() {
        return FORM;
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<TableRow> next() {
        try {
            while (rows.hasNext()) {
                TableRow row = row(rows.next());
                if (!row.isBlank()) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (ExcelReaderException | NoSuchElementException | IllegalStateException | IllegalArgumentException e) {
            throw WorkbookCheck.broken(e);
        }
    }

    private static TableRow row(Row row) {
        int columns = Math.min(row.getCellCount(), COLUMNS_MAX);
        List<String> cells = new ArrayList<>(columns);
        for (int column = 0; column < columns; column++) {
            cells.add(row.getOptionalCell(column).map(CellText::of).orElse(""));
        }
        return new TableRow(row.getRowNum(), cells);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
