package com.optiply.picqer.optiply;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The body of a write (contract: Optiply 3, "body"). */
public final class Payload {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Payload() {}

    /**
     * @param remoteId null where the record is not to be given one
     * @param syncedTo how fresh the data is; null where that is not to be told
     */
    public static byte[] of(Kind kind, Attributes attributes, @Nullable RemoteId remoteId, @Nullable Instant syncedTo) {
        ObjectNode sent = attributes.toNode();
        if (remoteId != null) {
            sent.put("remoteId", remoteId.value());
        }
        if (syncedTo != null) {
            sent.put(
                    "remoteDataSyncedToDate",
                    DateTimeFormatter.ISO_INSTANT.format(syncedTo.truncatedTo(ChronoUnit.SECONDS)));
        }
        ObjectNode body = JSON.createObjectNode();
        body.putObject("data").put("type", kind.resource()).set("attributes", sent);
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
