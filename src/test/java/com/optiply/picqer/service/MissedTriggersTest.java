package com.optiply.picqer.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.RunEvents;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.sandbox.Sandbox;
import com.optiply.picqer.sandbox.SandboxOptions;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.run.Flow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a stopped machine missed, by the schedules that are really in force. A Wednesday in January, in Amsterdam. */
class MissedTriggersTest {
    private static final Instant ELEVEN = Instant.parse("2026-01-07T10:00:00Z");
    private static final Instant QUARTER_TO_SIX = Instant.parse("2026-01-07T16:45:00Z");
    private static final Instant NEXT_MORNING = Instant.parse("2026-01-08T06:00:00Z");
    private static final String OVERSEAS =
            """

            - route:
                id: acme-products
                from:
                  uri: quartz:acme/products
                  parameters:
                    cron: "0 30 17 * * ?"
                    trigger.timeZone: America/New_York
                  steps:
                    - setVariable:
                        name: customer
                        constant: acme
                    - to: direct:products
            """;
    /** Beside the default one at half past five. */
    private static final String SECOND =
            """

            - route:
                id: acme-suppliers-early
                from:
                  uri: quartz:acme/suppliers-early
                  parameters:
                    cron: "0 15 5 * * ?"
                  steps:
                    - setVariable:
                        name: customer
                        constant: acme
                    - to: direct:suppliers
            """;

    private final Path home = HomeFolder.lay("missed");
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.DEFAULTS);
    private final Customers customers;
    private final CustomerSettings acme;
    private final Engine engine;

    /** Without the lease nothing runs, so that the state says only what the test put there. */
    MissedTriggersTest() {
        HomeFolder.writeProperties(home, SyncSetup.plain(0));
        HomeFolder.writeCustomer(home, sandbox, "        flows:\n          compositions: \"off\"\n", OVERSEAS, SECOND);
        Installation installation = Installation.find(home, null, null);
        customers = new Customers(CustomerFiles.check(installation).customers());
        acme = customers.named("acme");
        engine = Engine.start(installation, customers, new RunEvents());
        engine.startTriggers();
    }

    @AfterEach
    void end() {
        engine.close();
        sandbox.close();
        HomeFolder.remove(home);
    }

    @Test
    void aNewCustomerIsLoadedAtOnceInTheOrderOfTheFlows() {
        assertThat(missedAt(ELEVEN)).isEqualTo(Flow.of(acme)).doesNotContain(Flow.COMPOSITIONS);
    }

    @Test
    void nothingIsRunBeforeItsTime() {
        everythingRan(Outcome.COMPLETE);

        assertThat(missedAt(ELEVEN.plusSeconds(300))).isEmpty();
    }

    @Test
    void whatFellDueMeanwhileIsRunOnce() {
        everythingRan(Outcome.COMPLETE);

        assertThat(missedAt(QUARTER_TO_SIX)).containsExactly(Flow.SUPPLIERS);
    }

    @Test
    void soIsWhatASecondTriggerWouldHaveRun() {
        everythingRanAt(Instant.parse("2026-01-07T22:00:00Z"));

        assertThat(missedAt(NEXT_MORNING)).contains(Flow.SUPPLIERS);
    }

    /** By the defaults and by the customer's own route, each in its own zone: half past five in New York is later. */
    @Test
    void aNightThatWasMissedIsCaughtUpInTheOrderOfTheFlows() {
        everythingRan(Outcome.FAILED);

        assertThat(missedAt(NEXT_MORNING))
                .containsExactly(
                        Flow.SUPPLIERS,
                        Flow.PRODUCTS,
                        Flow.COMPOSITIONS_IN_FULL,
                        Flow.BUY_ORDERS,
                        Flow.ITEM_DELIVERIES,
                        Flow.CHANGED_SELL_ORDERS,
                        Flow.COMPARISON);
    }

    /** The timers of a machine that stood by have fired when it started, and left it to the other one. */
    @Test
    void whatRunsByATimerRunsAtOnceWhereAnotherMachineIsTakenOverFrom() {
        everythingRan(Outcome.COMPLETE);

        assertThat(at(ELEVEN.plusSeconds(300)).ofTakenOver(acme))
                .containsExactly(Flow.SUPPLIER_PRODUCTS, Flow.PURCHASE_ORDERS, Flow.SELL_ORDERS);
        assertThat(at(QUARTER_TO_SIX).ofTakenOver(acme))
                .containsExactly(Flow.SUPPLIERS, Flow.SUPPLIER_PRODUCTS, Flow.PURCHASE_ORDERS, Flow.SELL_ORDERS);
    }

    @Test
    void aRunThatWentWithItsProcessIsMissed() {
        everythingRan(Outcome.COMPLETE);
        begin(Flow.BUY_ORDERS);

        assertThat(missedAt(ELEVEN.plusSeconds(300))).containsExactly(Flow.BUY_ORDERS);
    }

    /** Two in the morning does not come on the 29th of March: three does in its place, and it is one hour later. */
    @Test
    void aTimeThatTheClocksSkipIsAsMuchLater() {
        everythingRan(Outcome.COMPLETE);
        Instant three = Instant.parse("2026-03-29T01:00:00Z");
        Instant before = Instant.parse("2026-03-28T12:00:00Z");

        assertThat(skippedAt(three.minusSeconds(1), before)).isEmpty();
        assertThat(skippedAt(three, before)).containsExactly(Flow.BUY_ORDERS, Flow.ITEM_DELIVERIES);
        assertThat(skippedAt(three.plusSeconds(60), three)).as("once").isEmpty();
        everythingRanAt(before);
        assertThat(missedAt(three)).contains(Flow.BUY_ORDERS, Flow.ITEM_DELIVERIES);
        everythingRanAt(three);
        assertThat(missedAt(three.plusSeconds(60))).doesNotContain(Flow.BUY_ORDERS, Flow.ITEM_DELIVERIES);
        assertThat(skippedAt(three.plusSeconds(60), before)).isEmpty();
    }

    private List<Flow> skippedAt(Instant now, Instant since) {
        return at(now).skippedByTheClocks(acme, since);
    }

    private List<Flow> missedAt(Instant now) {
        return at(now).of(acme);
    }

    private MissedTriggers at(Instant now) {
        return new MissedTriggers(engine.camel(), engine.store(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private void everythingRan(Outcome outcome) {
        everythingRan(outcome, ELEVEN);
    }

    private void everythingRanAt(Instant moment) {
        everythingRan(Outcome.COMPLETE, moment);
    }

    private void everythingRan(Outcome outcome, Instant moment) {
        for (Flow flow : Flow.of(acme)) {
            RunId run = begin(flow, moment);
            engine.store().saveDurably(tx -> tx.runs().finish(run, outcome, "{}", null, moment));
        }
    }

    private RunId begin(Flow flow) {
        return begin(flow, ELEVEN);
    }

    private RunId begin(Flow flow, Instant moment) {
        return engine.store().durably(tx -> tx.runs().begin(acme.name(), flow.code(), "gone", moment));
    }
}
