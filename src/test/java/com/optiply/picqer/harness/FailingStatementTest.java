package com.optiply.picqer.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.harness.SmallLife.Way;
import com.optiply.picqer.harness.StatementFaults.When;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.TestDatabase;
import com.optiply.picqer.store.TestDatabase.Product;
import com.optiply.picqer.store.database.StoreException;
import com.optiply.picqer.store.database.StoreSettings;
import com.optiply.picqer.sync.run.Flow;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Promises 1 to 6, 10 and 12, statement by statement: a small shop lives through what {@link SmallLife} tells, and one
 * of the statements that this makes in the state fails, or is carried out and its answer lost, a commit's too; of a
 * server the connection is cut at the same time. One clean run must put everything right.
 */
@OnEveryDatabase
@Execution(ExecutionMode.CONCURRENT)
class FailingStatementTest {
    /** One statement of those that a world without faults makes, and what goes wrong with it. */
    record Case(Product product, Way way, int number, String sql, int occurrence, When when) {
        /** The one command that repeats it. */
        String repeat() {
            return ("mvn -B test -Pheavy -Dtest=FailingStatementTest -Dtests.database=%s -Dway=%s -Dstatement=%s"
                            + " -Doccurrence=%d -Dwhen=%s")
                    .formatted(product, way, statement(), occurrence, when);
        }

        /** A name of the statement that stays as long as its text does, whatever else the program asks. */
        String statement() {
            return Integer.toHexString(sql.hashCode());
        }

        boolean isMeant() {
            return System.getProperty("way", way.name()).equals(way.name())
                    && System.getProperty("statement", statement()).equals(statement())
                    && Integer.getInteger("occurrence", occurrence) == occurrence
                    && System.getProperty("when", when.name()).equals(when.name());
        }

        @Override
        public String toString() {
            return way + " " + number + ": " + when + " no. " + occurrence + " of "
                    + sql.substring(0, Math.min(70, sql.length()));
        }
    }

    /** A few of either way, spread over all kinds of statement. */
    static Stream<Case> aFew(TestDatabase database) throws Exception {
        int few = database.product() == Product.SQLITE ? 6 : 2;
        List<Case> chosen = new ArrayList<>();
        for (Way way : Way.values()) {
            List<Case> all = all(way, database);
            IntStream.range(0, few).forEach(one -> chosen.add(all.get(one * all.size() / few)));
        }
        return chosen.stream();
    }

    /**
     * Each, or every n-th by {@code -Deach=n}, from the number {@code -Dfrom=} on; of one way by {@code -Dway=}, of one
     * statement by {@code -Dstatement=}, at one {@code -Doccurrence=} of it, and {@code -Dwhen=} of that.
     */
    static Stream<Case> each(TestDatabase database) throws Exception {
        int step = Integer.getInteger("each", 1);
        int first = Integer.getInteger("from", 0);
        List<Case> all = new ArrayList<>();
        for (Way way : Way.values()) {
            if (System.getProperty("way", way.name()).equals(way.name())) {
                all.addAll(all(way, database));
            }
        }
        return all.stream()
                .filter(Case::isMeant)
                .filter(one -> one.number() >= first && (one.number() - first) % step == 0);
    }

    private static List<Case> all(Way way, TestDatabase database) throws Exception {
        StoreSettings place = database.fresh();
        StatementFaults faults = FaultyDriver.of(place.jdbcUrl());
        Map<String, Integer> counts;
        try (SyncWorld world = setup(place).start()) {
            SmallLife life = way.begin(world);
            faults.clear();
            life.live(world::run);
            counts = faults.counts();
        }
        remove(database, place);
        List<Case> cases = new ArrayList<>();
        counts.forEach((sql, count) -> IntStream.rangeClosed(1, count).forEach(occurrence -> {
            for (When when : When.on(database.product())) {
                cases.add(new Case(database.product(), way, cases.size(), sql, occurrence, when));
            }
        }));
        return cases;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("aFew")
    void oneCleanRunPutsEverythingRight(Case one, TestDatabase database) throws Exception {
        requireHealed(one, database);
    }

    @Tag("heavy")
    @ParameterizedTest(name = "{0}")
    @MethodSource("each")
    void oneCleanRunPutsEverythingRightWhicheverStatementFailed(Case one, TestDatabase database) throws Exception {
        requireHealed(one, database);
    }

    private static void requireHealed(Case one, TestDatabase database) throws Exception {
        StoreSettings place = database.fresh();
        StatementFaults faults = FaultyDriver.of(place.jdbcUrl());
        try (SyncWorld world = setup(place).start()) {
            SmallLife life = one.way().begin(world);
            faults.arm(one.sql(), one.occurrence(), one.when());
            life.live(flows -> tryRun(world, flows, faults));
            assertThat(faults.hasStruck()).as("came up: %s", one.repeat()).isTrue();
            faults.clear();

            life.heal();

            assertThat(life.differences()).as(one.repeat()).isEmpty();
            world.sandbox().log().clear();
            life.runAgain();
            assertThat(world.writes())
                    .as("writes without a change; repeat: %s", one.repeat())
                    .isEmpty();
        } finally {
            remove(database, place);
        }
    }

    /** Where the state cannot even say that a run began, nothing has run. */
    private static void tryRun(SyncWorld world, Flow[] flows, StatementFaults faults) {
        try {
            world.tryRun(flows);
        } catch (StoreException notBegun) {
            assertThat(faults.hasStruck()).as(notBegun.getMessage()).isTrue();
            assertThat(notBegun).hasMessageStartingWith("The state in ");
        }
    }

    private static void remove(TestDatabase database, StoreSettings place) throws SQLException, IOException {
        FaultyDriver.forget(place.jdbcUrl());
        database.remove(place);
    }

    private static SyncSetup setup(StoreSettings place) {
        return SmallLife.setup().impatient().keepingStateIn(place::jdbcUrl);
    }
}
