package com.optiply.picqer.demo;

/** The runs of the demo, in their order. */
enum Act {
    FIRST_SYNC("first-sync", "First sync: Optiply is empty"),
    CHANGES("changes", "After a morning's work in Picqer"),
    REMOVAL("removal", "Once more: what was removed is missing from both lists for the second time"),
    NOTHING_NEW("nothing-new", "And once more, with nothing new in Picqer");

    private final String code;
    private final String title;

    Act(String code, String title) {
        this.code = code;
        this.title = title;
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }
}
