package com.optiply.picqer.mapping.preference;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds rows of a list of preferred suppliers that stand inside a cell of another row: a quotation mark that is not
 * closed takes all that follows it into its cell, until the next one comes. Cells may hold line breaks as well; what
 * tells the two apart is that a line below the first would be a row if it stood alone, or that the row has more cells
 * than the table has columns, empty ones at its end aside. No code, no name and no TRUE has several lines: where one
 * of them seems to, lines of as many cells as a row has are enough. Pure.
 *
 * @param width how many cells a row has
 * @param separator what stands between the cells of a line
 */
public record SwallowedRows(PreferenceColumns columns, int width, char separator) {
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

    /** How many lines below its own first line the row holds another one; empty when it holds none. */
    public OptionalInt firstIn(List<String> cells) {
        int broken = firstBroken(cells);
        if (broken == cells.size()) {
            return OptionalInt.empty();
        }
        boolean isOurs = isBroken(cell(cells, columns.sku()))
                || isBroken(cell(cells, columns.supplier()))
                || isBroken(cell(cells, columns.preferred()));
        List<List<String>> lines = lines(cells);
        Predicate<List<String>> isRow = line -> isRow(line) || isOurs && line.size() >= width;
        // The last line ends with cells of the row itself: if ours are among them, it is a row anyway.
        boolean isOwnEnd = broken <= Math.max(columns.sku(), Math.max(columns.supplier(), columns.preferred()));
        boolean isLastTold = !isOwnEnd || isRow.test(lines.get(0));
        for (int line = 1; line < lines.size(); line++) {
            if (isRow.test(lines.get(line)) && (isLastTold || line < lines.size() - 1)) {
                return OptionalInt.of(line);
            }
        }
        return hasTooMany(cells) ? OptionalInt.of(1) : OptionalInt.empty();
    }

    /** Cells without text at the end do not count: some programs end each line with a separator. */
    private boolean hasTooMany(List<String> cells) {
        return cells.stream().skip(width).anyMatch(cell -> !cell.isBlank());
    }

    private static int firstBroken(List<String> cells) {
        int cell = 0;
        while (cell < cells.size() && !isBroken(cells.get(cell))) {
            cell++;
        }
        return cell;
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

    /** The cells before the first broken one were read as they are; all that follows it may have been read wrongly. */
    private List<List<String>> lines(List<String> cells) {
        List<List<String>> lines = new ArrayList<>();
        int broken = firstBroken(cells);
        String rest = String.join(String.valueOf(separator), cells.subList(broken, cells.size()));
        for (String line : LINE_BREAK.split(rest, -1)) {
            List<String> split = new ArrayList<>(lines.isEmpty() ? cells.subList(0, broken) : List.of());
            split.addAll(split(line));
            lines.add(split);
        }
        return lines;
    }

    /** The marks have lost their meaning: which of them opens a cell is what nobody knows. */
    private List<String> split(String line) {
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
