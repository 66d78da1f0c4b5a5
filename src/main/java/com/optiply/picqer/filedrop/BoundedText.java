package com.optiply.picqer.filedrop;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text of which no single row may be longer than a row can be: a parser keeps a whole row in memory, and a quotation
 * mark that is never closed makes one row of all that follows.
 */
final class BoundedText extends FilterReader {
    static final int ROW_CHARACTERS_MAX = 1 << 20;

    private long sinceRow;

    BoundedText(Reader text) {
        super(text);
    }

    /** To be told when a row is complete. */
    void rowEnded() {
        sinceRow = 0;
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        count(character < 0 ? 0 : 1);
        return character;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int characters) {
        sinceRow += characters;
        if (sinceRow > ROW_CHARACTERS_MAX) {
            throw new RowTooLongException();
        }
    }

    /** A row went on for more than a row can hold. */
    static final class RowTooLongException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
