package com.optiply.picqer.door;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Evenly spaced requests to an account that publishes no limit: the pace grows slowly while answers stay healthy and is
 * halved when the account shows strain, as TCP does it.
 */
final class Pace implements Allowance {
    static final double START_PER_SECOND = 5;
    static final double FLOOR_PER_SECOND = 0.5;

    /** What a second of healthy answers adds: from 5 to 20 in two and a half minutes. */
    static final double GROWTH_PER_SECOND = 0.1;

    private static final double SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final double ceilingPerSecond;
    private final Map<Method, Latency> latencies = new EnumMap<>(Method.class);
    private double perSecond;
    private boolean begun;
    private long next;
    private boolean halved;
    private long halvedAt;

    Pace(int ceilingPerSecond) {
        this.ceilingPerSecond = ceilingPerSecond;
        this.perSecond = Math.min(START_PER_SECOND, ceilingPerSecond);
    }

    double perSecond() {
        return perSecond;
    }

    @Override
    public long take(long now) {
        if (begun && next - now > 0) {
            return next - now;
        }
        begun = true;
        next = now + (long) (SECOND_NANOS / perSecond);
        return 0;
    }

    @Override
    public void ended(Place place, Signals signals, long now) {
        if (signals.end() == Signals.End.UNSENT) {
            return;
        }
        boolean slow = latencies
                .computeIfAbsent(place.method(), method -> new Latency())
                .isClearlyRisen(now - place.sent());
        if (slow || signals.isOverload()) {
            halve(place, now);
        } else {
            perSecond = Math.min(ceilingPerSecond, perSecond + GROWTH_PER_SECOND / perSecond);
        }
    }

    /** Requests that were under way when the pace was halved tell of the old pace: they do not halve it again. */
    private void halve(Place place, long now) {
        if (halved && place.taken() - halvedAt < 0) {
            return;
        }
        perSecond = Math.max(FLOOR_PER_SECOND, perSecond / 2);
        halved = true;
        halvedAt = now;
    }
}
