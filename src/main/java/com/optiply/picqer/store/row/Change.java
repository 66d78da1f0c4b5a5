package com.optiply.picqer.store.row;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import java.time.Instant;

/**
 * A write that Optiply acknowledged.
 *
 * @param before JSON, the changed attributes as they were; {@code {}} for a create
 * @param after JSON, the same attributes as they are now
 */
public record Change(
        RunId run,
        Instant at,
        CustomerName customer,
        Kind kind,
        RemoteId remoteId,
        Action action,
        OptiplyId optiplyId,
        String before,
        String after) {}
