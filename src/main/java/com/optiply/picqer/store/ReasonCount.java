package com.optiply.picqer.store;

import org.jspecify.annotations.Nullable;

/**
 * How many links stand at one decision for one reason.
 *
 * @param reason null: none was needed
 */
public record ReasonCount(Decision decision, @Nullable String reason, long links) {}
