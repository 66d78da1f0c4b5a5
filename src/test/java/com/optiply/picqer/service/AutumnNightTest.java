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
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.apache.camel.component.quartz.QuartzComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/** The night in which the clocks go back, by the triggers that are really in force. */
class AutumnNightTest {
    private static final Duration HALF = Duration.ofMinutes(30);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String ROUTES = route("products", "0 30 2 * * ?", "")
            + route("suppliers", "0 30 1 * * ?", "        trigger.timeZone: America/New_York\n")
            + route("sell-orders", "0 0/30 * * * ?", "");

    private final Path home = HomeFolder.lay("autumn");
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.DEFAULTS);
    private final Engine engine;

    /** Without the lease nothing runs. */
    AutumnNightTest() {
        HomeFolder.writeProperties(home, SyncSetup.plain(0));
        HomeFolder.writeCustomer(home, sandbox, "", ROUTES);
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

    /** Half past two, and two, come twice in Amsterdam; it is the second that counts. */
    @Test
    void aTimeThatComesTwiceIsRunOnce() {
        Instant back = backIn("Europe/Amsterdam");

        assertThat(firesOf("products", back))
                .containsExactly(back.plus(HALF), back.plus(HALF).plus(DAY));
        assertThat(firesOf("buy-orders", back)).containsExactly(back, back.plus(DAY));
    }

    /** Half past one comes twice in New York, a week later. */
    @Test
    void soItIsInAnotherZoneThatTheRouteNames() {
        Instant back = backIn("America/New_York");

        assertThat(firesOf("suppliers", back))
                .containsExactly(back.plus(HALF), back.plus(HALF).plus(DAY));
    }

    /** Quartz knows the second of the two hours only; the default timers know no hours and go on. */
    @Test
    void whatRunsEveryHalfHourByACronPausesForTheFirstOfTheTwoHours() {
        Instant back = backIn("Europe/Amsterdam");
        List<Instant> fires = firesOf("sell-orders", back);

        assertThat(fires)
                .hasSize(2 * 48 - 2)
                .doesNotContain(back.minus(HALF), back.minus(HALF).minus(HALF));
        assertThat(fires).contains(back.minus(Duration.ofMinutes(90)), back, back.plus(HALF));
    }

    /** When the clocks of that zone go back for the next time; not tonight, or the night would have begun. */
    private static Instant backIn(String zone) {
        ZoneRules rules = ZoneId.of(zone).getRules();
        ZoneOffsetTransition change = rules.nextTransition(Instant.now().plus(DAY));
        while (!change.isOverlap()) {
            change = rules.nextTransition(change.getInstant());
        }
        return change.getInstant();
    }

    /** From half a day before that moment, within two days. */
    private List<Instant> firesOf(String flow, Instant back) {
        Instant begin = back.minus(Duration.ofHours(12));
        Trigger trigger = trigger("acme-" + flow);
        List<Instant> fires = new ArrayList<>();
        Date next = trigger.getFireTimeAfter(Date.from(begin));
        while (!next.toInstant().isAfter(begin.plus(DAY).plus(DAY))) {
            fires.add(next.toInstant());
            next = trigger.getFireTimeAfter(next);
        }
        return fires;
    }

    private Trigger trigger(String route) {
        String name = route.substring("acme-".length());
        try {
            Scheduler scheduler =
                    engine.camel().getComponent("quartz", QuartzComponent.class).getScheduler();
            for (TriggerKey key : scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup())) {
                if (key.getName().equals(name)) {
                    return scheduler.getTrigger(key);
                }
            }
        } catch (SchedulerException broken) {
            throw new IllegalStateException(broken);
        }
        throw new AssertionError("nothing triggers " + route);
    }

    private static String route(String flow, String cron, String zone) {
        return """

                - route:
                    id: acme-%s
                    from:
                      uri: quartz:acme/%s
                      parameters:
                        cron: "%s"
                %s      steps:
                        - setVariable:
                            name: customer
                            constant: acme
                        - to: direct:%s
                """
                .formatted(flow, flow, cron, zone, flow);
    }
}
