package com.optiply.picqer.filedrop;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the text of a file is encoded.
 *
 * @param hasMark whether a byte order mark stands before it, which is no text
 */
public record TextEncoding(Charset charset, boolean hasMark) {
    /** What Excel writes on Windows where it is not told otherwise. */
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final int CHUNK_BYTES = 1 << 16;

    /** By the byte order mark; else UTF-8 if all of the file is, and Windows-1252 if not. */
    static TextEncoding of(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file, NOFOLLOW_LINKS)) {
            byte[] head = bytes.readNBytes(3);
            for (Charset charset : new Charset[] {UTF_8, UTF_16LE, UTF_16BE}) {
                if (beginsWith(head, mark(charset))) {
                    return new TextEncoding(charset, true);
                }
            }
        }
        return new TextEncoding(isUtf8(file) ? UTF_8 : WINDOWS_1252, false);
    }

    /** How many bytes stand before the text. */
    int markBytes() {
        return hasMark ? mark(charset).length : 0;
    }

    byte[] mark() {
        return hasMark ? mark(charset) : new byte[0];
    }

    private static byte[] mark(Charset charset) {
        return "\uFEFF".getBytes(charset);
    }

    private static boolean beginsWith(byte[] head, byte[] mark) {
        return head.length >= mark.length
                && ByteBuffer.wrap(head, 0, mark.length).equals(ByteBuffer.wrap(mark));
    }

    /** Reads the file to its end: one odd letter may stand in its last line. */
    private static boolean isUtf8(Path file) throws IOException {
        CharsetDecoder decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.allocate(CHUNK_BYTES);
        CharBuffer out = CharBuffer.allocate(CHUNK_BYTES);
        try (InputStream bytes = Files.newInputStream(file, NOFOLLOW_LINKS)) {
            for (int read = fill(bytes, in); read >= 0; read = fill(bytes, in)) {
                if (decode(decoder, in, out, false)) {
                    return false;
                }
            }
        }
        in.flip();
        return !decoder.decode(in, out.clear(), true).isError();
    }

    private static int fill(InputStream bytes, ByteBuffer in) throws IOException {
        int read = bytes.read(in.array(), in.position(), in.remaining());
        if (read > 0) {
            requireText(in, read);
            in.position(in.position() + read);
        }
        return read;
    }

    /** Whether it turned out to be something else; what is left of a letter stays for the next time. */
    private static boolean decode(CharsetDecoder decoder, ByteBuffer in, CharBuffer out, boolean isEnd) {
        in.flip();
        CoderResult result = decoder.decode(in, out.clear(), isEnd);
        in.compact();
        return result.isError();
    }

    private static void requireText(ByteBuffer in, int read) {
        for (int index = in.position(); index < in.position() + read; index++) {
            if (in.array()[index] == 0) {
                throw new TableRefusedException(
                        "The file is neither text nor an Excel workbook.",
                        "Save the list as CSV or as Excel Workbook (.xlsx), and drop that.");
            }
        }
    }
}
