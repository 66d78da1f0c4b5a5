package com.optiply.picqer.door;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What Optiply answered when it did what was asked.
 *
 * @param status 200 to 299
 * @param body an object or an array, decimals as {@code BigDecimal}; null where a write was answered without a body,
 *     never after a GET
 */
public record OptiplyAnswer(int status, @Nullable JsonNode body) {
    /** Without the body, which may name people: this text may be logged. */
    @Override
    public String toString() {
        return "OptiplyAnswer[" + status + "]";
    }
}
