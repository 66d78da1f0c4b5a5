package com.optiply.picqer.service;

import com.optiply.picqer.sync.run.RunReport;
import org.jspecify.annotations.Nullable;

/**
 * What running a flow once came to.
 *
 * @param report null when the run did not begin
 * @param thrown what it broke off with; null when it did not
 */
public record RunResult(@Nullable RunReport report, @Nullable Throwable thrown) {}
