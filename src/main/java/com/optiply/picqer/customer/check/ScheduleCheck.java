package com.optiply.picqer.customer.check;

import java.text.ParseException;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
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
