package com.optiply.picqer.store.row;

import com.optiply.picqer.customer.CustomerName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of one flow.
 *
 * @param holder the process that ran it
 * @param finishedAt null: it has not ended
 * @param counts JSON: read, written, unchanged, filtered, parked, failed, requests
 * @param problem one sentence, when it did not complete
 */
public record RunRow(
        RunId id,
        CustomerName customer,
        String flow,
        String holder,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Outcome outcome,
        @Nullable String counts,
        @Nullable String problem) {}
