package com.optiply.picqer.filedrop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a file is, by its first bytes: names lie. */
enum FileKind {
    ZIP,
    TEXT;

    private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};
    private static final byte[] OLE_MAGIC = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int HEAD_BYTES = 1 << 16;

    /** How Excel names, in the directory of the container, the workbook that it has locked up. */
    private static final String LOCKED_UP = new String("EncryptedPackage".getBytes(UTF_16LE), ISO_8859_1);

    static FileKind of(Path file) throws IOException {
        byte[] head;
        try (InputStream bytes = Files.newInputStream(file, NOFOLLOW_LINKS)) {
            head = bytes.readNBytes(HEAD_BYTES);
        }
        if (beginsWith(head, OLE_MAGIC)) {
            throw oldOrLocked(file, head);
        }
        return beginsWith(head, ZIP_MAGIC) ? ZIP : TEXT;
    }

    /** The directory may lie at the end of the container. */
    private static TableRefusedException oldOrLocked(Path file, byte[] head) throws IOException {
        if (isLockedUp(head) || isLockedUp(tail(file))) {
            return new TableRefusedException(
                    "The workbook is protected with a password.",
                    "Take the password away in Excel (File > Info > Protect Workbook), save it and drop it again.");
        }
        return new TableRefusedException(
                "The file is an Excel workbook of the old kind (.xls).",
                "Save it as Excel Workbook (.xlsx) or as CSV, and drop that.");
    }

    private static boolean isLockedUp(byte[] part) {
        return new String(part, ISO_8859_1).contains(LOCKED_UP);
    }

    private static byte[] tail(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file, NOFOLLOW_LINKS)) {
            bytes.skipNBytes(Math.max(0, Files.size(file) - HEAD_BYTES));
            return bytes.readNBytes(HEAD_BYTES);
        }
    }

    private static boolean beginsWith(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }
}
