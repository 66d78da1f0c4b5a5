package com.optiply.picqer.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.TestDatabase;
import com.optiply.picqer.sync.run.Flow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Promises 1 to 6, 10 and 12 when the machine loses the process: round by round people work in Picqer, order in Optiply
 * and delete there; a process that runs the flows is killed at a request to Optiply or a moment after it, and
 * sometimes the one that comes after it too; one clean run follows. Another seed:
 * {@code mvn -B test -Dtest=KilledProcessTest -Dseed=...}; more rounds: {@code -Pheavy -Drounds=...}.
 */
@OnEveryDatabase
class KilledProcessTest {
    private static final long SEED = Long.getLong("seed", 20251008);
    private static final int PRODUCTS = 8;
    private static final int ROUNDS_ON_SQLITE = 8;
    private static final int ROUNDS_ON_POSTGRESQL = 4;
    private static final int HEAVY_ROUNDS = Integer.getInteger("rounds", 500);

    private static final int KILLED = 137;
    private static final int MILLIS_AFTER_MAX = 60;
    /** When the first load is over: then no product is taken out that orders never had. */
    private static final int FIRST_ACTS = 20;
    /** So many it makes as soon as there is a record of each kind. */
    private static final int REQUESTS_OF_A_COMPARISON = 8;

    /** A small shop changes a large part of itself at once; that is not what this is about. */
    private static final String NOTHING_IS_HELD =
            """
                    guards:
                      records: 1000000
                      share: 100 %
                      stock-zero-share: 100 %
            """;

    private final Path home = HomeFolder.lay("killed");
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final SyncWorld world;
    private final TestDatabase database;
    private final SentSoFar sent;
    private final People people;
    private final OptiplyUsers users;
    private final CleanRun clean;
    private int killed;
    private int started;

    KilledProcessTest(TestDatabase database) {
        this.database = database;
        String state = database.prepared().jdbcUrl();
        SyncSetup setup = SyncSetup.plain(PRODUCTS)
                .seeded(SEED)
                .withoutSyncedDate()
                .impatient()
                .keepingStateIn(() -> state);
        world = setup.start();
        HomeFolder.writeProperties(home, setup, state);
        HomeFolder.writeCustomer(home, world.sandbox(), NOTHING_IS_HELD);
        sent = new SentSoFar(world);
        Buyers buyers = new Buyers(world);
        people = new People(world, SEED, buyers);
        users = new OptiplyUsers(world);
        clean = new CleanRun(world, buyers, users, sent);
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
        int acts = FIRST_ACTS;
        int requestsOfARun = FIRST_ACTS;
        for (int round = 1; round <= rounds; round++) {
            System.out.println("seed " + SEED + ", round " + round);
            world.stop();
            killOnceOrMore(round, acts, requestsOfARun);
            world.start();
            clean.requireRight("seed " + SEED + ", round " + round);
            requestsOfARun = requestsToOptiply();
            acts = round == 1 ? FIRST_ACTS : 1 + random.nextInt(10);
            change(acts);
        }
        System.out.println("seed " + SEED + ": killed " + killed + " of " + started + " in " + rounds + " rounds");
        Canaries.requireNoneIn(home);
        assertThat(killed).as("processes that were killed, of " + started).isGreaterThan(started / 2);
    }

    private void change(int acts) {
        users.act(random);
        for (int act = 0; act < acts; act++) {
            people.act(1);
            sent.note();
        }
    }

    /** The process that comes after one that was killed may be killed as well, at what it has to put right. */
    private void killOnceOrMore(int round, int writes, int requests) throws Exception {
        do {
            List<String> flows = round == 1 ? otherFlows() : flows();
            Program program = start(flows);
            if (flows.equals(List.of(Flow.COMPARISON.code()))) {
                killAt(program, 1 + random.nextInt(REQUESTS_OF_A_COMPARISON), request -> true);
            } else if (random.nextBoolean()) {
                killAt(program, 1 + random.nextInt(writes), request -> !request.equals("GET"));
            } else {
                killAt(program, 1 + random.nextInt(requests), request -> true);
            }
            started++;
            killed += program.exit() == KILLED ? 1 : 0;
            world.watch(request -> {});
        } while (random.nextInt(4) == 0);
    }

    /**
     * Mostly without the comparison, which would put right what the other flows got wrong; and sometimes it alone, as
     * it may be what a service makes up for first. It would end by itself while nothing is in Optiply yet.
     */
    private List<String> flows() {
        return switch (random.nextInt(6)) {
            case 0 -> codes(Flow.values());
            case 1 -> codes(Flow.COMPARISON);
            default -> otherFlows();
        };
    }

    private static List<String> otherFlows() {
        return Stream.concat(codes(Flow.PURCHASE_ORDERS).stream(), codes(SmallShop.FLOWS).stream())
                .toList();
    }

    private static List<String> codes(Flow... flows) {
        return Stream.of(flows).map(Flow::code).toList();
    }

    private Program start(List<String> flows) throws IOException {
        String[] arguments = Stream.concat(Stream.of("run", SyncSetup.ACME.value()), flows.stream())
                .toArray(String[]::new);
        return Program.startLoggingAll(home, arguments);
    }

    /**
     * Optiply has carried out that many requests of these methods and has not answered the last; with no delay nobody
     * is left to hear the answer.
     */
    private void killAt(Program program, int number, Predicate<String> methods) {
        int millisAfter = random.nextInt(MILLIS_AFTER_MAX);
        AtomicInteger requests = new AtomicInteger();
        Executor later = CompletableFuture.delayedExecutor(millisAfter, TimeUnit.MILLISECONDS);
        world.watch(each -> {
            if (methods.test(each.method()) && requests.incrementAndGet() == number) {
                if (millisAfter < MILLIS_AFTER_MAX / 3) {
                    program.kill();
                } else {
                    later.execute(program::kill);
                }
            }
        });
    }

    /** Those of a run that has nothing to write: one that has makes more. */
    private int requestsToOptiply() {
        return world.sandbox()
                .log()
                .requests(request -> request.path().startsWith("/optiply/"))
                .size();
    }
}
