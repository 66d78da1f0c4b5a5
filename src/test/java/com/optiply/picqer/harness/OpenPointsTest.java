package com.optiply.picqer.harness;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.harness.OpenPoint.Ending;
import com.optiply.picqer.harness.SmallLife.Way;
import com.optiply.picqer.oracle.Resource;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sandbox.server.Occurrences;
import com.optiply.picqer.sandbox.world.Worlds;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.sync.run.Flow;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every answer that Picqer and Optiply may give to what their documents leave open, one at a time: each flow over the
 * whole shop next to the oracle, and a small shop whose creates get no answer. Only some: {@code -Dpoint=REGEX}.
 */
@Execution(ExecutionMode.CONCURRENT)
class OpenPointsTest {
    private static final double SHARE_OF_LOST_ANSWERS = 0.3;
    private static final Set<String> TELLING =
            Set.of("order oldest_first", "assembled_without_parts refuse", "remote_id_key coupling_name");

    static Stream<OpenPoint> all() {
        String wanted = System.getProperty("point", ".*");
        return OpenPoint.all().filter(point -> point.toString().matches(wanted));
    }

    static Stream<OpenPoint> telling() {
        return OpenPoint.all().filter(point -> TELLING.contains(point.toString()));
    }

    @ParameterizedTest
    @MethodSource("telling")
    void aWholeShopEndsAsItShould(OpenPoint point) {
        requireWholeShop(point);
    }

    @Tag("heavy")
    @ParameterizedTest
    @MethodSource("all")
    void aWholeShopEndsAsItShouldWhateverTheAnswer(OpenPoint point) {
        requireWholeShop(point);
    }

    @Tag("heavy")
    @ParameterizedTest
    @MethodSource("all")
    void nothingIsLostOrSentTwiceWhenCreatesGetNoAnswer(OpenPoint point) {
        if (isOfAScopedKey(point)) {
            requireScopedShopWithoutAnswers(point);
        } else {
            ways(point).forEach(way -> requireSmallShopWithoutAnswers(point, way));
        }
    }

