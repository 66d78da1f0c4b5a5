package com.optiply.picqer.store;

import org.jspecify.annotations.Nullable;

/**
 * How many links stand at one standing for one reason.
 *
 * @param reason null: none was needed
 */
public record ReasonCount(Standing standing, @Nullable String reason, long links) {}
