package com.optiply.picqer.sync.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.store.row.RunRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param counts of the records that the flow is named after
 * @param besides of the records that came with them, by their kind
 * @param problem one sentence, when it did not complete
 * @param blame who has to do something about it; null: it completed, or its process is gone
 */
public record RunReport(
        long run,
        String customer,
        String flow,
        Outcome outcome,
        Duration took,
        Tally.Counts counts,
        Map<String, Tally.Counts> besides,
        RequestCounts requests,
        @Nullable String problem,
        @Nullable Blame blame) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The report of a run that the state has as ended. */
    public static RunReport of(RunRow row) {
        Figures figures = figures(row.counts());
        Instant end = row.finishedAt() == null ? row.startedAt() : row.finishedAt();
        return new RunReport(
                row.id().value(),
                row.customer().value(),
                row.flow(),
                row.outcome(),
                Duration.between(row.startedAt(), end),
                figures.counts(),
                figures.besides(),
                figures.requests(),
                row.problem(),
                figures.blame());
    }

    /** How many records of any kind are parked or failed: whether somebody has to look. */
    public long troubled() {
        return Stream.concat(Stream.of(counts), besides.values().stream())
                .mapToLong(kind -> kind.parkedTotal() + kind.failed())
                .sum();
    }

    /** How many records of any kind are in Optiply since this run. */
    public long created() {
        return Stream.concat(Stream.of(counts), besides.values().stream())
                .mapToLong(kind -> kind.written().create() + kind.adopted())
                .sum();
    }

    /** The figures as they are kept in the state. */
    String figuresJson() {
        try {
            return JSON.writeValueAsString(new Figures(counts, besides, requests, blame));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Figures figures(@Nullable String json) {
        if (json == null) {
            return new Figures(new Tally().counts(), Map.of(), new RequestCounts(0, 0), null);
        }
        try {
            return JSON.readValue(json, Figures.class);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("the state holds figures of a run that are not JSON", notOurs);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Figures(
            Tally.Counts counts,
            Map<String, Tally.Counts> besides,
            RequestCounts requests,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Blame blame) {}
}
