package com.optiply.picqer.filedrop;

import java.util.List;

/**
 * One row of a table.
 *
 * @param number the line of the file where it begins, or the number that a spreadsheet shows beside it; from 1
 * @param cells as text, from the first column on; a row may be shorter than the header
 */
public record TableRow(long number, List<String> cells) {
    public TableRow {
        cells = List.copyOf(cells);
    }

    /** The text of a column without the blanks around it; empty where the row ends before it. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
