package com.optiply.picqer.cli;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.StateRows;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.harness.Program;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sync.run.Flow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The program as a process of its own, which can be killed. */
class ProcessTest {
    private static final long SEED = Long.getLong("seed", 20251008);
    private static final int PRODUCTS = 200;
    private static final long SECONDS_MAX = 120;

    private final Path home = HomeFolder.lay("process");
    private final SyncSetup setup = SyncSetup.plain(PRODUCTS).seeded(SEED);
    private final SyncWorld world = setup.start();

    ProcessTest() {
        HomeFolder.writeProperties(home, setup);
        HomeFolder.leaveOnlyOn(HomeFolder.writeCustomer(home, world.sandbox()), Flow.PRODUCTS);
    }

    @AfterEach
    void end() {
        world.close();
        HomeFolder.remove(home);
    }

    @Test
    void nothingIsLostOrMadeTwiceWhenItIsKilledThreeTimesInTheFirstLoad() throws Exception {
        HomeFolder.writeProperties(home, setup.impatient());
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 3; round++) {
            Program killed = start("run", "acme", "products");
            atCreate(1 + random.nextInt(PRODUCTS / 3), () -> killed.kill());
            assertThat(killed.exit()).as("round %d, seed %d", round, SEED).isEqualTo(137);
        }
        Command last = run();

        assertThat(last.exit()).as(last.err()).isZero();
        assertThat(last.err()).doesNotContain("Another process works");
        requireAllInOptiplyOnce();
        assertThat(StateRows.read(HomeFolder.stateUrl(home)).links()).hasSize(PRODUCTS);
        assertThat(outcomes()).containsExactly("interrupted", "interrupted", "interrupted", "complete");
    }

    @Test
    void endsInGoodOrderWhenItIsToldToStop() throws Exception {
        Set<String> before = filesBesideTheState();
        Program service = start();
        atCreate(160, () -> service.stop());

        assertThat(service.exit()).as(service.err()).isZero();
        assertThat(outcomes()).hasSize(1);
        boolean hasAll = world.account().count("products") == PRODUCTS;
        assertThat(outcomes().get(0).equals("complete"))
                .as(outcomes().toString())
                .isEqualTo(hasAll);
        assertThat(service.err()).doesNotContain("\tat ");

        Command next = run("--json");
        assertThat(next.exit()).as(next.err()).isZero();
        assertThat(next.out()).startsWith("{\"run\":2,\"customer\":\"acme\",\"flow\":\"products\"");
        requireAllInOptiplyOnce();
        assertThat(filesBesideTheState()).as("a read-only folder must do").isEqualTo(before);
    }

    private Set<String> filesBesideTheState() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.map(file -> home.relativize(file).toString())
                    .filter(name -> !name.startsWith("process-") && !name.startsWith("state.db"))
                    .collect(toSet());
        }
    }

    @Test
    void endsInGoodOrderWhenItIsToldToStopWhileItStarts() throws Exception {
        Program service;
        try (WatchService watch = home.getFileSystem().newWatchService()) {
            home.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            service = start();
            awaitState(watch);
        }
        service.stop();

        assertThat(service.exit()).as(service.err()).isZero();
        assertThat(service.err()).doesNotContain("\tat ");
    }

    private static void awaitState(WatchService watch) throws InterruptedException {
        boolean isThere = false;
        while (!isThere) {
            WatchKey key = watch.poll(SECONDS_MAX, TimeUnit.SECONDS);
            assertThat(key).as("the state was made").isNotNull();
            isThere = key.pollEvents().stream()
                    .anyMatch(event -> event.context().toString().startsWith("state.db"));
            key.reset();
        }
    }

    /** The answer to a create comes only when nobody is left to hear it. */
    @Test
    void stopsInTimeAlthoughOptiplyDoesNotAnswerAndTheNextRunGoesOn() throws Exception {
        HomeFolder.writeProperties(home, setup.silentAtMost(Duration.ofSeconds(2)));
        Files.writeString(
                home.resolve("application.properties"), "camel.main.shutdown-timeout=1\n", StandardOpenOption.APPEND);
        Program service = start();
        CountDownLatch isGone = new CountDownLatch(1);
        AtomicLong toldAt = new AtomicLong();
        atCreate(50, () -> {
            toldAt.set(System.nanoTime());
            service.stop();
            await(isGone);
        });

        assertThat(service.exit()).as(service.err()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - toldAt.get())).isLessThan(Duration.ofSeconds(20));
        isGone.countDown();
        assertThat(service.err()).doesNotContain("\tat ");
        assertThat(world.account().count("products")).isLessThan(PRODUCTS);
        Command next = run();
        assertThat(next.exit()).as(next.err()).isZero();
        requireAllInOptiplyOnce();
    }

    /** The service holds the lease, so it is asked to run, and how that went is told by whoever asked. */
    @Test
    void aCommandBesideTheServiceSaysThatAnAccountDoesNotAnswer() throws Exception {
        Program service = start();
        CountDownLatch isLoading = new CountDownLatch(1);
        atCreate(1, isLoading::countDown);
        await(isLoading);
        service.runsUntil("the first load", () -> outcomes().contains("complete"));
        world.faults().add(Fault.status(503).on("GET", "/picqer/acme/.*"));

        Program asked = start("run", "acme", "products");
        assertThat(asked.exit()).as(asked.err()).isEqualTo(ExitCode.REMOTE.number());
        assertThat(asked.err()).contains("Another process works");
        assertThat(asked.out()).contains("`products`: failed").contains("503");

        world.faults().clear();
        Command next = run();
        assertThat(next.exit()).as(next.err()).isZero();
        service.stop();
        assertThat(service.exit()).as(service.err()).isZero();
        requireAllInOptiplyOnce();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireAllInOptiplyOnce() {
        assertThat(world.compare().differences()).as("seed %d", SEED).isEmpty();
        assertThat(world.account().count("products")).isEqualTo(PRODUCTS);
    }

    private List<String> outcomes() {
        return StateRows.read(HomeFolder.stateUrl(home)).outcomes();
    }

    /** Does something in the midst of that create: Optiply has carried it out and has not answered yet. */
    private void atCreate(int number, Runnable action) {
        AtomicInteger creates = new AtomicInteger();
        world.watch(request -> {
            boolean isCreate = request.method().equals("POST") && request.path().equals("/v1/products");
            if (isCreate && creates.incrementAndGet() == number) {
                action.run();
            }
        });
    }

    private Program start(String... arguments) throws IOException {
        return Program.start(home, arguments);
    }

    /** One that is not killed, and so need not be a process of its own. */
    private Command run(String... options) {
        String[] arguments = Stream.concat(
                        Stream.of("run", "acme", "products", "--home", home.toString()), Stream.of(options))
                .toArray(String[]::new);
        return Command.of(arguments);
    }
}
