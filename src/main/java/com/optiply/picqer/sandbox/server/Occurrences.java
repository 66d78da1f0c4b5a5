package com.optiply.picqer.sandbox.server;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Which of the matching requests a fault strikes, counted from 1.
 *
 * @param first the first one struck
 * @param times how often at most
 * @param every 1 strikes every one from the first on, 3 every third
 * @param probability drawn for each of those, from the sandbox's seed
 */
public record Occurrences(long first, long times, long every, double probability) {
    public static final Occurrences ALL = new Occurrences(1, Long.MAX_VALUE, 1, 1);

    public Occurrences {
        if (first < 1 || times < 1 || every < 1) {
            throw new IllegalArgumentException("first, times and every count from 1.");
        }
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability lies above 0 and is at most 1, not " + probability + ".");
        }
    }

    @JsonCreator
    static Occurrences of(
            @JsonProperty("first") @Nullable Long first,
            @JsonProperty("times") @Nullable Long times,
            @JsonProperty("every") @Nullable Long every,
            @JsonProperty("probability") @Nullable Double probability) {
        return new Occurrences(
                first == null ? 1 : first,
                times == null ? Long.MAX_VALUE : times,
                every == null ? 1 : every,
                probability == null ? 1 : probability);
    }

    public static Occurrences nth(long number) {
        return new Occurrences(number, 1, 1, 1);
    }

    public static Occurrences from(long first, long times) {
        return new Occurrences(first, times, 1, 1);
    }

    public static Occurrences everyNth(long number) {
        return new Occurrences(number, Long.MAX_VALUE, number, 1);
    }

    public static Occurrences withProbability(double probability) {
        return new Occurrences(1, Long.MAX_VALUE, 1, probability);
    }

    boolean include(long number, SplittableRandom random) {
        if (number < first || (number - first) % every != 0 || (number - first) / every >= times) {
            return false;
        }
        return probability == 1 || random.nextDouble() < probability;
    }
}
