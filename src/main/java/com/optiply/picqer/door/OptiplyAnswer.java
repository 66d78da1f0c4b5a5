package com.optiply.picqer.door;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What Optiply answered when it did what was asked, or in a way that the request takes as an answer.
 *
 * @param status 200 to 299, or one of the request's {@link OptiplyRequest#answers}
 * @param body an object or an array, decimals as {@code BigDecimal}; null where a write was answered without a body,
 *     and with a status that is not a good one; never after a GET that went well
 */
public record OptiplyAnswer(int status, @Nullable JsonNode body) {
    /** Without the body, which may name people: this text may be logged. */
    @Override
    public String toString() {
        return "OptiplyAnswer[" + status + "]";
    }
}
