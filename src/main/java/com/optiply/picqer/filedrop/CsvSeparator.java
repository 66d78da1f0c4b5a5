package com.optiply.picqer.filedrop;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** Finds out what stands between the cells: whatever the first line has most of, outside of quotation marks. */
final class CsvSeparator {
    private static final char[] KNOWN = {',', ';', '\t'};
    private static final int LINE_CHARACTERS_MAX = 1 << 20;

    private CsvSeparator() {}

    static char of(Path file, TextEncoding encoding) throws IOException {
        try (BufferedReader text = new BufferedReader(CsvReader.text(file, encoding))) {
            String line = line(text);
            while (line != null && line.isBlank() && line.indexOf('\t') < 0) {
                line = line(text);
            }
            if (line == null) {
                throw TableReader.empty();
            }
            return CsvReader.isSeparatorMark(line.strip())
                    ? line.strip().charAt(line.strip().length() - 1)
                    : mostOf(line);
        }
    }

    private static String line(BufferedReader text) throws IOException {
        StringBuilder line = new StringBuilder();
        int character = text.read();
        if (character < 0) {
            return null;
        }
        while (character >= 0 && character != '\n' && character != '\r' && line.length() < LINE_CHARACTERS_MAX / 2) {
            line.append((char) character);
            character = text.read();
        }
        return line.toString();
    }

    private static char mostOf(String line) {
        char most = KNOWN[0];
        for (char candidate : KNOWN) {
            if (count(line, candidate) > count(line, most)) {
                most = candidate;
            }
        }
        return most;
    }

    private static int count(String line, char separator) {
        int count = 0;
        boolean isQuoted = false;
        for (int index = 0; index < line.length(); index++) {
            char character = line.charAt(index);
            if (character == '"') {
                isQuoted = !isQuoted;
            } else if (character == separator && !isQuoted) {
                count++;
            }
        }
        return count;
    }
}
