package com.optiply.picqer.service;

import com.optiply.picqer.flow.begin.Connected;
import org.jspecify.annotations.Nullable;

/**
 * What asking one account came to.
 *
 * @param connected null when it came to nothing
 * @param thrown why; null when the account is what the file says
 */
public record ConnectionResult(@Nullable Connected connected, @Nullable Throwable thrown) {}
