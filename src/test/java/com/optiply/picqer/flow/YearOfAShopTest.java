package com.optiply.picqer.flow;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.oracle.Resource;
import com.optiply.picqer.oracle.Verdict;
import com.optiply.picqer.sandbox.world.ShopSize;
import com.optiply.picqer.sandbox.world.Worlds;
import com.optiply.picqer.service.FileImport;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A year of a shop is loaded completely, with hardly a request more than it takes; then nothing is written twice, not
 * even when the state is lost.
 */
class YearOfAShopTest {
    private static final Flow[] LOADING =
            Arrays.stream(Flow.values()).filter(Flow::readsPicqer).toArray(Flow[]::new);
    /** All but the one that waits for a file. */
    private static final Flow[] FLOWS = Arrays.stream(Flow.values())
            .filter(flow -> flow != Flow.SUPPLIER_IMPORT)
            .toArray(Flow[]::new);

    /** Each run asks for its warehouses and for a product that it knows; reading on where it was takes a few pages. */
    private static final long BEYOND_THE_LEAST_MAX = 25;

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
        return new YearOfAShop(size, sent, linesOfTheirOwn(world), held(world), openBuyOrders(world), 0, 0);
    }

    private static Map<Kind, Long> held(SyncWorld world) {
        Map<Kind, Long> held = new EnumMap<>(Kind.class);
        for (Kind kind : Flow.COMPARISON.kinds()) {
            long records = world.account().count(kind.resource());
            if (records > 0) {
                held.put(kind, records);
            }
        }
        return held;
    }

    private static long openBuyOrders(SyncWorld world) {
        return world.account().all("buyOrders").stream()
                .filter(order -> !order.attributes().hasNonNull("completed"))
                .count();
    }

    /** A list of every pair there is, as it is: it is read and judged to its end, and there is nothing to write. */
    private static RunReport importAllPairs(SyncWorld world) {
        Map<Long, String> suppliers = world.shop().allSuppliers().stream()
                .collect(toMap(supplier -> supplier.path("idsupplier").asLong(), supplier -> supplier.path("name")
                        .asText()));
        String rows = world.shop().allProducts().stream()
                .map(product -> product.path("productcode").asText() + ","
                        + suppliers.get(product.path("idsupplier").asLong()) + ",TRUE\n")
                .collect(joining());
        Path file = world.home().resolve("pairs.csv");
        HomeFolder.write(file, "skuCode,supplierName,preferred\n" + rows);
        FileImport.Imported imported = ChoiceOfSuppliers.apply(world, file, DropPurpose.APPLY);
        assertThat(imported.isWhole()).as(imported.answer()).isTrue();
        return requireNonNull(requireNonNull(imported.lastRun()).report());
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
            List<RunReport> first = new ArrayList<>(world.run(FLOWS));
            first.add(importAllPairs(world));
            assertThat(world.differencesOfAFirstLoad()).isEmpty();
            List<RunReport> second = world.run(FLOWS);

            YearOfAShop year = year(world, size);
            System.err.println(year.table(first, true) + year.table(second, false) + sizeOfState(world));
            assertThat(world.differences()).isEmpty();
            assertThat(second)
                    .allSatisfy(run -> assertThat(YearOfAShop.written(run)).isZero());
            assertThat(YearOfAShop.requests(second) - year.least(second, false))
                    .as("requests of a run without changes, beyond the least")
                    .isLessThanOrEqualTo(BEYOND_THE_LEAST_MAX);
            double made = YearOfAShop.requests(first) + YearOfAShop.requests(second);
            assertThat(made / (year.least(first, true) + year.least(second, false)))
                    .isLessThanOrEqualTo(REQUESTS_TO_THE_LEAST_MAX);
            rebuild(world);
        }
    }

    private static String sizeOfState(SyncWorld world) {
        long links = world.links();
        long bytes = stateBytes(world);
        return "The state: %,d links in %.1f MB, %.1f MB for 100,000%n"
                .formatted(links, bytes / 1e6, bytes / 1e6 / links * 100_000);
    }

    /** Without a log that is yet to be folded into it. */
    private static long stateBytes(SyncWorld world) {
        try {
            Path copy = world.backUp();
            long bytes = Files.size(copy);
            Files.delete(copy);
            return bytes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void rebuild(SyncWorld world) {
        Map<String, Long> before = counts(world);
        world.loseState();
        world.sandbox().log().clear();
        List<RunReport> rebuilt = world.run(LOADING);
        world.run(LOADING);

        System.err.println("Rebuilt after the state was lost: %,d requests, of them %,d patches"
                .formatted(YearOfAShop.requests(rebuilt), world.writes("PATCH").size()));
        assertThat(world.writes("POST")).isEmpty();
        assertThat(world.writes("DELETE")).isEmpty();
        assertThat(counts(world)).isEqualTo(before);
        assertThat(world.differences()).isEmpty();
    }

    private static Map<String, Long> counts(SyncWorld world) {
        Map<String, Long> counts = new TreeMap<>();
        for (Kind kind : EnumSet.complementOf(EnumSet.of(Kind.PURCHASE_ORDERS))) {
            counts.put(kind.resource(), (long) world.account().count(kind.resource()));
        }
        return counts;
    }
}
