package com.optiply.picqer.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Promises 7 and 8: one customer's Picqer hangs, another's Optiply is broken, a third floods the service, and the
 * others get what they would get without them; none gets more than its budget.
 */
class NeighboursTest {
    private static final Duration LATENCY = Duration.ofMillis(50);
    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final Duration SETTLING = Duration.ofSeconds(15);
    private static final Duration PERIOD = Duration.ofSeconds(5);
    private static final List<String> TROUBLED =
            List.of(Neighbourhood.HANGING, Neighbourhood.BROKEN, Neighbourhood.FLOODING);

    /**
     * All have the same budget. So whoever gets less than the flooding one, by more than what a busy machine does to
     * any of them, gave way to it.
     */
    @Test
    void nobodyGivesWayToOneWhoFloods() {
        List<String> healthy = List.of("north", "south");
        try (Neighbourhood all = of(with(TROUBLED, healthy), 300, Duration.ofSeconds(1))) {
            all.goOnUntil(Neighbourhood.FLOODING, 30, Duration.ofMinutes(1));

            assertThat(healthy).allSatisfy(name -> {
                assertThat(all.requestsToOptiply(name))
                        .as("requests of %s", name)
                        .isGreaterThan(15);
                assertThat(all.triggers(name)).as("triggers of %s", name).isPositive();
            });
            requireWithinBudget(all);
        }
    }

    @Test
    @Tag("heavy")
    void seventeenOfTwentyGetWhatTheyGetAlone() {
        Duration interval = Duration.ofSeconds(Long.getLong("seconds", 60));
        List<String> healthy =
                IntStream.rangeClosed(1, 17).mapToObj(number -> "shop" + number).toList();
        long alone;
        try (Neighbourhood one = of(List.of("shop1"), 2_000, SILENCE)) {
            one.within(SETTLING);
            alone = one.within(interval).get("shop1");
        }
        try (Neighbourhood all = of(with(TROUBLED, healthy), 2_000, SILENCE)) {
            all.within(SETTLING);
            Map<String, Long> requests = all.within(interval);
            String seen = "alone " + alone + ", of twenty " + requests;

            assertThat(healthy).as(seen).allSatisfy(name -> {
                assertThat(requests.get(name) / (double) alone)
                        .as("share of %s", name)
                        .isGreaterThanOrEqualTo(0.95);
                assertThat(all.longestGap(name)).as("triggers of %s", name).isLessThan(PERIOD.multipliedBy(2));
            });
            requireWithinBudget(all);
            System.out.println(seen
                    + ", longest time between triggers "
                    + healthy.stream().map(all::longestGap).max(Duration::compareTo));
        }
    }

    /** Two that were sent a second apart may come in less: so much more is allowed at the other end. */
    private static void requireWithinBudget(Neighbourhood all) {
        int underWay = 2;
        assertThat(all.names()).allSatisfy(name -> assertThat(all.mostToOptiplyInASecond(name))
                .as("requests of %s to Optiply in a second", name)
                .isLessThanOrEqualTo(Neighbourhood.TO_OPTIPLY_PER_SECOND_MAX + underWay));
    }

    private static Neighbourhood of(List<String> names, int products, Duration silence) {
        return new Neighbourhood(names, products, LATENCY, silence, PERIOD);
    }

    private static List<String> with(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
