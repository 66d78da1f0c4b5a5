package com.optiply.picqer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The program as a process of its own, which can be killed. */
class ProcessTest {
    private static final long SEED = Long.getLong("seed", 20251008);
    private static final int PRODUCTS = 500;

    private final Path home = HomeFolder.lay("process");
    private final SyncSetup setup = SyncSetup.plain(PRODUCTS).seeded(SEED);
    private final SyncWorld world = setup.start();

    ProcessTest() {
        HomeFolder.writeProperties(home, setup);
        HomeFolder.leaveOnlyProductsOn(HomeFolder.writeCustomer(home, world.sandbox()));
    }

    @AfterEach
    void end() {
        world.close();
        HomeFolder.remove(home);
    }

    @Test
    void nothingIsLostOrMadeTwiceWhenItIsKilledThreeTimesInTheFirstLoad() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 3; round++) {
            ProgramProcess killed = start("run", "acme", "products");
            atCreate(1 + random.nextInt(PRODUCTS / 4), () -> killed.process().destroyForcibly());
            assertThat(killed.exit()).as("round %d, seed %d", round, SEED).isEqualTo(137);
        }
        ProgramProcess last = start("run", "acme", "products");

        assertThat(last.exit()).as(last.err()).isZero();
        assertThat(last.err()).doesNotContain("Another process works");
        requireAllInOptiplyOnce();
        assertThat(world.state(HomeFolder.stateUrl(home)).links()).hasSize(PRODUCTS);
        assertThat(outcomes()).containsExactly("interrupted", "interrupted", "interrupted", "complete");
    }

    @Test
    void endsInGoodOrderWhenItIsToldToStop() throws Exception {
        ProgramProcess service = start();
        atCreate(150, () -> service.process().destroy());
        service.exit();

        assertThat(outcomes()).hasSize(1);
        boolean hasAll = world.account().count("products") == PRODUCTS;
        assertThat(outcomes().get(0).equals("complete"))
                .as(outcomes().toString())
                .isEqualTo(hasAll);
        assertThat(service.err()).doesNotContain("\tat ");

        ProgramProcess next = start("run", "acme", "products", "--json");
        assertThat(next.exit()).as(next.err()).isZero();
        assertThat(next.out()).startsWith("{\"run\":2,\"customer\":\"acme\",\"flow\":\"products\"");
        requireAllInOptiplyOnce();
    }

    private void requireAllInOptiplyOnce() {
        assertThat(world.compare().differences()).as("seed %d", SEED).isEmpty();
        assertThat(world.account().count("products")).isEqualTo(PRODUCTS);
    }

    private List<String> outcomes() {
        return world.state(HomeFolder.stateUrl(home)).outcomes();
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

    private ProgramProcess start(String... arguments) throws IOException {
        return ProgramProcess.start(home, arguments);
    }
}
