package com.optiply.picqer.customer.check;

import java.text.ParseException;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import org.apache.camel.util.TimeUtils;
import org.quartz.CronExpression;

/**
 * Checks what Camel's catalog cannot: a cron expression is only read when the route starts, and a misspelt zone
 * never, because Java takes GMT for it.
 */
final class ScheduleCheck {
    private static final String CRON = "cron";
    static final String ZONE = "trigger.timeZone";
    private static final String EXAMPLE = "Six fields from seconds to the day of the week, such as `0 30 17 * * ?`.";

    private static final String NEVER = "A day that is in no month, or a year that is over: correct it, or switch the"
            + " flow off by `flows.<flow>: \"off\"`.";

    private ScheduleCheck() {}

    static void check(RouteEndpoint endpoint, Map<String, String> options, FileProblems problems) {
        if (options.containsKey(CRON)) {
            checkCron(endpoint, options.get(CRON), problems);
        }
        if (options.containsKey(ZONE)) {
            checkZone(endpoint, options.get(ZONE), problems);
        }
    }

    /** Camel lets such a timer fire at once, and never again. */
    static void checkTimer(RouteEndpoint endpoint, Map<String, String> options, FileProblems problems) {
        checkTime(endpoint, "period", options, 1, "a time above 0, such as `30s`, `10m` or `1h30m`", problems);
        checkTime(endpoint, "delay", options, 0, "0, or a time such as `30s`, `10m` or `1h30m`", problems);
    }

    private static void checkTime(
            RouteEndpoint endpoint,
            String name,
            Map<String, String> options,
            long least,
            String allowed,
            FileProblems problems) {
        if (options.containsKey(name) && milliseconds(options.get(name)) < least) {
            problems.add(
                    endpoint.valueOf(name),
                    "`" + name + "` cannot be `" + options.get(name) + "`; allowed: " + allowed + ".",
                    "");
        }
    }

    /** What is no time at all has been refused as such. */
    private static long milliseconds(String time) {
        try {
            return TimeUtils.toMilliSeconds(time);
        } catch (IllegalArgumentException notATime) {
            return Long.MAX_VALUE;
        }
    }

    private static void checkCron(RouteEndpoint endpoint, String cron, FileProblems problems) {
        try {
            // In an address, Camel reads a plus sign as the space that may not stand there.
            CronExpression expression = new CronExpression(cron.replace('+', ' '));
            if (expression.getNextValidTimeAfter(new Date()) == null) {
                problems.add(endpoint.valueOf(CRON), "`" + cron + "` never comes, or never again.", NEVER);
            }
        } catch (ParseException e) {
            problems.add(
                    endpoint.valueOf(CRON),
                    "`" + cron + "` is not a cron expression: "
                            + String.valueOf(e.getMessage()).strip().replaceFirst("\\.$", "") + ".",
                    EXAMPLE);
        }
    }

    private static void checkZone(RouteEndpoint endpoint, String zone, FileProblems problems) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            problems.add(
                    endpoint.valueOf(ZONE),
                    "`" + zone + "` is not a time zone." + Suggestion.of(zone, ZoneId.getAvailableZoneIds()),
                    "A region of the time zone database, such as Europe/Amsterdam.");
        }
    }
}
