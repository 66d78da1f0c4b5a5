package com.optiply.picqer.sync.dropped;

import java.io.IOException;

/** Writes rising row numbers as ranges ({@code rows 2-5, 7}), in lines of a bearable length. Confined to one thread. */
final class NumberRanges {
    private static final String INDENT = "  rows ";

    private final Appendable text;
    private final int lineCharactersMax;
    private int characters;
    private long first;
    private long last;
    /** The first range, until it is known whether there are more: of a single row it is said that it is one. */
    private String opening = "";

    private boolean isOneRow;

    NumberRanges(Appendable text, int lineCharactersMax) {
        this.text = text;
        this.lineCharactersMax = lineCharactersMax;
    }

    /** The next number that there is; a range goes over numbers that there are not. */
    void next(long number, boolean isMeant) throws IOException {
        if (isMeant) {
            first = first == 0 ? number : first;
            last = number;
        } else {
            flush();
        }
    }

    void end() throws IOException {
        flush();
        if (!opening.isEmpty()) {
            text.append((isOneRow ? "  row " : INDENT) + opening);
        }
        if (characters > 0 || !opening.isEmpty()) {
            text.append("\n");
        }
    }

    private void flush() throws IOException {
        if (first == 0) {
            return;
        }
        String range = first == last ? Long.toString(first) : first + "-" + last;
        if (characters == 0 && opening.isEmpty()) {
            opening = range;
            isOneRow = first == last;
        } else {
            append(range);
        }
        first = 0;
    }

    private void append(String range) throws IOException {
        if (!opening.isEmpty()) {
            write(INDENT + opening);
            opening = "";
        }
        if (characters + range.length() + 2 > lineCharactersMax) {
            text.append(",\n");
            characters = 0;
            write(" ".repeat(INDENT.length()) + range);
        } else {
            write(", " + range);
        }
    }

    private void write(String part) throws IOException {
        text.append(part);
        characters += part.length();
    }
}
