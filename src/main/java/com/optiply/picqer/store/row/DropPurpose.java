package com.optiply.picqer.store.row;

/** What a dropped file is to be read for. */
public enum DropPurpose {
    /** To be applied, unless the same content was before. */
    APPLY,
    /** To be applied even then. */
    FORCE,
    /** To see what it would change. */
    PREVIEW
}
