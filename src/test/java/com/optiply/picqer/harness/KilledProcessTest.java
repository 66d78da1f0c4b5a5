package com.optiply.picqer.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.RunListeners;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.service.CustomerFiles;
import com.optiply.picqer.service.Engine;
import com.optiply.picqer.service.Installation;
import com.optiply.picqer.service.OneTimeRun;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Promises 1 to 6, 10 and 12 when the machine loses the process: round by round people work in Picqer, a process that
 * runs all flows is killed at a request to Optiply or a moment after it, and one clean run follows. Another seed:
 * {@code mvn -B test -Dtest=KilledProcessTest -Dseed=...}; more rounds: {@code -Pheavy -Drounds=...}.
 */
@OnEveryDatabase
class KilledProcessTest {
    private static final long SEED = Long.getLong("seed", 20251008);
    private static final int PRODUCTS = 8;
    private static final int ROUNDS_ON_SQLITE = 8;
    private static final int ROUNDS_ON_POSTGRESQL = 4;
    private static final int HEAVY_ROUNDS = Integer.getInteger("rounds", 500);
    /** About as many as a run makes to Optiply after the first; one that makes fewer comes to its end. */
    private static final int REQUESTS_OF_A_RUN = 12;

    private static final int KILLED = 137;
    private static final int MILLIS_AFTER_MAX = 60;
    /** When the first load is over: then no product is taken out that orders never had. */
    private static final int FIRST_ACTS = 20;

    /** A small shop changes a large part of itself at once; that is not what this is about. */
    private static final String NOTHING_IS_HELD =
            """
                    guards:
                      records: 1000000
                      share: 100 %
                      stock-zero-share: 100 %
            """;

    private final Path home = HomeFolder.lay("killed");
    private final SyncSetup setup =
            SyncSetup.plain(PRODUCTS).seeded(SEED).withoutSyncedDate().impatient();
    private final SyncWorld world = setup.start();
    private final People people = new People(world, SEED);
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final TestDatabase database;

    KilledProcessTest(TestDatabase database) {
        this.database = database;
        HomeFolder.writeProperties(home, setup, database.fresh().jdbcUrl());
        HomeFolder.writeCustomer(home, world.sandbox(), NOTHING_IS_HELD);
    }

    @AfterEach
    void end() {
        world.close();
        HomeFolder.remove(home);
    }

    @Test
    void losesNothingAndMakesNothingTwice() throws Exception {
        live(database.product() == TestDatabase.Product.SQLITE ? ROUNDS_ON_SQLITE : ROUNDS_ON_POSTGRESQL);
    }

    @Tag("heavy")
    @Test
    void losesNothingAndMakesNothingTwiceHoweverOften() throws Exception {
        live(HEAVY_ROUNDS);
    }

    private void live(int rounds) throws Exception {
        int killed = 0;
        SentSoFar sent = new SentSoFar(world);
        for (int round = 1; round <= rounds; round++) {
            System.out.println("seed " + SEED + ", round " + round);
            Program program = Program.start(home, "run", "acme");
            killAt(program, 1 + random.nextInt(REQUESTS_OF_A_RUN), random.nextInt(MILLIS_AFTER_MAX));
            killed += program.exit() == KILLED ? 1 : 0;
            world.watch(request -> {});
            requireInStep(sent, "seed " + SEED + ", round " + round);
            people.act(round == 1 ? FIRST_ACTS : 1 + random.nextInt(10));
            sent.note();
        }
        System.out.println("seed " + SEED + ": killed in " + killed + " of " + rounds + " rounds");
        Canaries.requireNoneIn(home);
        assertThat(killed).as("rounds in which the process was killed").isGreaterThan(rounds / 3);
    }

    /** Optiply has carried the request out and has not answered it; with no delay nobody is left to hear the answer. */
    private void killAt(Program program, int request, int millisAfter) {
        AtomicInteger requests = new AtomicInteger();
        Executor later = CompletableFuture.delayedExecutor(millisAfter, TimeUnit.MILLISECONDS);
        world.watch(each -> {
            if (requests.incrementAndGet() == request) {
                if (millisAfter < MILLIS_AFTER_MAX / 3) {
                    program.kill();
                } else {
                    later.execute(program::kill);
                }
            }
        });
    }

    private void requireInStep(SentSoFar sent, String when) throws InterruptedException {
        Installation installation = Installation.find(home, null, null);
        Customers customers = new Customers(CustomerFiles.check(installation).customers());
        try (Engine engine = Engine.start(installation, customers, new RunListeners())) {
            requireComplete(engine, when);
            assertThat(sent.differences()).as(when).isEmpty();
            world.sandbox().log().clear();
            requireComplete(engine, when);
            assertThat(world.writes()).as("writes without a change, " + when).isEmpty();
        }
    }

    private static void requireComplete(Engine engine, String when) throws InterruptedException {
        assertThat(new OneTimeRun(engine).run(SyncSetup.ACME, List.of(SmallShop.FLOWS)))
                .as(when)
                .extracting(RunResult::thrown)
                .containsOnlyNulls();
    }
}
