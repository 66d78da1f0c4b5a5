package com.optiply.picqer.filedrop;

/** Text that no spreadsheet takes for a formula. */
public final class Harmless {
    private static final String DANGEROUS = "=+-@\t\r\n";

    private Harmless() {}

    /** The same text; with an apostrophe before it, which spreadsheets do not show, if it would begin a formula. */
    public static String text(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
