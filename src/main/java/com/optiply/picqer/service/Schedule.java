package com.optiply.picqer.service;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Date;
import java.util.TimeZone;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.quartz.CronExpression;

/**
 * When a route runs by its cron, in the zone of the route itself, whoever set it. A time that the clocks skip, in the
 * night when they go forward, is as much later (mapping.md, "Money and time"); Quartz knows no such time.
 */
final class Schedule {
    private static final String ZONE = "timeZone";
    /** No zone skips more. */
    private static final Duration GAP_MAX = Duration.ofDays(1);

    private final String cron;
    private final TimeZone zone;

    private Schedule(String cron, TimeZone zone) {
        this.cron = cron;
        this.zone = zone;
    }

    static Schedule of(QuartzEndpoint endpoint) {
        Object zone = endpoint.getTriggerParameters().get(ZONE);
        return new Schedule(
                endpoint.getCron(), zone == null ? TimeZone.getDefault() : TimeZone.getTimeZone(zone.toString()));
    }

    /** Whether one of its times lies after the first moment, and not after the other. */
    boolean isDueBetween(Instant after, Instant until) {
        return isBetween(zone, after, until) || isSkippedBetween(after, until);
    }

    /** Whether one of its times that the clocks skip lies after the first moment, and not after the other. */
    boolean isSkippedBetween(Instant after, Instant until) {
        ZoneOffsetTransition change = zone.toZoneId().getRules().nextTransition(after.minus(GAP_MAX));
        while (change != null && !change.getInstant().isAfter(until)) {
            if (change.isGap() && isSkippedBy(change, after, until)) {
                return true;
            }
            change = zone.toZoneId().getRules().nextTransition(change.getInstant());
        }
        return false;
    }

    /** As if the clocks had not been put forward yet. */
    private boolean isSkippedBy(ZoneOffsetTransition gap, Instant after, Instant until) {
        Instant before = gap.getInstant().minusSeconds(1);
        Instant last = gap.getInstant().plus(gap.getDuration()).minusSeconds(1);
        return isBetween(
                TimeZone.getTimeZone((ZoneId) gap.getOffsetBefore()),
                before.isAfter(after) ? before : after,
                last.isBefore(until) ? last : until);
    }

    private boolean isBetween(TimeZone clocks, Instant after, Instant until) {
        Date next = expression(clocks).getNextValidTimeAfter(Date.from(after));
        return next != null && !next.toInstant().isAfter(until);
    }

    private CronExpression expression(TimeZone clocks) {
        try {
            CronExpression expression = new CronExpression(cron);
            expression.setTimeZone(clocks);
            return expression;
        } catch (ParseException started) {
            throw new IllegalStateException("the schedule " + cron + " runs and cannot be read", started);
        }
    }
}
