package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.picqer.Stock;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sandbox.server.Occurrences;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.TestDatabase;
import com.optiply.picqer.sync.run.RunReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One product among thirty plain ones, through everything that befalls products; each test begins in step. */
@OnEveryDatabase
class LifeOfAProductTest {
    private static final String PATCHES = "/optiply/v1/products/\\d+";

    private final SyncWorld world;
    private long product;

    LifeOfAProductTest(TestDatabase database) {
        world = SyncSetup.plain(30)
                .impatient()
                .withoutSyncedDate()
                .keepingStateIn(() -> database.prepared().jdbcUrl())
                .start();
    }

    @BeforeEach
    void begin() {
        product = world.user()
                .addProduct(fields().put("productcode", "KT-17")
                        .put("name", "Kettle")
                        .put("price", 24.95)
                        .put("barcode", "8712345678906"))
                .path("idproduct")
                .asLong();
        world.setStock(product, 10);
        world.requireInStep(world.run());
        world.sandbox().log().clear();
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void isCreatedWithAllItHas() {
        JsonNode held = record().attributes();

        assertThat(held.path("remoteIdMap").path("9021").asText()).isEqualTo(Long.toString(product));
        assertThat(held.path("skuCode").asText()).isEqualTo("KT-17");
        assertThat(held.path("price").asText()).isEqualTo("24.95");
        assertThat(held.path("stockLevel").asLong()).isEqualTo(10);
        world.requireIdle();
    }

    @Test
    void tellsNothingButTheStockWhenTheStockChanged() {
        world.setStock(product, 20);
        inStepAfterOneRun();

        assertThat(patches()).containsExactly("{\"data\":{\"type\":\"products\",\"attributes\":{\"stockLevel\":20}}}");
    }

    @Test
    void tellsSeveralChangesAtOnce() {
        change(fields().put("name", "Kettle 1.7L").put("price", 29));
        inStepAfterOneRun();

        assertThat(patches())
                .containsExactly("{\"data\":{\"type\":\"products\",\"attributes\":{\"name\":\"Kettle 1.7L\","
                        + "\"price\":29.00}}}");
    }

    @Test
    void endsAtTenWhenItsStockWasTwentyInBetween() {
        world.setStock(product, 20);
        world.run();
        world.setStock(product, 10);
        inStepAfterOneRun();

        assertThat(stockLevel()).isEqualTo(10);
        assertThat(world.writes("PATCH")).hasSize(2);
    }

    @Test
    void endsAtTenAlthoughTheAnswerToTwentyWasLost() {
        world.faults().add(Fault.resetAfter().on("PATCH", PATCHES));
        world.setStock(product, 20);
        world.tryRun();
        world.faults().clear();
        assertThat(stockLevel()).isEqualTo(20);
        world.setStock(product, 10);
        inStepAfterOneRun();

        assertThat(stockLevel()).isEqualTo(10);
    }

    @Test
    void endsAtTenAlthoughTheEngineStoppedBeforeTheAnswerToTwentyCame() {
        world.faults().add(Fault.timeOutAfter().on("PATCH", PATCHES));
        world.setStock(product, 20);
        world.tryRun();
        world.faults().clear();
        world.restart();
        world.setStock(product, 10);
        inStepAfterOneRun();

        assertThat(stockLevel()).isEqualTo(10);
    }

    @Test
    void isHiddenWhenInactiveAndReturnsUnderTheSameId() {
        long before = record().id();
        world.user().inactivateProduct(product);
        RunReport hidden = inStepAfterOneRun();
        assertThat(hidden.counts().written().patch()).isEqualTo(1);
        assertThat(attribute("status")).isEqualTo("disabled");
        world.user().activateProduct(product);
        inStepAfterOneRun();

        assertThat(attribute("status")).isEqualTo("enabled");
        assertThat(record().id()).isEqualTo(before);
        assertThat(patches())
                .containsExactly(
                        "{\"data\":{\"type\":\"products\",\"attributes\":{\"status\":\"disabled\"}}}",
                        "{\"data\":{\"type\":\"products\",\"attributes\":{\"status\":\"enabled\"}}}");
    }

    @Test
    void becomesUnlimitedAndReturns() {
        long before = record().id();
        change(fields().put("type", "unlimited_stock"));
        inStepAfterOneRun();
        assertThat(attribute("unlimitedStock")).isEqualTo("true");
        change(fields().put("type", "normal"));
        inStepAfterOneRun();

        assertThat(attribute("unlimitedStock")).isEqualTo("false");
        assertThat(record().id()).isEqualTo(before);
    }

    @Test
    void becomesAssembledAndReturns() {
        long before = record().id();
        change(fields().put("type", "virtual_composition"));
        inStepAfterOneRun();
        assertThat(attribute("assembled")).isEqualTo("true");
        change(fields().put("type", "normal"));
        inStepAfterOneRun();

        assertThat(attribute("assembled")).isEqualTo("false");
        assertThat(record().id()).isEqualTo(before);
    }

    @Test
    void isHiddenWhenPicqerHasLostItTwiceRunningAndNotBefore() {
        world.remove(product);
        world.run();
        assertThat(world.writes()).isEmpty();
        assertThat(attribute("status")).isEqualTo("enabled");
        inStepAfterOneRun();

        assertThat(attribute("status")).isEqualTo("disabled");
        assertThat(world.writes("DELETE")).isEmpty();
        world.requireIdle();
    }

    @Test
    void isNotHiddenWhenPicqerShowsItAgainInBetween() {
        ObjectNode row = world.shop().product(product).orElseThrow();
        world.remove(product);
        world.run();
        world.user().putProductVerbatim(row.toString());
        world.run();
        world.remove(product);
        world.run();

        assertThat(world.writes()).isEmpty();
        assertThat(attribute("status")).isEqualTo("enabled");
    }

    @Test
    void isCreatedAgainWhenAUserDeletedItInOptiply() {
        long before = record().id();
        world.account().deleteByUser("products", before);
        world.setStock(product, 11);
        inStepAfterOneRun();

        assertThat(record().id()).isNotEqualTo(before);
        assertThat(record().attributes().path("name").asText()).isEqualTo("Kettle");
    }

    @Test
    void stillHidesWhatAUserDeletedInOptiply() {
        world.account().deleteByUser("products", record().id());
        world.user().inactivateProduct(product);
        RunReport report = world.run();

        assertThat(report.counts().filtered()).containsEntry("inactive", 1L);
        assertThat(world.writes("POST")).isEmpty();
        world.requireIdle();
    }

    @Test
    void losesItsPriceWhenPicqerEmptiesIt() {
        change(fields().putNull("price"));
        inStepAfterOneRun();

        assertThat(patches()).containsExactly("{\"data\":{\"type\":\"products\",\"attributes\":{\"price\":null}}}");
    }

    @Test
    void keepsItsLastPriceWhenTheNewOneIsBeyondTheLimit() {
        change(fields().put("price", 10_000_000));
        RunReport report = inStepAfterOneRun();

        assertThat(attribute("price")).isEqualTo("24.95");
        assertThat(report.counts().adjusted()).isEqualTo(Map.of("price_beyond_limit", 1L));
        assertThat(world.writes()).isEmpty();
    }

    @Test
    void losesItsBarcodeWhenPicqerEmptiesIt() {
        change(fields().put("barcode", ""));
        inStepAfterOneRun();

        assertThat(patches()).containsExactly("{\"data\":{\"type\":\"products\",\"attributes\":{\"eanCode\":null}}}");
    }

    @Test
    void mayFallBelowZero() {
        world.user().setStock(product, SyncSetup.MAIN_WAREHOUSE, new Stock(3, 10, 0, 0));
        inStepAfterOneRun();

        assertThat(stockLevel()).isEqualTo(-7);
    }

    @Test
    void isTriedAgainByItselfWhenOptiplyRefusedIt() {
        world.faults().add(Fault.status(400).on("PATCH", PATCHES).occurring(Occurrences.nth(1)));
        world.setStock(product, 12);
        assertThat(world.run().counts().parked()).isEqualTo(Map.of("rejected", 1L));
        assertThat(world.run().counts().parked()).as("left alone").isEqualTo(Map.of("rejected", 1L));
        assertThat(patches()).hasSize(1);
        world.goOn(Duration.ofMinutes(1));
        inStepAfterOneRun();

        assertThat(stockLevel()).isEqualTo(12);
    }

    private RunReport inStepAfterOneRun() {
        RunReport report = world.run();
        world.requireInStep(report);
        return report;
    }

    private List<String> patches() {
        assertThat(world.writes()).extracting(LoggedRequest::method).containsOnly("PATCH");
        return world.writes("PATCH").stream().map(LoggedRequest::body).toList();
    }

    private OptiplyRecord record() {
        List<OptiplyRecord> records = world.account().byRemoteId("products", "9021", Long.toString(product));
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    private String attribute(String name) {
        return record().attributes().path(name).asText();
    }

    private long stockLevel() {
        return record().attributes().path("stockLevel").asLong();
    }

    private void change(ObjectNode fields) {
        world.user().changeProduct(product, fields);
    }

    private static ObjectNode fields() {
        return instance.objectNode();
    }
}
