package com.optiply.picqer.service;

import java.util.Date;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.component.timer.TimerEndpoint;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;

/** The triggers that go by the clock of this machine: timers and crons keep the moment of their next time by it. */
final class ClockTriggers {
    private final CamelContext camel;

    ClockTriggers(CamelContext camel) {
        this.camel = camel;
    }

    /** Counts from now on, as after a start. Set back, that clock would let nothing begin until it is where it was. */
    void beginAnew() {
        for (Route route : camel.getRoutes()) {
            try {
                if (route.getEndpoint() instanceof QuartzEndpoint quartz) {
                    countAnew(quartz);
                } else if (route.getEndpoint() instanceof TimerEndpoint) {
                    startAnew(route.getId());
                }
            } catch (Exception failed) {
                throw new IllegalStateException("the trigger `" + route.getId() + "` cannot be begun anew", failed);
            }
        }
    }

    private static void countAnew(QuartzEndpoint endpoint) throws SchedulerException {
        Scheduler scheduler = endpoint.getComponent().getScheduler();
        Trigger trigger = scheduler.getTrigger(endpoint.getTriggerKey());
        if (trigger != null) {
            scheduler.rescheduleJob(
                    trigger.getKey(),
                    trigger.getTriggerBuilder().startAt(new Date()).build());
        }
    }

    /** One that somebody stopped stays so. */
    private void startAnew(String route) throws Exception {
        if (camel.getRouteController().getRouteStatus(route).isStarted()) {
            camel.getRouteController().stopRoute(route);
            camel.getRouteController().startRoute(route);
        }
    }
}
