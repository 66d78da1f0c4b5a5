package com.optiply.picqer.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.sandbox.server.Effect;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.Occurrences;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.TestDatabase;
import com.optiply.picqer.store.TestDatabase.Product;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The machine loses the process while an order is on its way to Picqer, at each point where somebody else cannot know
 * how far it came: it is ordered once all the same, and marked. Each run of the tests tries one point on each database;
 * every point on both: {@code -Pheavy}.
 */
@OnEveryDatabase
class KilledExportTest {
    private static final long SEED = Long.getLong("seed", 20251008);
    private static final String CREATE = "/picqer/acme/api/v1/purchaseorders";
    private static final String MARK = CREATE + "/\\d+/mark-as-purchased";

    /** The request at which the process is killed, before it has heard anything of it. */
    private enum Point {
        SENT(CREATE, false),
        CREATED(CREATE, true),
        TO_BE_MARKED(MARK, false),
        MARKED(MARK, true);

        private final Fault silence;

        /** @param isCarriedOut whether Picqer does what it is asked */
        Point(String path, boolean isCarriedOut) {
            silence = new Fault(
                    Effect.SILENCE, isCarriedOut, "POST", path, Occurrences.ALL, 0, 0, Fault.Body.API, Map.of(), null);
        }
    }

    private final Path home = HomeFolder.lay("killed-export");
    private final SyncWorld world;
    private final Buyers buyers;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final TestDatabase database;

    KilledExportTest(TestDatabase database) {
        this.database = database;
        String state = database.prepared().jdbcUrl();
        SyncSetup setup = SyncSetup.plain(4).seeded(SEED).withoutSyncedDate().keepingStateIn(() -> state);
        world = setup.start();
        HomeFolder.writeProperties(home, setup, state);
        HomeFolder.writeCustomer(home, world.sandbox());
        new SmallShop(world);
        buyers = new Buyers(world);
        world.run(SmallShop.FLOWS);
    }

    @AfterEach
    void end() {
        world.close();
        HomeFolder.remove(home);
    }

    @Test
    @Timeout(120)
    void anOrderIsPlacedOnceAndMarked() throws Exception {
        killedAt(database.product() == Product.SQLITE ? Point.CREATED : Point.TO_BE_MARKED);
        requireInStep();
    }

    @Tag("heavy")
    @Test
    @Timeout(300)
    void anOrderIsPlacedOnceAndMarkedWhereverItWas() throws Exception {
        for (Point point : Point.values()) {
            killedAt(point);
        }
        requireInStep();
    }

    private void killedAt(Point point) throws Exception {
        buyers.place(random);
        world.sandbox().log().clear();
        world.faults().add(point.silence);
        Program program = Program.startLoggingAll(home, "run", "acme", "purchase-orders");
        program.runsUntil(point.toString(), () -> !isUnstruck());
        program.kill();
        program.exit();
        Canaries.requireNoneIn(home);
        world.faults().clear();

        RunReport next = world.run(Flow.PURCHASE_ORDERS).get(0);
        world.goOn(Duration.ofHours(1));
        world.run(Flow.PURCHASE_ORDERS);

        assertThat(buyers.wronglyCreated()).as(point.toString()).isEmpty();
        assertThat(buyers.differences()).as(point + ", after " + next).isEmpty();
    }

    private void requireInStep() {
        world.run(SmallShop.FLOWS);
        assertThat(world.differences(buyers.history())).isEmpty();
    }

    private boolean isUnstruck() {
        return world.sandbox()
                .log()
                .requests(request -> request.fault() != null)
                .isEmpty();
    }
}
