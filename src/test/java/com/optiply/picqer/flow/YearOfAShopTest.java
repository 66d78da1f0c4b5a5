package com.optiply.picqer.flow;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.oracle.Resource;
import com.optiply.picqer.oracle.Verdict;
import com.optiply.picqer.sandbox.world.ShopSize;
import com.optiply.picqer.sandbox.world.Worlds;
import com.optiply.picqer.sync.Flow;
import com.optiply.picqer.sync.RunReport;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A year of a shop is loaded completely, with hardly a request more than it takes; then nothing is written twice. */
class YearOfAShopTest {
    private static final Flow[] FLOWS =
            Arrays.stream(Flow.values()).filter(Flow::readsPicqer).toArray(Flow[]::new);
    private static final double REQUESTS_TO_THE_LEAST_MAX = 1.05;

    @Test
    void aTwentiethOfTheYearOfAMidSizeShop() {
        load(new ShopSize(500, 15, 2_500, 250, 8, 400));
    }

    /** {@code mvn test -Pheavy -Dtest=YearOfAShopTest}: the figures that the README quotes. */
    @Test
    @Tag("heavy")
    void theYearOfAMidSizeShop() {
        load(ShopSize.MID_SIZE);
    }

    /** The lists of recent and of open orders are short enough beside the others to be counted as they were read. */
    private static YearOfAShop year(SyncWorld world, ShopSize size) {
        Map<Resource, Long> sent = new EnumMap<>(Resource.class);
        for (Resource resource : Resource.withSource()) {
            sent.put(resource, sent(world, resource));
        }
        return new YearOfAShop(size, sent, linesOfTheirOwn(world), 0, 0);
    }

    private static long sent(SyncWorld world, Resource resource) {
        return world.verdicts(resource).values().stream()
                .filter(Verdict.Sent.class::isInstance)
                .count();
    }

    private static long linesOfTheirOwn(SyncWorld world) {
        Map<String, Long> lines = world.account().all("buyOrderLines").stream()
                .collect(groupingBy(
                        line -> line.attributes().path("buyOrderId") + " "
                                + line.attributes().path("productId"),
                        counting()));
        return lines.values().stream()
                .filter(ofProduct -> ofProduct > 1)
                .mapToLong(Long::longValue)
                .sum();
    }

    private static void load(ShopSize size) {
        try (SyncWorld world = SyncSetup.of(Worlds.year(size)).start()) {
            List<RunReport> first = world.run(FLOWS);
            List<RunReport> second = world.run(FLOWS);

            YearOfAShop year = year(world, size);
            System.err.println(year.table(first, true) + year.table(second, false));
            assertThat(world.differences()).isEmpty();
            assertThat(second)
                    .allSatisfy(run -> assertThat(YearOfAShop.written(run)).isZero());
            double made = YearOfAShop.requests(first) + YearOfAShop.requests(second);
            assertThat(made / (year.least(first, true) + year.least(second, false)))
                    .isLessThanOrEqualTo(REQUESTS_TO_THE_LEAST_MAX);
        }
    }
}
