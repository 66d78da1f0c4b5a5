package com.optiply.picqer.bench;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The rounds of one contender. */
record Rounds(List<Round> rounds) {
    private static final double NANOS = 1e9;

    static Rounds of(Round round) {
        return new Rounds(List.of(round));
    }

    Rounds and(Rounds more) {
        return new Rounds(Stream.concat(rounds.stream(), more.rounds.stream()).toList());
    }

    double seconds(Sync sync) {
        return median(sync, pass -> pass.effort().nanos()) / NANOS;
    }

    double recordsPerSecond(Sync sync) {
        return median(sync, pass -> pass.effort().read()) / seconds(sync);
    }

    double cpuSeconds(Sync sync) {
        return median(sync, pass -> pass.effort().cpuNanos()) / NANOS;
    }

    double peakHeapBytes(Sync sync) {
        return median(sync, pass -> pass.effort().peakHeapBytes());
    }

    double liveHeapBytes(Sync sync) {
        return median(sync, pass -> pass.effort().liveHeapBytes());
    }

    double requests(Sync sync) {
        return median(sync, pass -> pass.tally().requests());
    }

    double writes(Sync sync) {
        return median(sync, pass -> pass.tally().writes());
    }

    /** Of an even number of rounds, the mean of the two in the middle. */
    private double median(Sync sync, ToLongFunction<Pass> figure) {
        long[] sorted = rounds.stream()
                .map(round -> round.pass(sync))
                .mapToLong(figure)
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }
}
