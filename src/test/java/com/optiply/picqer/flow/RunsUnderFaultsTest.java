package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.optiply.picqer.sandbox.optiply.RateLimit;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sandbox.server.Occurrences;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.sync.run.RunReport;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Promises 1 to 6 and 10: a first load and two rounds of changes while everything goes wrong that the sandbox can make
 * go wrong; then the faults stop, and one run must put all of it right. Another seed: {@code -Dseed=...}.
 */
class RunsUnderFaultsTest {
    private static final long SEED = Long.getLong("seed", 20251008);
    private static final int PRODUCTS = 40;
    private static final int WRITERS = 4; // the default of optiply.parallelism
    private static final double SHARE_OF_READS = 0.3;
    private static final double SHARE_OF_WRITES = 0.12;
    /** Of so few writes chance may strike none. */
    private static final int STRUCK_SURELY = 3;

    private static final String OPTIPLY_PRODUCTS = "/optiply/v1/products(/.*)?";

    /** Where a fault strikes. */
    enum Side {
        READS,
        WRITES
    }

    static Map<String, Fault> kinds() {
        Map<String, Fault> kinds = new LinkedHashMap<>();
        kinds.put("dropped", Fault.drop());
        kinds.put("reset before processing", Fault.resetBefore());
        kinds.put("reset after processing", Fault.resetAfter());
        kinds.put("timed out after processing", Fault.timeOutAfter());
        kinds.put("slow", Fault.slowBefore(Duration.ofMillis(300)));
        kinds.put("slow after processing", Fault.slowAfter(Duration.ofMillis(300)));
        kinds.put("trickled", Fault.trickle(Duration.ofMillis(300)));
        kinds.put("truncated", Fault.truncate());
        kinds.put("429 without a header", Fault.rateLimitedByAnother());
        kinds.put("429 with nothing left", Fault.rateLimited());
        kinds.put("429 with Retry-After", Fault.rateLimited(1));
        kinds.put("500", Fault.status(500));
        kinds.put("503", Fault.status(503));
        kinds.put("504 after processing", Fault.status(504).afterApplying());
        kinds.put("HTML with 502", Fault.html(502));
        kinds.put("HTML with 200", Fault.html(200));
        kinds.put("HTML with 200 after processing", Fault.html(200).afterApplying());
        kinds.put("empty", Fault.empty(200));
        kinds.put("not JSON", Fault.notJson());
        kinds.put("401 in mid-run", Fault.status(401));
        return kinds;
    }

    static Stream<Arguments> everyKindOnEitherSide() {
        return kinds().entrySet().stream().flatMap(kind -> Stream.of(Side.values())
                .map(side -> arguments(kind.getKey(), side, SEED + kind.getKey().hashCode(), kind.getValue())));
    }

    @ParameterizedTest(name = "{0} on {1}, seed {2}")
    @MethodSource("everyKindOnEitherSide")
    @Execution(ExecutionMode.CONCURRENT)
    void oneRunPutsEverythingRightOnceTheFaultsStop(String kind, Side side, long seed, Fault fault) {
        try (SyncWorld world =
                SyncSetup.plain(PRODUCTS).seeded(seed).impatient().start()) {
            ShopLife life = new ShopLife(world, seed);
            strike(world, side, fault);

            requireHonest(world.tryRun());
            life.firstChanges();
            requireHonest(world.tryRun());
            life.secondChanges();
            requireHonest(world.tryRun());
            assertThat(struck(world)).as("requests that it struck").isPositive();
            world.faults().clear();

            world.goOn(Duration.ofDays(1));
            world.requireInStep(world.run());
            world.requireIdle();
        }
    }

    static long struck(SyncWorld world) {
        return world.sandbox()
                .log()
                .requests(request -> request.fault() != null)
                .size();
    }

    private static void strike(SyncWorld world, Side side, Fault fault) {
        switch (side) {
            case READS -> world.faults()
                    .add(fault.on("GET", ".*").occurring(Occurrences.withProbability(SHARE_OF_READS)));
            case WRITES -> {
                world.faults().add(fault.on("POST", OPTIPLY_PRODUCTS).occurring(Occurrences.nth(STRUCK_SURELY)));
                List.of("POST", "PATCH").forEach(method -> world.faults()
                        .add(fault.on(method, OPTIPLY_PRODUCTS)
                                .occurring(Occurrences.withProbability(SHARE_OF_WRITES))));
            }
        }
    }

    /** A run may fail, and then says so in words; one that calls itself complete has an outcome for every record. */
    static void requireHonest(RunResult result) {
        RunReport report = result.report();
        assertThat(report).isNotNull();
        if (report.outcome() == Outcome.COMPLETE) {
            Accounting.requireSound(report, Map.of());
            assertThat(result.thrown()).isNull();
        } else {
            assertThat(report.problem()).isNotBlank();
            assertThat(result.thrown()).isNotNull();
        }
    }

