package com.optiply.picqer.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.optiply.picqer.mapping.Adjustment;
import java.util.List;

/** How adjustments are written in the state. */
final class AdjustmentsText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AdjustmentsText() {}

    static String json(List<Adjustment> adjustments) {
        try {
            return JSON.writeValueAsString(adjustments.stream()
                    .map(adjustment -> List.of(adjustment.rule().code(), adjustment.found(), adjustment.sent()))
                    .toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
