package com.optiply.picqer.filedrop;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** A table in an Excel workbook: its sheet {@code suppliers}, or else its first. */
final class XlsxReader implements TableReader {
    private static final String SHEET = "suppliers";
    private static final TableForm FORM = new TableForm.Xlsx();

    /** Columns beyond these hold nothing that belongs to the list. */
    private static final int COLUMNS_MAX = 500;

    /** A cell in error is read as a text that fits nothing, instead of ending the reading. */
    private static final ReadingOptions OPTIONS = new ReadingOptions(false, true);

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
        WorkbookCheck.check(file);
        ReadableWorkbook workbook = null;
        try {
            workbook = new ReadableWorkbook(file.toFile(), OPTIONS);
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

    private static Sheet sheet(ReadableWorkbook workbook) {
        return workbook.getSheets()
                .filter(sheet ->
                        sheet.getName().strip().toLowerCase(Locale.ROOT).equals(SHEET))
                .findFirst()
                .or(() -> workbook.getSheets().findFirst())
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
            cells.add(row.getOptionalCell(column).map(XlsxReader::text).orElse(""));
        }
        return new TableRow(row.getRowNum(), cells);
    }

    /** What Excel shows, as near as can be: of a formula, the value that Excel last worked out. */
    private static String text(Cell cell) {
        CellType type = cell.getType();
        String raw = cell.getRawValue();
        if (type == CellType.EMPTY || raw == null && type != CellType.STRING) {
            return "";
        }
        return switch (type) {
            case BOOLEAN -> Boolean.TRUE.equals(cell.getValue()) ? "TRUE" : "FALSE";
            case NUMBER -> plain(raw);
            case STRING -> cell.getText();
            default -> raw;
        };
    }

    /** An article number that Excel took for a number comes as 8.7101E12. */
    private static String plain(String number) {
        try {
            BigDecimal value = new BigDecimal(number);
            return Math.abs((long) value.scale()) > COLUMNS_MAX
                    ? number
                    : value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException text) {
            return number;
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
