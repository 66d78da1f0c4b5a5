package com.optiply.picqer.harness;

import java.time.Duration;

/** What somebody does with a list. */
enum DropWay {
    /** Drops it, with a row that is rejected. */
    DROPPED("list.csv"),
    /** Drops such a list as a workbook. */
    WORKBOOK("list.xlsx"),
    /** Drops a file that is no list. */
    NO_LIST("list.csv"),
    /** Brings a list with the command {@code import}. */
    IMPORTED("list.csv"),
    /** Brings a file that is no list. */
    IMPORTED_NO_LIST("list.csv"),
    /** Asks what a list would do. */
    PREVIEW("list.csv"),
    /** Finds one under way that the state knows nothing of. */
    STRAY("list.csv");

    private final String name;

    DropWay(String name) {
        this.name = name;
    }

    String fileName() {
        return name;
    }

    /** With its dot. */
    String ending() {
        return name.substring(name.indexOf('.'));
    }

    /** When all that waits has had its turn: of what only was to be shown it is a day. */
    Duration later() {
        return this == PREVIEW ? Duration.ofHours(25) : Duration.ofHours(2);
    }

    boolean isImported() {
        return this == IMPORTED || this == IMPORTED_NO_LIST || this == PREVIEW;
    }

    boolean isList() {
        return this != NO_LIST && this != IMPORTED_NO_LIST;
    }

    /** The folder in which the answer lies; empty: in none. */
    String answered() {
        return switch (this) {
            case DROPPED, WORKBOOK, IMPORTED -> "done";
            case NO_LIST, STRAY -> "failed";
            case IMPORTED_NO_LIST, PREVIEW -> "";
        };
    }
}