    /** A switch that is added without a value here is noticed. */
    @Test
    void everySwitchOfBothIsTurned() {
        try (SyncWorld world = SyncSetup.plain(1).start()) {
            for (String account : List.of("acme", "optiply")) {
                OpenPoint any = OpenPoint.all()
                        .filter(point -> point.at().equals(account))
                        .findFirst()
                        .orElseThrow();
                Set<String> turned = OpenPoint.all()
                        .filter(point -> point.at().equals(account))
                        .map(OpenPoint::name)
                        .collect(Collectors.toSet());
                assertThat(any.turn(world).fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(turned);
            }
        }
    }

    private static void requireWholeShop(OpenPoint point) {
        try (SyncWorld world = point.of(SyncSetup.of(Worlds.whole())).start()) {
            point.turn(world);
            prepare(point, world);
            switch (point.ending()) {
                case IN_STEP, KNOWS_SUPPLIERS_BY_NAME -> world.runAll();
                case HIDES_COMPOSED_PRODUCTS_FOR_A_ROUND -> {
                    world.runAll();
                    assertThat(world.differences()).isNotEmpty().allMatch(one -> one.startsWith("product "));
                    world.runAll();
                }
                case STOPS_UNTIL_PAGING_IS_PLAIN -> {
                    assertThat(stops(world.tryRun(Flow.values())))
                            .isNotEmpty()
                            .allMatch(why -> why.contains("set `picqer.paging: plain`"));
                    world.choose(customer -> customer.getPicqer().setPaging("plain"));
                    world.runAll();
                }
                case STOPS_UNTIL_THE_COUPLING_IS_LEFT_OUT -> {
                    assertThat(stops(world.tryRun(Flow.values())))
                            .singleElement()
                            .asString()
                            .contains("Compare `optiply.coupling`", "leave it out");
                    world.leaveOutCoupling();
                    world.runAll();
                }
                case HOLDS_AS_MUCH_AS_EVER -> world.runAll();
                case STOPS_AT_THE_LIMIT -> {
                    limit(world, 1);
                    assertThat(stops(world.tryRun(Flow.values())))
                            .isNotEmpty()
                            .allMatch(why -> why.contains("429") || why.contains("it asked for a pause"));
                    limit(world, Integer.MAX_VALUE);
                    world.restart(); // a pause that Picqer asked for is kept
                    world.runAll();
                }
                case LACKS_DELIVERIES -> requireNoDeliveries(world);
            }
            requireRight(point, world);
        }
    }

    private static void requireRight(OpenPoint point, SyncWorld world) {
        if (point.ending() == Ending.LACKS_DELIVERIES) {
            assertThat(world.differencesOfAFirstLoad()).allMatch(one -> one.startsWith("delivery "));
            requireIdle(world, () -> requireNoDeliveries(world));
            return;
        }
        if (world.oracleSettings().coupling() == null) {
            assertThat(census(world)).isEqualTo(censusAsEver());
        } else {
            assertThat(world.differencesOfAFirstLoad()).isEmpty();
        }
        requireIdle(world, world::runAll);
    }

    private static void requireNoDeliveries(SyncWorld world) {
        world.run(Arrays.stream(Flow.values())
                .filter(flow -> flow != Flow.ITEM_DELIVERIES)
                .toArray(Flow[]::new));
        assertThat(stops(world.tryRun(Flow.ITEM_DELIVERIES)))
                .singleElement()
                .asString()
                .contains("/receipts", "403");
    }

    private static void requireSmallShopWithoutAnswers(OpenPoint point, Way way) {
        try (SyncWorld world = point.of(SmallLife.setup()).impatient().start()) {
            point.turn(world);
            SmallLife life = way.begin(world);
            loseAnswers(world);
            life.live(world::tryRun);
            world.faults().clear();
            if (point.ending() == Ending.STOPS_UNTIL_THE_COUPLING_IS_LEFT_OUT) {
                world.leaveOutCoupling();
            }
            life.heal();
            assertThat(life.differences()).as("%s", way).isEmpty();
            requireIdle(world, life::runAgain);
        }
    }

    /** People in Optiply are followed by the ids that records bear: without a coupling there are none. */
    private static List<Way> ways(OpenPoint point) {
        return switch (point.ending()) {
            case STOPS_UNTIL_THE_COUPLING_IS_LEFT_OUT, HOLDS_AS_MUCH_AS_EVER -> List.of(Way.FROM_PICQER);
            default -> List.of(Way.values());
        };
    }

    /** What people in the small shop do belongs to no fulfilment customer, so the whole one loses its answers. */
    private static void requireScopedShopWithoutAnswers(OpenPoint point) {
        try (SyncWorld world =
                point.of(SyncSetup.of(Worlds.whole())).impatient().start()) {
            point.turn(world);
            prepare(point, world);
            loseAnswers(world);
            world.tryRun(Flow.values());
            world.faults().clear();
            world.goOn(Duration.ofDays(1));
            heal(point, world);
            requireRight(point, world);
        }
    }

    private static void heal(OpenPoint point, SyncWorld world) {
        if (point.ending() == Ending.LACKS_DELIVERIES) {
            requireNoDeliveries(world);
        } else {
            world.runAll();
        }
    }

    private static boolean isOfAScopedKey(OpenPoint point) {
        return point.ending() == Ending.KNOWS_SUPPLIERS_BY_NAME || point.ending() == Ending.LACKS_DELIVERIES;
    }

    /** A fulfilment key sees what belongs to its customer: here that is everything. */
    private static void prepare(OpenPoint point, SyncWorld world) {
        if (isOfAScopedKey(point)) {
            world.shop().allProducts().forEach(row -> world.user().putProductVerbatim(owned(row)));
            world.shop().allPurchaseOrders().forEach(row -> world.user().putPurchaseOrderVerbatim(owned(row)));
            world.shop().allReceipts().forEach(row -> world.user().putReceiptVerbatim(owned(row)));
            world.shop().allOrders().forEach(row -> world.user().putOrderVerbatim(owned(row)));
        }
    }

    private static String owned(ObjectNode row) {
        return row.deepCopy()
                .put("idfulfilment_customer", SyncSetup.FULFILMENT_CUSTOMER)
                .toString();
    }

    private static void limit(SyncWorld world, int requestsPerMinute) {
        world.shop()
                .perform(
                        "rate-limit",
                        JsonNodeFactory.instance.objectNode().put("requests_per_minute", requestsPerMinute));
    }

    private static void loseAnswers(SyncWorld world) {
        String creates = "/optiply/v1/.*|/picqer/acme/api/v1/purchaseorders";
        world.faults().add(Fault.timeOutAfter().on("POST", creates).occurring(Occurrences.nth(2)));
        world.faults()
                .add(Fault.resetAfter()
                        .on("POST", creates)
                        .occurring(Occurrences.withProbability(SHARE_OF_LOST_ANSWERS)));
    }

    /** What runs broke off with, in words. */
    private static List<String> stops(List<RunResult> results) {
        return results.stream()
                .map(RunResult::thrown)
                .filter(Objects::nonNull)
                .map(Throwable::getMessage)
                .toList();
    }

    private static Map<String, Integer> census(SyncWorld world) {
        return Arrays.stream(Resource.values())
                .map(Resource::path)
                .collect(toMap(Function.identity(), path -> world.account().count(path)));
    }

    private static Map<String, Integer> censusAsEver() {
        try (SyncWorld world = SyncSetup.of(Worlds.whole()).start()) {
            world.runAll();
            return census(world);
        }
    }

    private static void requireIdle(SyncWorld world, Runnable runs) {
        world.sandbox().log().clear();
        runs.run();
        assertThat(world.writes())
                .filteredOn(request -> request.applied() < 400)
                .extracting(LoggedRequest::path)
                .as("writes of runs without changes")
                .isEmpty();
    }
}
