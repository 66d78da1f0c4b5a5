package com.optiply.picqer.filedrop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks a workbook over before it is opened: what is no workbook, what holds macros, and what would unpack to more than
 * memory or patience can bear is refused. Everything is unpacked once and counted, because the sizes that an archive
 * tells of itself may be lies.
 */
final class WorkbookCheck {
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String CONTENTS = "[Content_Types].xml";
    private static final String STYLES = "spreadsheetml.styles+xml";
    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final String MACROS = "vbaProject.bin";
    private static final int ENTRIES_MAX = 10_000;

    /** A full sheet of this kind of list stays well below it. */
    private static final long SHEET_BYTES_MAX = 4L << 30;

    /** Real sheets pack to a twentieth or so; what packs far better is made to burst. */
    private static final long RATIO_MAX = 250;

    private static final long RATIO_COUNTS_FROM = 50L << 20;

    /** What is kept in memory and cannot be large: Excel allows 65,490 looks of cells. */
    private static final Set<String> SMALL = Set.of(CONTENTS, WORKBOOK, "xl/_rels/workbook.xml.rels", "xl/styles.xml");

    private static final long SMALL_BYTES_MAX = 16L << 20;

    /** No cell of Excel's holds more than 32,767 characters. */
    private static final int TEXT_BYTES_MAX = 1 << 20;

    /** All texts of a workbook are kept in memory, in about twice the bytes. */
    private static final long MEMORY_PART = 4;

    private static final String SAVE_AS_CSV = "Save the list as CSV, and drop that.";

    private WorkbookCheck() {}

    /** @return whether the workbook says how its cells look, which it may leave out */
    static boolean check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            requireWorkbook(zip, entries);
            for (ZipEntry entry : entries) {
                unpack(zip, entry);
                if (mayBeSheet(entry)) {
                    checkSheet(zip, entry);
                }
            }
            return hasStyles(zip);
        } catch (ZipException broken) {
            throw broken(broken);
        }
    }

    static TableRefusedException broken(Throwable cause) {
        return new TableRefusedException(
                "The Excel workbook is damaged and cannot be read.",
                "Open it in Excel, save it again as Excel Workbook (.xlsx) or as CSV, and drop that.",
                cause);
    }

    private static void requireWorkbook(ZipFile zip, List<? extends ZipEntry> entries) {
        if (zip.getEntry(WORKBOOK) == null) {
            throw new TableRefusedException(
                    "The file is an archive, but no Excel workbook.",
                    "Save the list as Excel Workbook (.xlsx) or as CSV, and drop that, not packed.");
        }
        if (entries.stream().anyMatch(entry -> entry.getName().endsWith(MACROS))) {
            throw new TableRefusedException(
                    "The workbook holds macros.",
                    "Save it as Excel Workbook (.xlsx), which holds none, and drop that.");
        }
        if (entries.size() > ENTRIES_MAX) {
            throw new TableRefusedException("The workbook has more than " + ENTRIES_MAX + " parts.", SAVE_AS_CSV);
        }
    }

    /** A sheet may bear any name. */
    private static boolean mayBeSheet(ZipEntry entry) {
        return isXml(entry)
                && !SMALL.contains(entry.getName())
                && !entry.getName().equals(TEXTS);
    }

    private static void checkSheet(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream part = zip.getInputStream(entry)) {
            SheetCheck.check(part);
        }
    }

    private static long bytesMax(ZipEntry entry) {
        if (entry.getName().equals(TEXTS)) {
            return Runtime.getRuntime().maxMemory() / MEMORY_PART;
        }
        return SMALL.contains(entry.getName()) ? SMALL_BYTES_MAX : SHEET_BYTES_MAX;
    }

    private static void unpack(ZipFile zip, ZipEntry entry) throws IOException {
        long max = bytesMax(entry);
        long packed = Math.max(1, entry.getCompressedSize());
        byte[] chunk = new byte[1 << 16];
        long total = 0;
        long text = 0;
        try (InputStream bytes = zip.getInputStream(entry)) {
            for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
                total += read;
                text = longestEnd(chunk, read, text);
                boolean isBomb = total > RATIO_COUNTS_FROM && total / packed > RATIO_MAX;
                if (isBomb || total > max || text > TEXT_BYTES_MAX && isXml(entry)) {
                    throw new TableRefusedException("The workbook unpacks to more than can be read.", SAVE_AS_CSV);
                }
            }
        }
    }

    private static boolean hasStyles(ZipFile zip) throws IOException {
        ZipEntry contents = zip.getEntry(CONTENTS);
        if (contents == null) {
            return false;
        }
        try (InputStream bytes = zip.getInputStream(contents)) {
            return new String(bytes.readNBytes(TEXT_BYTES_MAX), UTF_8).contains(STYLES);
        }
    }

    private static boolean isXml(ZipEntry entry) {
        return entry.getName().endsWith(".xml");
    }

    /** How long the text at the end of the chunk has grown; a text that goes on for the whole chunk goes on growing. */
    private static long longestEnd(byte[] chunk, int read, long before) {
        for (int index = read - 1; index >= 0; index--) {
            if (chunk[index] == '<') {
                return read - 1L - index;
            }
        }
        return before + read;
    }
}
