package com.optiply.picqer.door;

import java.util.concurrent.TimeUnit;

/** How long answers take, lately and usually, as two moving averages. */
final class Latency {
    private static final int ANSWERS_BEFORE_JUDGING = 20;
    private static final double LATELY = 1.0 / 8;
    private static final double USUALLY = 1.0 / 128;
    private static final double TIMES_USUAL = 3;

    /** Below this nobody is under strain, however much faster it went before. */
    private static final double RISE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private int answers;
    private double latelyNanos;
    private double usuallyNanos;

    /** Takes an answer into account, and says whether answers have become clearly slower. */
    boolean isClearlyRisen(long nanos) {
        answers++;
        latelyNanos += (nanos - latelyNanos) * Math.max(LATELY, 1.0 / answers);
        usuallyNanos += (nanos - usuallyNanos) * Math.max(USUALLY, 1.0 / answers);
        return answers > ANSWERS_BEFORE_JUDGING
                && latelyNanos > usuallyNanos * TIMES_USUAL
                && latelyNanos > usuallyNanos + RISE_NANOS;
    }
}
