package com.optiply.picqer.store.row;

import org.jspecify.annotations.Nullable;

/** How many rows of a dropped file came to the same. */
public record OutcomeCount(RowOutcome outcome, @Nullable String reason, long rowCount) {}
