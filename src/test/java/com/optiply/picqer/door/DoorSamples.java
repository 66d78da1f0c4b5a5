package com.optiply.picqer.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** What comes out of a door, for tests of what is behind it. */
public final class DoorSamples {
    private DoorSamples() {}

    /** A body, read as the doors read it. */
    public static JsonNode read(String json) {
        try {
            return AnswerBody.JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(notJson);
        }
    }

    /** A write to Optiply that came to nothing. */
    public static Failure failure(FailureClass failureClass) {
        OptiplyRequest request = OptiplyRequest.patch("/products/1001", new byte[0]);
        return Failure.unanswered(failureClass, Account.OPTIPLY, request, "as the test wants it", null);
    }
}
