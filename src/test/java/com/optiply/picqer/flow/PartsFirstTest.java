package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.AssembledWithoutParts;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.TestDatabase;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An Optiply that takes {@code assembled} only of a product that has parts there. */
@OnEveryDatabase
class PartsFirstTest {
    private static final Flow[] CATALOGUE = {Flow.SUPPLIERS, Flow.PRODUCTS, Flow.SUPPLIER_PRODUCTS, Flow.COMPOSITIONS};
    private final SyncWorld world;

    PartsFirstTest(TestDatabase database) {
        world = SyncSetup.plain(12)
                .withoutSyncedDate()
                .guardedAsUsual()
                .keepingStateIn(() -> database.prepared().jdbcUrl())
                .start();
    }

    @BeforeEach
    void begin() {
        world.optiply().switches(world.optiply().switches().with(AssembledWithoutParts.REFUSE));
        world.run(CATALOGUE);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void aComposedProductIsHiddenByItsStatusUntilItHasParts() {
        long kit = kit("KIT-1");
        RunReport report = world.run();

        assertThat(report.counts().parked()).isEmpty();
        assertThat(report.counts().adjusted()).containsEntry("assembled_left_out", 1L);
        requireHidden(kit);

        world.run(Flow.COMPOSITIONS, Flow.PRODUCTS);
        assertThat(held(kit).path("assembled").asBoolean()).isTrue();
        assertThat(held(kit).path("status").asText()).isEqualToIgnoringCase("enabled");
        requireInStep();
    }

    @Test
    void oneThatNeverHasPartsStaysHiddenWithoutAnotherWord() {
        long bare = composed("KIT-0");
        world.run(Flow.PRODUCTS, Flow.COMPOSITIONS);
        world.sandbox().log().clear();
        RunReport report = world.run();

        requireHidden(bare);
        assertThat(world.writes()).isEmpty();
        assertThat(report.counts().adjusted()).containsEntry("assembled_left_out", 1L);
        assertThat(world.run(Flow.COMPARISON).get(0).counts().parked()).isEmpty();
        assertThat(world.writes()).isEmpty();
    }

    @Test
    void whatElseChangesReachesItMeanwhile() {
        long bare = composed("KIT-0");
        world.run();
        world.user().changeProduct(bare, fields().put("name", "Another name"));
        world.sandbox().log().clear();
        world.run();

        assertThat(held(bare).path("name").asText()).isEqualTo("Another name");
        assertThat(world.writes()).hasSize(1);
    }

    @Test
    void manyThatGetTheirPartsAtOnceAreNotHeldBecauseTheyAreOutOfSightAlready() {
        List<Long> kits = List.of(kit("KIT-1"), kit("KIT-2"), kit("KIT-3"), kit("KIT-4"));
        world.run(Flow.PRODUCTS, Flow.COMPOSITIONS, Flow.PRODUCTS);

        assertThat(kits)
                .allSatisfy(kit ->
                        assertThat(held(kit).path("assembled").asBoolean()).isTrue());
    }

    @Test
    void oneThatWasSentAndIsPutTogetherNowIsHiddenAndReturns() {
        long product = world.user()
                .addProduct(
                        fields().put("productcode", "SET-1").put("name", "Set").put("price", 9))
                .path("idproduct")
                .asLong();
        world.run();
        long before = record(product).id();
        world.user().changeProduct(product, fields().put("type", "virtual_composition"));
        RunReport report = world.run();

        assertThat(report.counts().parked()).isEmpty();
        requireHidden(product);
        assertThat(world.run().counts().written().total()).isZero();
        world.user().changeProduct(product, fields().put("type", "normal"));
        world.run(CATALOGUE);
        assertThat(record(product).id()).isEqualTo(before);
        requireInStep();
    }

    @Test
    void oneThatIsRefusedForAnotherReasonIsParkedAndLeftAlone() {
        long kit = composed("KIT-0");
        world.faults().add(Fault.status(400).on("POST", "/optiply/v1/products"));
        RunReport report = world.run();
        assertThat(report.counts().parked()).containsEntry("rejected", 1L);
        world.sandbox().log().clear();
        world.run();

        assertThat(world.writes()).isEmpty();
        assertThat(world.account().byRemoteId("products", "9021", Long.toString(kit)))
                .isEmpty();
    }

    @Test
    void aLostStateComesToTheSame() {
        long bare = composed("KIT-0");
        long kit = kit("KIT-1");
        world.run(Flow.PRODUCTS, Flow.COMPOSITIONS, Flow.PRODUCTS);
        world.loseState();
        world.run(CATALOGUE);

        requireHidden(bare);
        assertThat(held(kit).path("assembled").asBoolean()).isTrue();
        world.sandbox().log().clear();
        world.run(CATALOGUE);
        assertThat(world.writes()).isEmpty();
    }

    private void requireInStep() {
        assertThat(world.differences()).isEmpty();
        world.sandbox().log().clear();
        world.run(CATALOGUE);
        assertThat(world.writes()).as("writes of runs without changes").isEmpty();
    }

    private void requireHidden(long product) {
        assertThat(held(product).path("assembled").asBoolean()).isFalse();
        assertThat(held(product).path("status").asText()).isEqualToIgnoringCase("disabled");
    }

    private JsonNode held(long product) {
        return record(product).attributes();
    }

    private OptiplyRecord record(long product) {
        List<OptiplyRecord> records = world.account().byRemoteId("products", "9021", Long.toString(product));
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    private long kit(String sku) {
        long kit = composed(sku);
        world.user().addPart(kit, plainProduct(), 2);
        return kit;
    }

    private long composed(String sku) {
        world.sandbox().clock().advance(Duration.ofMinutes(1));
        return world.user()
                .addProduct(fields().put("productcode", sku)
                        .put("name", "Kit")
                        .put("price", 30)
                        .put("type", "composition_with_stock"))
                .path("idproduct")
                .asLong();
    }

    private long plainProduct() {
        return world.shop().allProducts().stream()
                .mapToLong(row -> row.path("idproduct").asLong())
                .min()
                .orElseThrow();
    }

    private static ObjectNode fields() {
        return instance.objectNode();
    }
}
