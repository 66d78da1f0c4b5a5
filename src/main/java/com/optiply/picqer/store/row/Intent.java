package com.optiply.picqer.store.row;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A write that was about to be sent and has no stored answer yet.
 *
 * @param parent the record that it is read with, as in its {@link Link}
 * @param attributes JSON, what is sent
 * @param writtenAt from when on Optiply may be busy with it, or {@link #ANSWERED}
 */
public record Intent(
        CustomerName customer,
        Kind kind,
        RemoteId remoteId,
        @Nullable RemoteId parent,
        String label,
        Action action,
        String attributes,
        RunId run,
        Instant writtenAt) {

    /** Optiply has answered, and only what it holds is still to be looked up: nobody need wait before that. */
    public static final Instant ANSWERED = Instant.EPOCH;
}
