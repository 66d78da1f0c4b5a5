package com.optiply.picqer.store.database;

/** What a commit promises. */
public enum Durability {
    /** It is on disk when it returns: nothing is sent before its intent is. */
    DURABLE,
    /**
     * It is on disk a little later, at the latest with the next durable one. A crash of the machine (not of the
     * process) may undo the last of them, in order; what they hold can be read again.
     */
    RELAXED
}
