package com.optiply.picqer.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.RunEvents;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.sandbox.Sandbox;
import com.optiply.picqer.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Timer;
import org.apache.camel.ServiceStatus;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.component.timer.TimerConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;

/** The clock was a month ahead when the triggers were begun, and has been set back since. */
class ClockTriggersTest {
    private static final Instant IN_A_MONTH = Instant.now().plus(Duration.ofDays(30));

    private final Path home = HomeFolder.lay("clock");
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.DEFAULTS);
    private final Engine engine;

    /** Without the lease nothing runs. */
    ClockTriggersTest() {
        HomeFolder.writeProperties(home, SyncSetup.plain(0));
        HomeFolder.writeCustomer(home, sandbox);
        Installation installation = Installation.find(home, null, null);
        engine = Engine.start(
                installation, new Customers(CustomerFiles.check(installation).customers()), new RunEvents());
        engine.startTriggers();
    }

    @AfterEach
    void end() {
        engine.close();
        sandbox.close();
        HomeFolder.remove(home);
    }

    @Test
    void aCronComesWithinADayAgain() throws SchedulerException {
        QuartzEndpoint suppliers =
                (QuartzEndpoint) engine.camel().getRoute("acme-suppliers").getEndpoint();
        Scheduler scheduler = suppliers.getComponent().getScheduler();
        Trigger before = scheduler.getTrigger(suppliers.getTriggerKey());
        scheduler.rescheduleJob(
                before.getKey(),
                before.getTriggerBuilder().startAt(Date.from(IN_A_MONTH)).build());

        new ClockTriggers(engine.camel()).beginAnew();

        Trigger after = scheduler.getTrigger(suppliers.getTriggerKey());
        assertThat(after.getNextFireTime())
                .isBetween(new Date(), Date.from(Instant.now().plus(Duration.ofDays(1))));
        assertThat(after.getJobKey()).isEqualTo(before.getJobKey());
        assertThat(scheduler.getTriggersOfJob(before.getJobKey())).hasSize(1);
    }

    @Test
    void aTimerCountsAnewAndOneThatSomebodyStoppedStaysSo() throws Exception {
        engine.camel().getRouteController().stopRoute("acme-compositions");
        TimerConsumer products =
                (TimerConsumer) engine.camel().getRoute("acme-products").getConsumer();
        Timer before = ofTimers(products);

        new ClockTriggers(engine.camel()).beginAnew();

        assertThat(ofTimers(products)).isNotSameAs(before);
        assertThat(status("acme-products")).isEqualTo(ServiceStatus.Started);
        assertThat(status("acme-compositions")).isEqualTo(ServiceStatus.Stopped);
    }

    /** It is ended when as many as asked for it have given it back. */
    private static Timer ofTimers(TimerConsumer consumer) {
        Timer timer = consumer.getEndpoint().getTimer(consumer);
        consumer.getEndpoint().removeTimer(consumer);
        return timer;
    }

    private ServiceStatus status(String route) {
        return engine.camel().getRouteController().getRouteStatus(route);
    }
}
