package com.optiply.picqer.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.flow.ChoiceOfSuppliers;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.harness.Halt;
import com.optiply.picqer.harness.Program;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sync.run.Flow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A process that is killed in the middle of a list, and the one that goes on with it. */
class KilledImportTest {
    private static final long SEED = Long.getLong("seed", 20251008);
    private static final int IN_FLIGHT = 100;
    private static final long SECONDS_MAX = 1_200;

    private final Path home = HomeFolder.lay("killed-import");

    @AfterEach
    void end() {
        HomeFolder.remove(home);
    }

    @Test
    void goesOnWhereItWasWithEveryRowAppliedAndNoneTwice() throws Exception {
        killedAndContinued(120);
    }

    @Test
    @Tag("heavy")
    void doesSoWithTwentyThousandRows() throws Exception {
        killedAndContinued(20_000);
    }

    /** The file has been taken out of its folder and noted, and nothing of it has been read. */
    @Test
    void readsAFileThatWasClaimedWhenItWasKilledBeforeItsFirstRow() throws Exception {
        killedServiceGoesOn("inserting-dropped_row", false);
    }

    /** The file is noted, and still lies where it was dropped: nobody has it. */
    @Test
    void takesAFileThatItWasAboutToTakeWhenItWasKilled() throws Exception {
        killedServiceGoesOn("saved-dropped_file", true);
    }

