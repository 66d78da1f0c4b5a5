package com.optiply.picqer.filedrop;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table in an Excel workbook of one sheet; every cell is text, and none is ever worked out. */
final class XlsxWriter implements TableWriter {
    private static final String SHEET = "suppliers";
    private static final int CELL_CHARACTERS_MAX = 32_767;
    private static final int ROWS_AT_ONCE = 500;

    private final OutputStream bytes;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    XlsxWriter(Path file) throws IOException {
        bytes = new BufferedOutputStream(Files.newOutputStream(file));
        workbook = new Workbook(bytes, "picqer-optiply", "1.0");
        sheet = workbook.newWorksheet(SHEET);
    }

    @Override
    public void write(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            String text = cells.get(column);
            if (!text.isEmpty()) {
                sheet.inlineString(row, column, text.substring(0, Math.min(text.length(), CELL_CHARACTERS_MAX)));
            }
        }
        row++;
        if (row % ROWS_AT_ONCE == 0) {
            sheet.flush();
        }
    }

    /** The workbook ends the archive, and leaves the file open. */
    @Override
    public void close() throws IOException {
        try (bytes) {
            workbook.finish();
        }
    }
}
