package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static com.optiply.picqer.flow.Purchases.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.Occurrences;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Picqer itself fails when it is asked for the parts of composed products. */
class PoisonPartsTest {
    private static final Flow[] CATALOGUE = {Flow.SUPPLIERS, Flow.PRODUCTS, Flow.SUPPLIER_PRODUCTS};
    private static final String PARTS = "/picqer/acme/api/v1/products/\\d+/parts";

    private final SyncWorld world =
            SyncSetup.plain(6).impatient().withoutSyncedDate().start();
    private final List<Long> kits = new ArrayList<>();
    private final List<Long> parts = new ArrayList<>();

    @AfterEach
    void end() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Flow.class,
            names = {"COMPOSITIONS", "COMPOSITIONS_IN_FULL"})
    void whereItFailsOnThePartsOfEveryProductTheRunHasFailedAndParksNone(Flow flow) {
        compose(8);
        world.run(CATALOGUE);
        world.run(Flow.COMPOSITIONS);
        changeParts();
        world.faults().add(Fault.status(500).on("GET", PARTS));

        requireFailed(flow);

        world.faults().clear();
        world.run(flow);
        assertThat(world.differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Flow.class,
            names = {"COMPOSITIONS", "COMPOSITIONS_IN_FULL"})
    void soItIsWhereNothingIsInOptiplyYet(Flow flow) {
        compose(8);
        world.run(CATALOGUE);
        world.faults().add(Fault.status(500).on("GET", PARTS));

        requireFailed(flow);
    }

    /** Whichever come first, four of them come one after the other. */
    @Test
    void manyThatItFailsOnForGoodCostThemselvesOnly() {
        compose(21);
        world.run(CATALOGUE);
        world.run(Flow.COMPOSITIONS);
        changeParts();
        failOn(kits.subList(0, 7));

        RunReport report = world.run(Flow.COMPOSITIONS).get(0);

        assertThat(reason(List.of(report), "unreadable")).isEqualTo(7);
        assertThat(report.counts().written().patch()).as("the others").isEqualTo(14);
        world.faults().clear();
        world.run(Flow.COMPOSITIONS);
        assertThat(world.state().parked()).isEmpty();
        assertThat(world.differences()).isEmpty();
    }

    /** The first that Picqer lists, or the last. */
    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void soItIsWhereNothingOfThemIsInOptiplyYet(int first) {
        compose(12);
        world.run(CATALOGUE);
        failOn(kits.subList(first, first + 7));

        RunReport report = world.run(Flow.COMPOSITIONS).get(0);

        assertThat(reason(List.of(report), "unreadable")).isEqualTo(7);
        assertThat(report.counts().written().create()).as("the others").isEqualTo(5);
    }

    @Test
    void anErrorOfTheMomentCostsNothing() {
        compose(1);
        world.run(CATALOGUE);
        world.faults().add(Fault.status(500).on("GET", PARTS).occurring(Occurrences.nth(1)));

        assertThat(reason(world.run(Flow.COMPOSITIONS), "unreadable")).isZero();

        assertThat(world.account().all("productCompositions")).hasSize(1);
    }

    private void requireFailed(Flow flow) {
        assertThat(world.tryRun(flow)).singleElement().satisfies(result -> {
            assertThat(result.report()).isNotNull();
            assertThat(result.report().outcome()).isEqualTo(Outcome.FAILED);
        });
        assertThat(world.state().parked()).isEmpty();
    }

    /** So many products, each of one part. */
    private void compose(int count) {
        long part = world.shop().allProducts().get(0).path("idproduct").asLong();
        for (int number = 0; number < count; number++) {
            long kit = world.user()
                    .addProduct(fields().put("productcode", "KIT-" + number)
                            .put("name", "Kit")
                            .put("price", 30)
                            .put("type", "composition_with_stock"))
                    .path("idproduct")
                    .asLong();
            kits.add(kit);
            parts.add(world.user().addPart(kit, part, 2));
        }
    }

    /** Picqer's times have no fractions, and only what is changed in the product itself moves them. */
    private void changeParts() {
        world.sandbox().clock().advance(Duration.ofMinutes(1));
        for (int number = 0; number < kits.size(); number++) {
            world.user().changePart(kits.get(number), parts.get(number), 5);
            world.user().changeProduct(kits.get(number), fields().put("name", "Kit"));
        }
    }

    private void failOn(List<Long> products) {
        products.forEach(kit -> world.faults().add(Fault.status(500).on("GET", PARTS.replace("\\d+", kit.toString()))));
    }
}