    @Test
    void aTokenThatExpiresAtEveryPageCostsNothing() {
        try (SyncWorld world = SyncSetup.plain(230).seeded(SEED).start()) {
            world.events().onPage(world.optiply()::expireTokens);

            world.requireInStep(world.run());
            assertThat(world.sandbox().log().count("POST /optiply/api/auth/oauth/token"))
                    .isGreaterThan(2);
            world.requireIdle();
        }
    }

    @Test
    void tokensThatLiveForASecondCostNothing() {
        try (SyncWorld world = SyncSetup.plain(230).seeded(SEED).start()) {
            world.optiply().tokenLifetime(Duration.ofSeconds(1));

            world.requireInStep(world.run());
            world.requireIdle();
        }
    }

    @Test
    void aThrottledAccountGetsEverythingInItsOwnTime() {
        try (SyncWorld world = SyncSetup.plain(PRODUCTS).seeded(SEED).start()) {
            world.optiply().rateLimit(new RateLimit(25, OptionalInt.of(1)));

            RunReport report = world.run();

            assertThat(report.counts().written().create()).isEqualTo(PRODUCTS);
            world.requireInStep(report);
            world.requireIdle();
        }
    }

    @Test
    void aNetworkThatDiesInTheMiddleFailsTheRunAndTheNextOneCatchesUp() {
        try (SyncWorld world = SyncSetup.plain(230).seeded(SEED).start()) {
            world.events().onPage(world.sandbox()::refuseConnections);

            RunResult broken = world.tryRun();
            world.events().onPage(() -> {});
            world.sandbox().acceptConnections();

            assertThat(broken.report()).extracting(RunReport::outcome).isEqualTo(Outcome.FAILED);
            requireHonest(broken);
            world.requireInStep(world.run());
            world.requireIdle();
        }
    }

    /** The second run begins so late that the late write has arrived, whatever became of it in the first. */
    @Test
    void aWriteThatIsCarriedOutAfterItTimedOutIsNotSentTwice() {
        try (SyncWorld world = SyncSetup.plain(10).seeded(SEED).impatient().start()) {
            world.faults()
                    .add(Fault.slowBefore(Duration.ofMillis(1500))
                            .on("POST", OPTIPLY_PRODUCTS)
                            .occurring(Occurrences.nth(5)));
            world.faults()
                    .add(Fault.slowBefore(Duration.ofMillis(700))
                            .on("GET", ".*/warehouses")
                            .occurring(Occurrences.nth(2)));

            world.run();
            RunReport next = world.run();

            assertThat(world.writes("POST")).extracting(LoggedRequest::applied).containsOnly(201);
            world.requireInStep(next);
        }
    }

    @Test
    void anAccountThatIsOutOfReachIsNotTriedForEveryRecord() {
        try (SyncWorld world = SyncSetup.plain(PRODUCTS).seeded(SEED).start()) {
            world.faults().add(Fault.status(401).on("POST", OPTIPLY_PRODUCTS));

            RunResult result = world.tryRun();

            requireHonest(result);
            assertThat(result.report()).extracting(RunReport::outcome).isEqualTo(Outcome.FAILED);
            assertThat(world.writes("POST"))
                    .as("one for each writer, and each of them twice, with a new token")
                    .hasSizeLessThanOrEqualTo(2 * WRITERS);
        }
    }

    @Test
    void aChangeThatIsAnsweredWithAnEmptyPageIsSentAgain() {
        try (SyncWorld world = SyncSetup.plain(3).seeded(SEED).start()) {
            world.requireInStep(world.run());
            long product = world.shop().allProducts().get(0).path("idproduct").asLong();
            world.faults().add(Fault.empty(200).on("PATCH", OPTIPLY_PRODUCTS).occurring(Occurrences.nth(1)));
            world.setStock(product, 4711);

            RunReport doubtful = world.run();

            assertThat(doubtful.counts().parked()).isEqualTo(Map.of("unconfirmed", 1L));
            world.requireInStep(world.run());
        }
    }

    @Test
    void aRunThatRecoversFromALostAnswerEndsWithoutAProblem() {
        try (SyncWorld world = SyncSetup.plain(10).seeded(SEED).impatient().start()) {
            world.faults().add(Fault.resetAfter().on("POST", OPTIPLY_PRODUCTS).occurring(Occurrences.nth(1)));

            RunResult result = world.tryRun();

            assertThat(result.thrown()).isNull();
            assertThat(result.report()).extracting(RunReport::outcome).isEqualTo(Outcome.COMPLETE);
            world.requireInStep(result.report());
        }
    }
}
