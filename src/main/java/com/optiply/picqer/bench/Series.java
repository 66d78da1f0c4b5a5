package com.optiply.picqer.bench;

import com.optiply.picqer.bench.Contender.Kind;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Rounds that are comparable, since they alternate between the contenders on one machine within minutes.
 *
 * @param latency of every answer of the sandbox, in the rounds that count
 * @param warmUps rounds before those
 * @param warmUpPasses unchanged syncs in each of those
 */
record Series(
        int products,
        Duration latency,
        int warmUps,
        int warmUpPasses,
        int rounds,
        List<Kind> contenders,
        List<String> jvmFlags,
        boolean measuresLiveHeap) {
    /** What the image starts with, and what Java itself chooses on a machine that such a heap is a fourth of. */
    private static final String COLLECTOR = "-XX:+UseSerialGC";

    private static final List<String> EQUAL_HEAPS = List.of("-Xmx256m", COLLECTOR);
    /** An unchanged sync is over before the compiler has seen much of it: it gets faster up to about the thirtieth. */
    private static final int WARM_UP_PASSES = 30;

    static Series timed(int products, Repeats repeats) {
        return new Series(
                products,
                Duration.ZERO,
                repeats.warmUps(),
                WARM_UP_PASSES,
                repeats.rounds(),
                List.of(Kind.values()),
                EQUAL_HEAPS,
                false);
    }

    static Series distant(int products, Duration latency, Repeats repeats) {
        return new Series(
                products,
                latency,
                repeats.warmUps(),
                1,
                repeats.rounds(),
                List.of(Kind.OURS, Kind.FLOOR),
                EQUAL_HEAPS,
                false);
    }

    /** One round, which is enough to count requests. */
    static Series counted(int products) {
        return new Series(products, Duration.ZERO, 0, 0, 1, List.of(Kind.OURS), EQUAL_HEAPS, false);
    }

    /** One round in a small heap. */
    static Series confined(int products, int megabytes) {
        return new Series(
                products,
                Duration.ZERO,
                0,
                0,
                1,
                List.of(Kind.OURS),
                List.of("-Xmx" + megabytes + "m", COLLECTOR),
                true);
    }

    /** One for each contender and round, so that each of them finds an account that nobody has used. */
    List<Long> accounts(Kind contender) {
        long contenderCount = Kind.values().length;
        return LongStream.range(0, warmUps + rounds)
                .map(round -> 1 + round * contenderCount + contender.ordinal())
                .boxed()
                .toList();
    }
}
