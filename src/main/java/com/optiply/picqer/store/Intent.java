package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import java.time.Instant;

/**
 * A write that was about to be sent and has no stored answer yet.
 *
 * @param attributes JSON, what is sent
 */
public record Intent(
        CustomerName customer,
        Kind kind,
        RemoteId remoteId,
        String label,
        Action action,
        String attributes,
        RunId run,
        Instant writtenAt) {}
