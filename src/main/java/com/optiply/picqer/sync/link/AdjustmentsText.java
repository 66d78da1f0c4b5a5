package com.optiply.picqer.sync.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.optiply.picqer.mapping.Adjustment;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How adjustments are written in the state. */
public final class AdjustmentsText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AdjustmentsText() {}

    /** Reads what {@link #json} wrote; none where there is nothing. */
    static List<Adjustment> parse(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        try {
            return Stream.of(JSON.readValue(json, String[][].class))
                    .map(one -> new Adjustment(Adjustment.Rule.of(one[0]), one[1], one[2]))
                    .toList();
        } catch (JsonProcessingException notOurs) {
            throw new IllegalArgumentException("the state holds adjustments that are not JSON", notOurs);
        }
    }

    public static String json(List<Adjustment> adjustments) {
        try {
            return JSON.writeValueAsString(adjustments.stream()
                    .map(adjustment -> List.of(adjustment.rule().code(), adjustment.found(), adjustment.sent()))
                    .toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