    private void killedServiceGoesOn(String at, boolean isStillThere) throws Exception {
        int rows = 5;
        SyncSetup setup = SyncSetup.plain(rows).seeded(SEED);
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.empty(setup)) {
            HomeFolder.leaveOnlyOn(pulled(shop, setup), Flow.SUPPLIER_IMPORT);
            Path list = Files.createDirectories(home.resolve("drop/acme/in")).resolve("list.csv");
            HomeFolder.write(list, everyProductByBeta(rows));

            serve(setup, Halt.in(HomeFolder.stateUrl(home), at));
            Program killed = Program.start(home);
            assertThat(killed.exit()).as(killed.err()).isEqualTo(Halt.KILLED);
            assertThat(Files.exists(list)).isEqualTo(isStillThere);
            serve(setup, HomeFolder.stateUrl(home));
            Program next = Program.start(home);
            next.runsUntil("the answer", () -> Files.exists(home.resolve("drop/acme/done/list.result.txt")));
            next.stop();
            assertThat(next.exit()).as(next.err()).isZero();

            requireEveryRowOnce(shop, rows);
            assertThat(home.resolve("drop/acme/importing")).isEmptyDirectory();
            assertThat(home.resolve("drop/acme/done").resolve("list (2).csv")).doesNotExist();
        }
    }

    /** Whoever typed it saw it end without an answer, and does not expect it to be applied by itself later. */
    @Test
    void forgetsAFileThatACommandWasReadingWhenItWasKilled() throws Exception {
        SyncSetup setup = SyncSetup.plain(5).seeded(SEED);
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.empty(setup)) {
            pulled(shop, setup);
            Path list = home.resolve("list.csv");
            HomeFolder.write(list, everyProductByBeta(5));
            String state = HomeFolder.stateUrl(home);

            HomeFolder.writeProperties(home, setup, Halt.in(state, "inserting-dropped_row"));
            assertThat(Program.start(home, "import", "acme", list.toString()).exit())
                    .isEqualTo(Halt.KILLED);
            HomeFolder.writeProperties(home, setup);
            letTimePass(state);
            Command next = goOn();
            assertThat(next.exit()).as(next.err() + next.out()).isZero();

            assertThat(shop.picqerWrites()).isEmpty();
            assertThat(home.resolve("drop/acme/importing")).isEmptyDirectory();
        }
    }

    /** It is not killed, and so need not be a process of its own. */
    private Command goOn() {
        return Command.of("run", "acme", "supplier-import", "--home", home.toString());
    }

    private Path pulled(ChoiceOfSuppliers shop, SyncSetup setup) throws Exception {
        HomeFolder.writeProperties(home, setup);
        Path customer = HomeFolder.writeCustomer(home, shop.world.sandbox());
        Command pull =
                Command.of("run", "acme", "suppliers", "products", "supplier-products", "--home", home.toString());
        assertThat(pull.exit()).as(pull.err()).isZero();
        shop.addPairsByHand();
        return customer;
    }

    private void serve(SyncSetup setup, String state) {
        HomeFolder.writeProperties(home, setup, state);
        Path properties = home.resolve("application.properties");
        HomeFolder.write(
                properties,
                HomeFolder.read(properties) + "picqer-optiply.drop.every=100ms\npicqer-optiply.drop.still-for=100ms\n");
    }

    /** For an hour nobody forgets what a command is reading: it may be only slow. */
    private static void letTimePass(String state) throws SQLException {
        try (Connection connection = DriverManager.getConnection(state);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update dropped_file set claimed_at = '2026-01-01T00:00:00.000Z'"))
                    .isOne();
        }
    }

    private void killedAndContinued(int rows) throws Exception {
        SyncSetup setup = SyncSetup.plain(rows).seeded(SEED);
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.empty(setup)) {
            pulled(shop, setup);
            shop.world.sandbox().log().clear();
            Path list = home.resolve("list.csv");
            HomeFolder.write(list, everyProductByBeta(rows));

            Program killed = Program.start(home, "import", "acme", list.toString());
            killAt(shop, new SplittableRandom(SEED).nextInt(rows / 2, rows), killed);
            assertThat(killed.exitWithin(SECONDS_MAX))
                    .as("seed %d: %s", SEED, killed.err())
                    .isEqualTo(137);
            Command next = goOn();
            assertThat(next.exit()).as(next.err() + next.out()).isIn(0, 1); // former pairs may be held

            requireEveryRowOnce(shop, rows);
        }
    }

    private void requireEveryRowOnce(ChoiceOfSuppliers shop, int rows) {
        assertThat(shop.preferred()).hasSize(rows).containsValue(ChoiceOfSuppliers.BETA);
        assertThat(shop.preferred().values()).containsOnly(ChoiceOfSuppliers.BETA);
        for (int product : new int[] {1, rows / 2, rows}) {
            assertThat(shop.picqersSupplier(product)).isEqualTo(shop.beta);
        }
        assertThat(twice(shop.picqerWrites().stream())).as("told Picqer twice").isLessThanOrEqualTo(IN_FLIGHT);
        assertThat(twice(shop.world.writes().stream()
                        .filter(request -> request.body().contains("\"preferred\":true"))))
                .as("told Optiply twice")
                .isLessThanOrEqualTo(IN_FLIGHT);
        String result = HomeFolder.read(home.resolve("drop/acme/done/list.result.txt"));
        assertThat(result).contains(rows + " rows read: " + rows + " applied, 0 so already, 0 rejected.");
    }

    private static long twice(Stream<LoggedRequest> requests) {
        Map<String, Long> byPath =
                requests.map(LoggedRequest::path).collect(groupingBy(Function.identity(), counting()));
        return byPath.values().stream().filter(times -> times > 1).count();
    }

    private static String everyProductByBeta(int rows) {
        return ChoiceOfSuppliers.list(IntStream.rangeClosed(1, rows)
                .mapToObj(product -> ChoiceOfSuppliers.row(product, ChoiceOfSuppliers.BETA, true))
                .collect(joining()));
    }

    /** At that write, which Optiply has carried out and not answered yet. */
    private static void killAt(ChoiceOfSuppliers shop, int number, Program running) {
        AtomicInteger writes = new AtomicInteger();
        shop.world.watch(request -> {
            if (request.method().equals("PATCH") && writes.incrementAndGet() == number) {
                running.kill();
            }
        });
    }
}
