package com.optiply.picqer.store.row;

import com.optiply.picqer.customer.CustomerName;
import java.time.Instant;
import java.util.List;

/**
 * What a command asks of the process that holds the account's lease.
 *
 * @param flows to run, in this order
 * @param runs that were begun for it so far
 */
public record Request(
        RequestId id,
        CustomerName customer,
        List<String> flows,
        Instant askedAt,
        RequestState state,
        List<RunId> runs) {}
