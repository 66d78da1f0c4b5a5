package com.optiply.picqer.store.row;

import com.optiply.picqer.optiply.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A record about which something waits for a person.
 *
 * @param reason why it would be done; null where nothing but a value says so, such as a stock of zero
 * @param detail what was found about it; null where it is not parked besides
 */
public record HeldRecord(
        HoldAction action, Kind kind, String label, RunId lastRun, @Nullable String reason, @Nullable String detail) {}
