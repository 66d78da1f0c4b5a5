package com.optiply.picqer.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.harness.StatementFaults.When;
import com.optiply.picqer.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Promises 1 to 6, 10 and 12, statement by statement: a small shop is loaded, changed and brought in step, and one of
 * the statements that this makes in the state fails, or is carried out and its answer lost, a commit's too. One clean
 * run must put everything right.
 */
@Execution(ExecutionMode.CONCURRENT)
class FailingStatementTest {
    private static final int CASES_OF_EACH_RUN = 10;
    private static final AtomicInteger FILES = new AtomicInteger();

    @TempDir
    private static Path folder;

    /** One statement of those that a world without faults makes, and what goes wrong with it. */
    record Case(int number, String sql, int occurrence, When when) {
        /** The one command that repeats it. */
        String repeat() {
            return "mvn -B test -Pheavy -Dtest=FailingStatementTest -Dcase=" + number;
        }

        @Override
        public String toString() {
            return number + ": " + when + " no. " + occurrence + " of " + sql.substring(0, Math.min(70, sql.length()));
        }
    }

    /** A few, spread over all kinds of statement. */
    static Stream<Case> aFew() {
        List<Case> all = all();
        return IntStream.range(0, CASES_OF_EACH_RUN).mapToObj(one -> all.get(one * all.size() / CASES_OF_EACH_RUN));
    }

    /** Each, or every n-th by {@code -Deach=n}, or one by {@code -Dcase=}. */
    static Stream<Case> each() {
        int only = Integer.getInteger("case", -1);
        int step = Integer.getInteger("each", 1);
        return all().stream().filter(one -> only < 0 ? one.number() % step == 0 : one.number() == only);
    }

    private static List<Case> all() {
        String file = file();
        Map<String, Integer> counts;
        try (SyncWorld world = setup(file).start()) {
            FaultyDriver.of(file).clear();
            SmallShop shop = new SmallShop(world);
            world.run(SmallShop.FLOWS);
            shop.change();
            world.run(SmallShop.FLOWS);
            counts = FaultyDriver.of(file).counts();
        }
        FaultyDriver.forget(file);
        List<Case> cases = new ArrayList<>();
        counts.forEach((sql, count) -> IntStream.rangeClosed(1, count).forEach(occurrence -> {
            for (When when : When.values()) {
                cases.add(new Case(cases.size(), sql, occurrence, when));
            }
        }));
        return cases;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("aFew")
    void oneCleanRunPutsEverythingRight(Case one) {
        requireHealed(one);
    }

    @Tag("heavy")
    @ParameterizedTest(name = "{0}")
    @MethodSource("each")
    void oneCleanRunPutsEverythingRightWhicheverStatementFailed(Case one) {
        requireHealed(one);
    }

    private static void requireHealed(Case one) {
        String file = file();
        try (SyncWorld world = setup(file).start()) {
            SmallShop shop = new SmallShop(world);
            FaultyDriver.of(file).arm(one.sql(), one.occurrence(), one.when());
            tryRun(world);
            shop.change();
            tryRun(world);
            boolean hasStruck = FaultyDriver.of(file).hasStruck();
            FaultyDriver.of(file).clear();

            world.run(SmallShop.FLOWS);

            assertThat(world.differences())
                    .as("%s; struck: %s", one.repeat(), hasStruck)
                    .isEmpty();
            world.sandbox().log().clear();
            world.run(SmallShop.FLOWS);
            assertThat(world.writes())
                    .as("writes without a change; repeat: %s", one.repeat())
                    .isEmpty();
        } finally {
            FaultyDriver.forget(file);
        }
    }

    /** Where the state cannot even say that a run began, nothing has run. */
    private static void tryRun(SyncWorld world) {
        try {
            world.tryRun(SmallShop.FLOWS);
        } catch (StoreException notBegun) {
            assertThat(notBegun).hasMessageContaining("the disk reports an error");
        }
    }

    private static String file() {
        String file = "faulty-" + FILES.incrementAndGet() + ".db";
        FaultyDriver.of(file);
        return file;
    }

    private static SyncSetup setup(String file) {
        return SyncSetup.plain(SmallShop.PRODUCTS)
                .withoutSyncedDate()
                .impatient()
                .keepingStateIn(() -> "jdbc:sqlite:" + folder.resolve(file));
    }
}
