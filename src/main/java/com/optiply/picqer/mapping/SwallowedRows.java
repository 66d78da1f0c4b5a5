package com.optiply.picqer.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds rows of a list of preferred suppliers that stand inside a cell of another row: a quotation mark that is not
 * closed takes all that follows it into its cell, until the next one comes. Cells may hold line breaks as well; what
 * tells the two apart is that both the first line and one below it would be a row if they stood alone. No code, no name
 * and no TRUE has several lines: where one of them seems to, as many cells as a row has are enough. Pure.
 *
 * @param width how many cells a row has
 * @param separator what stands between the cells of a line
 */
public record SwallowedRows(PreferenceColumns columns, int width, char separator) {
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

    /** How many lines below its own first line the row holds another one; empty when it holds none. */
    public OptionalInt firstIn(List<String> cells) {
        if (cells.stream().noneMatch(SwallowedRows::isBroken)) {
            return OptionalInt.empty();
        }
        boolean isOurs = isBroken(cell(cells, columns.sku()))
                || isBroken(cell(cells, columns.supplier()))
                || isBroken(cell(cells, columns.preferred()));
        Predicate<List<String>> isRow = line -> isRow(line) || isOurs && line.size() >= width;
        String[] lines = LINE_BREAK.split(String.join(String.valueOf(separator), cells), -1);
        for (int line = 1; line < lines.length && isRow.test(cells(lines[0])); line++) {
            if (isRow.test(cells(lines[line]))) {
                return OptionalInt.of(line);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isBroken(String cell) {
        return cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0;
    }

    private boolean isRow(List<String> line) {
        PreferenceReading reading = PreferenceReading.of(
                cell(line, columns.sku()), cell(line, columns.supplier()), cell(line, columns.preferred()));
        return reading.row() != null;
    }

    private static String cell(List<String> cells, int column) {
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    /** The marks have lost their meaning: which of them opens a cell is what nobody knows. */
    private List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (char character : line.toCharArray()) {
            if (character == separator) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (character != '"') {
                cell.append(character);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
