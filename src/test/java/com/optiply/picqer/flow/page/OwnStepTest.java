package com.optiply.picqer.flow.page;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.flow.Accounting;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A step of a customer's own on mapped records: what it may change, and that no record gets lost in it. */
class OwnStepTest {
    private static final long PRICED = 100_001;
    private static final long WITHOUT_EAN = 100_002;
    private static final long THROWN_AT = 100_003;
    private static final long NONSENSE = 100_004;
    private static final long NOT_TO_BE_CHANGED = 100_005;
    private static final long SWITCHED_OFF = 100_006;
    private static final int OTHERS = 3;

    /** What the step does to each product, from the first; the others go past all of it. */
    private static final List<String> STEPS = List.of(
            "setVariable: {name: price, constant: \"19.949\"}",
            "removeVariable: {name: eanCode}",
            "throwException: {exceptionType: java.lang.IllegalStateException, message: no such brand}",
            "setVariable: {name: stockLevel, constant: a few}",
            "setVariable: {name: uuid, constant: 5}",
            "setVariable: {name: status, constant: disabled}");

    private static SyncWorld world;
    private static RunReport report;
    private static List<LoggedRequest> writes;

    @BeforeAll
    static void runWithoutAndWithTheStep() {
        world = SyncSetup.plain(STEPS.size() + OTHERS)
                .withoutSyncedDate()
                .guardedBy(0, "0", "0")
                .start();
        world.run();
        world.sandbox().log().clear();
        world.writeRoutes(route());
        report = world.run();
        writes = world.writes();
    }

    private static String route() {
        String cases = IntStream.range(0, STEPS.size())
                .mapToObj(i ->
                        """
                        - simple: "${body.product.idproduct} == '%d'"
                          steps:
                            - %s
                        """
                                .formatted(PRICED + i, STEPS.get(i)))
                .collect(joining())
                .indent(16);
        return """
                - route:
                    id: acme-products-mapped
                    from:
                      uri: direct:acme-products-mapped
                      steps:
                        - choice:
                            when:
                """
                + cases;
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @Test
    void whatItSetsIsSentAndNothingElse() {
        assertThat(bodies()).hasSize(2).anySatisfy(body -> assertThat(body)
                .contains("\"attributes\":{\"price\":19.95}"));
        assertThat(attribute(PRICED, "price")).isEqualTo("19.95");
    }

    @Test
    void whatItTakesAwayIsClearedInOptiply() {
        assertThat(bodies()).anySatisfy(body -> assertThat(body).contains("\"attributes\":{\"eanCode\":null}"));
        assertThat(attribute(WITHOUT_EAN, "eanCode")).isEqualTo("null");
    }

    private static List<String> bodies() {
        return writes.stream().map(LoggedRequest::body).toList();
    }

    private static String attribute(long idproduct, String name) {
        return world.account()
                .byRemoteId("products", "9021", Long.toString(idproduct))
                .get(0)
                .attributes()
                .path(name)
                .asText();
    }

    @Test
    void everyRecordHasItsOutcomeAndTheRestGoes() {
        Accounting.requireSound(report, Map.of());
        assertThat(report.counts().unchanged()).isEqualTo(OTHERS);
        assertThat(report.counts().written().patch()).isEqualTo(2);
        assertThat(report.counts().adjusted()).isEqualTo(Map.of("own_step", 3L));
    }

    @Test
    void whatItFailsOnOrCannotBeSentIsParkedWithWhatItWas() {
        assertThat(parked().values()).filteredOn("reason", "own_step_failed").hasSize(3);
        assertThat(detail(THROWN_AT)).contains("`acme-products-mapped` ended with", "no such brand");
        assertThat(detail(NONSENSE)).endsWith("`stockLevel` takes a whole number, not `a few`.");
        assertThat(detail(NOT_TO_BE_CHANGED))
                .contains("`uuid` is no attribute of products that may be changed. Those are articleCode");
    }

    @Test
    void whatItWouldSwitchOffAsksTheGuardsLikeAnythingElse() {
        assertThat(report.counts().parked()).containsEntry("held", 1L);
        assertThat(attribute(SWITCHED_OFF, "status")).isEqualTo("enabled");
    }

    private static String detail(long idproduct) {
        return parked().get(idproduct).detail();
    }

    private static Map<Long, Parked> parked() {
        return world
                .engine()
                .store()
                .read(tx -> tx.quarantine().page(SyncSetup.ACME, Kind.PRODUCTS, null, STEPS.size()))
                .stream()
                .collect(toMap(one -> Long.valueOf(one.remoteId().value()), one -> one));
    }

    @Test
    void aStopOfTheProgramIsNoFaultOfTheRecordThatWasInTheStep() {
        try (SyncWorld stopping = SyncSetup.plain(1).start()) {
            stopping.writeRoutes(
                    """
                    - route:
                        id: acme-products-mapped
                        from:
                          uri: direct:acme-products-mapped
                          steps:
                            - throwException:
                                exceptionType: java.util.concurrent.RejectedExecutionException
                                message: as Camel says when it is told to stop
                    """);

            RunReport stopped = stopping.tryRun(Flow.PRODUCTS).get(0).report();

            assertThat(stopped.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(stopped.problem()).contains("The run was stopped before its end");
            assertThat(stopped.counts().parked()).isEmpty();
        }
    }

    @Test
    void isAskedAgainByEveryRunAndSaysTheSame() {
        world.sandbox().log().clear();

        assertThat(world.run().counts().unchanged()).isEqualTo(OTHERS + 2);
        assertThat(world.writes()).isEmpty();
    }
}
