package com.optiply.picqer.service;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.store.Outcome;
import com.optiply.picqer.store.Run;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.sync.Flow;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.quartz.CronExpression;

/**
 * Which flows should have run while this program did not: Quartz forgets what a stopped machine missed. Timers need
 * nothing, because they fire when they start.
 */
final class MissedTriggers {
    private static final String ZONE = "timeZone";

    private final CamelContext camel;
    private final Store store;
    private final Clock clock;

    MissedTriggers(CamelContext camel, Store store, Clock clock) {
        this.camel = camel;
        this.store = store;
        this.clock = clock;
    }

    /** In the order of the flows; all of them for a customer that never ran, which would wait for the night. */
    List<Flow> of(CustomerSettings customer) {
        List<Flow> flows = Flow.of(customer);
        boolean isNew = flows.stream().allMatch(flow -> last(customer, flow).isEmpty());
        return isNew
                ? flows
                : flows.stream().filter(flow -> isMissed(customer, flow)).toList();
    }

    private boolean isMissed(CustomerSettings customer, Flow flow) {
        Route trigger = camel.getRoute(DefaultTriggers.routeId(customer, flow));
        if (trigger == null
                || !(trigger.getEndpoint() instanceof QuartzEndpoint schedule)
                || schedule.getCron() == null) {
            return false;
        }
        return last(customer, flow)
                .filter(run -> !isCutShort(run))
                .map(run -> hasFiredSince(run.startedAt(), schedule))
                .orElse(true);
    }

    /** Nothing of this customer runs before its triggers do: what is called running went with its process. */
    private static boolean isCutShort(Run run) {
        return run.outcome() == Outcome.RUNNING || run.outcome() == Outcome.INTERRUPTED;
    }

    private boolean hasFiredSince(Instant began, QuartzEndpoint schedule) {
        Date next = cron(schedule).getNextValidTimeAfter(Date.from(began));
        return next != null && !next.toInstant().isAfter(clock.instant());
    }

    /** In the zone of the route itself, whoever set it. */
    private static CronExpression cron(QuartzEndpoint schedule) {
        try {
            CronExpression cron = new CronExpression(schedule.getCron());
            Object zone = schedule.getTriggerParameters().get(ZONE);
            if (zone != null) {
                cron.setTimeZone(TimeZone.getTimeZone(zone.toString()));
            }
            return cron;
        } catch (ParseException started) {
            throw new IllegalStateException("the schedule " + schedule.getCron() + " runs and cannot be read", started);
        }
    }

    private Optional<Run> last(CustomerSettings customer, Flow flow) {
        return store.read(tx -> tx.runs().last(customer.name(), flow.code()));
    }
}
