package com.optiply.picqer.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Promises 1 to 6, 10 and 12 at each point of a run where a kill leaves something else behind: a process that brings
 * new and changed sell orders over is killed exactly there, and one clean run puts everything right.
 */
@OnEveryDatabase
@Timeout(120)
class KillPointsTest {
    private static final String ORDERS = "/optiply/v1/sellOrders";

    /** Where it is killed, and what it leaves: creates that Optiply has carried out, intents, and a watermark. */
    private enum Point {
        /** Picqer's list has been read, and nothing of it is stored. */
        AFTER_A_READ("inserting-link_row", 0, 0),
        /** What is about to be sent is on disk, and nothing has left. */
        BEFORE_A_WRITE_IS_SENT("saved-intent", 0, 1),
        /** Optiply has been sent a create, and has not begun with it. */
        BEFORE_OPTIPLY_HAS_PROCESSED(Fault.timeOutAfter(), false, 0, 1),
        /** Optiply has carried it out, and its answer has not been heard. */
        BEFORE_THE_ANSWER_IS_READ(Fault.timeOutAfter(), true, 1, 1),
        /** The answer has been read, and neither it nor the link is stored. */
        BEFORE_THE_LINK_IS_WRITTEN("deleting-intent", 1, 1),
        /** Everything is sent and stored, but the run is not over. */
        BEFORE_THE_WATERMARK("inserting-watermark", 1, 0);

        private final @Nullable String halt;
        private final @Nullable Fault fault;
        private final long created;
        private final long intents;

        Point(String halt, long created, long intents) {
            this.halt = halt;
            this.fault = null;
            this.created = created;
            this.intents = intents;
        }

        Point(Fault silence, boolean isCarriedOut, long created, long intents) {
            this.halt = null;
            this.fault = new Fault(
                    silence.effect(),
                    isCarriedOut,
                    "POST",
                    ORDERS,
                    silence.occurrences(),
                    0,
                    0,
                    silence.body(),
                    silence.headers(),
                    null);
            this.created = created;
            this.intents = intents;
        }
    }

    private final Path home = HomeFolder.lay("kill-points");
    private final String state;
    private final SyncSetup setup;
    private final SyncWorld world;
    private final SmallShop shop;

    KillPointsTest(TestDatabase database) {
        state = database.prepared().jdbcUrl();
        // A run waits as long as a request may be silent until it settles what the killed one left in doubt.
        setup = SmallLife.setup().silentAtMost(Duration.ofSeconds(2)).keepingStateIn(() -> state);
        world = setup.start();
        shop = new SmallShop(world);
    }

    @AfterEach
    void end() {
        world.close();
        HomeFolder.remove(home);
    }

    /** On PostgreSQL the two between which an answer is stored: the others do not depend on the database. */
    static Stream<Point> points(TestDatabase database) {
        return database.product() == TestDatabase.Product.SQLITE
                ? Stream.of(Point.values())
                : Stream.of(Point.BEFORE_A_WRITE_IS_SENT, Point.BEFORE_THE_LINK_IS_WRITTEN);
    }

    @ParameterizedTest
    @MethodSource("points")
    void oneCleanRunPutsEverythingRight(Point point) throws Exception {
        world.run(SmallShop.FLOWS);
        SentSoFar sent = new SentSoFar(world);
        shop.sellOneMore();
        sent.note();
        long before = world.account().count("sellOrders");
        String watermarks = text("select coalesce(string_agg(value, ' ' order by list), '') from watermark");

        killAt(point);

        assertThat(world.account().count("sellOrders") - before).as("created").isEqualTo(point.created);
        assertThat(text("select count(*) from intent")).as("intents").isEqualTo(Long.toString(point.intents));
        assertThat(text("select coalesce(string_agg(value, ' ' order by list), '') from watermark"))
                .as("watermarks")
                .isEqualTo(watermarks);
        world.faults().clear();
        shop.change();
        sent.note();
        world.run(SmallShop.FLOWS);
        assertThat(sent.differences()).isEmpty();
        world.sandbox().log().clear();
        world.run(SmallShop.FLOWS);
        assertThat(world.writes()).as("writes without a change").isEmpty();
    }

    private void killAt(Point point) throws Exception {
        HomeFolder.writeProperties(home, setup, point.halt == null ? state : Halt.in(state, point.halt));
        HomeFolder.writeCustomer(home, world.sandbox());
        world.sandbox().log().clear();
        if (point.fault != null) {
            world.faults().add(point.fault);
        }
        Program program = Program.startLoggingAll(home, "run", "acme", "sell-orders");
        if (point.fault != null) {
            program.runsUntil(point.toString(), () -> !isUnstruck());
            program.kill();
        }
        assertThat(program.exit()).as(program.err()).isEqualTo(Halt.KILLED);
        Canaries.requireNoneIn(home);
    }

    private boolean isUnstruck() {
        return world.sandbox()
                .log()
                .requests(request -> request.fault() != null)
                .isEmpty();
    }

    private String text(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(state);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
