package com.optiply.picqer.store;

/** What has to become of a record for those that rest on it to be decided again. */
public enum Occasion {
    LINKED,
    LINES_CHANGED
}
