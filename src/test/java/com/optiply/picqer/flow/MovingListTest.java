package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sandbox.server.Occurrences;
import com.optiply.picqer.sandbox.server.UserAction;
import com.optiply.picqer.sync.run.RunReport;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows move under the reader. The list shows the newest first, so what goes or comes at its top moves all the rest. */
class MovingListTest {
    private static final long SEED = Long.getLong("seed", 20251008);
    private static final int PRODUCTS = 230;
    private static final int MOVED = 12;

    /** What people do to products while the list is read. */
    enum Movement {
        REMOVED,
        INACTIVATED,
        INSERTED,
        DUPLICATED;

        UserAction of(long idproduct) {
            ObjectNode arguments = instance.objectNode().put("idproduct", idproduct);
            return switch (this) {
                case REMOVED -> new UserAction("acme", "remove-product", arguments);
                case INACTIVATED -> new UserAction("acme", "inactivate-product", arguments);
                case DUPLICATED -> new UserAction("acme", "duplicate-product", arguments);
                case INSERTED -> new UserAction("acme", "add-product", inserted(idproduct));
            };
        }

        private static ObjectNode inserted(long number) {
            ObjectNode arguments = instance.objectNode();
            arguments
                    .putObject("fields")
                    .put("productcode", "INSERTED-" + number)
                    .put("name", "Inserted")
                    .put("price", 5);
            return arguments;
        }
    }

    @ParameterizedTest
    @EnumSource
    void noRowIsMissedInTheVeryRunInWhichRowsMove(Movement movement) {
        try (SyncWorld world = SyncSetup.plain(PRODUCTS).seeded(SEED).start()) {
            List<Long> newest = newestFirst(world).subList(0, MOVED);
            moveAt(world, movement, newest, 2);
            RunReport disturbed = world.run();
            world.faults().clear();

            assertThat(missing(world, newest)).as("seed %d", SEED).isEmpty();
            Accounting.requireSound(disturbed, Map.of());
            world.run();
            world.requireInStep(world.run());
            world.requireIdle();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsTakenForGoneBecauseRowsMoved(Movement movement) {
        try (SyncWorld world = SyncSetup.plain(PRODUCTS).seeded(SEED).start()) {
            world.requireInStep(world.run());
            List<Long> newest = newestFirst(world).subList(0, MOVED);
            world.sandbox().log().clear();
            moveAt(world, movement, newest.subList(0, MOVED / 2), 2);
            world.run();
            world.faults().clear();
            moveAt(world, movement, newest.subList(MOVED / 2, MOVED), 3);
            world.run();
            world.faults().clear();

            assertThat(wronglyHidden(world, newest)).as("seed %d", SEED).isEmpty();
            world.run();
            world.requireInStep(world.run());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aShopThatNeverStandsStillIsInStepOnceItDoes(boolean isPagedPlainly) {
        SyncSetup setup = SyncSetup.plain(PRODUCTS).seeded(SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        try (SyncWorld world = (isPagedPlainly ? setup.pagingPlainly() : setup).start()) {
            List<Long> ids = newestFirst(world);
            for (int i = 0; i < MOVED; i++) {
                long id = ids.get(i * 15 + random.nextInt(15));
                Movement movement = Movement.values()[random.nextInt(Movement.values().length)];
                moveAt(world, movement, List.of(id), 2 + random.nextInt(6));
            }
            world.run();
            world.run();
            world.faults().clear();

            world.run();
            world.requireInStep(world.run());
            world.requireIdle();
        }
    }

    @Test
    void readsWholePagesWhereTheListEndsOnOne() {
        for (int products : new int[] {0, 1, 99, 100, 101, 199, 200}) {
            try (SyncWorld world = SyncSetup.plain(products).start()) {
                RunReport report = world.run();

                assertThat(report.counts().read()).isEqualTo(products);
                world.requireInStep(report);
            }
        }
    }

    private static void moveAt(SyncWorld world, Movement movement, List<Long> ids, int request) {
        for (long id : ids) {
            world.faults()
                    .add(Fault.userAction(movement.of(id))
                            .on("GET", ".*/api/v1/products")
                            .occurring(Occurrences.nth(request)));
            if (movement == Movement.REMOVED) {
                world.mayBeRemoved(id);
            }
        }
    }

    private static List<Long> newestFirst(SyncWorld world) {
        return world.shop().allProducts().stream()
                .map(row -> row.path("idproduct").asLong())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** What was there before and after, was not touched, and still is not in Optiply. */
    private static List<String> missing(SyncWorld world, List<Long> touched) {
        List<String> held = world.products().stream()
                .map(record -> record.attributes().path("skuCode").asText())
                .toList();
        return world.shop().allProducts().stream()
                .filter(row -> !touched.contains(row.path("idproduct").asLong()))
                .map(row -> row.path("productcode").asText())
                .filter(code -> !code.startsWith("INSERTED") && !held.contains(code))
                .toList();
    }

    private static List<String> wronglyHidden(SyncWorld world, List<Long> touched) {
        return world.writes("PATCH").stream()
                .filter(patch -> patch.body().contains("disabled"))
                .map(LoggedRequest::path)
                .filter(path -> touched.stream().noneMatch(id -> path.endsWith("/" + optiplyId(world, id))))
                .toList();
    }

    private static long optiplyId(SyncWorld world, long idproduct) {
        return world.account()
                .byRemoteId("products", "9021", Long.toString(idproduct))
                .get(0)
                .id();
    }
}
