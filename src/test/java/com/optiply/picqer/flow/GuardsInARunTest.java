package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.TestDatabase;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A shop of which half is gone, or empty, from one run to the next: a person is asked, and all else goes on. */
@OnEveryDatabase
class GuardsInARunTest {
    private static final int PRODUCTS = 120;

    private final TestDatabase database;
    private SyncWorld world;

    GuardsInARunTest(TestDatabase database) {
        this.database = database;
        world = inStep(PRODUCTS);
    }

    private SyncWorld inStep(int products) {
        SyncWorld begun = SyncSetup.plain(products)
                .guardedAsUsual()
                .keepingStateIn(() -> database.prepared().jdbcUrl())
                .start();
        begun.requireInStep(begun.run());
        begun.sandbox().log().clear();
        return begun;
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void holdsWhenHalfOfTheListingIsGone() {
        List<Long> half = ids().subList(0, PRODUCTS / 2);
        half.forEach(world::remove);
        world.setStock(ids().get(0), 4711);
        world.run();
        RunReport held = world.run();

        assertThat(world.events().held()).isEqualTo(Map.of(HoldAction.DISABLE, (long) PRODUCTS / 2));
        assertThat(held.counts().parked()).isEqualTo(Map.of("held", (long) PRODUCTS / 2));
        assertThat(world.writes()).hasSize(1);
        assertThat(disabled()).isZero();
    }

    @Test
    void doesWhatAPersonApprovedAndThenIsInStep() {
        ids().subList(0, PRODUCTS / 2).forEach(world.user()::inactivateProduct);
        RunReport held = world.run();
        assertThat(disabled()).isZero();
        assertThat(approve(held)).isEqualTo(Map.of(HoldAction.DISABLE, (long) PRODUCTS / 2));
        RunReport done = world.run();

        assertThat(disabled()).isEqualTo(PRODUCTS / 2);
        world.requireInStep(done);
        world.requireIdle();
    }

    @Test
    void anApprovalOutlivesTheRunsThatHeldAgain() {
        ids().subList(0, PRODUCTS / 2).forEach(world.user()::inactivateProduct);
        RunReport first = world.run();
        world.run();
        approve(first);

        world.requireInStep(world.run());
    }

    @Test
    void forgetsWhatItHeldWhenPicqerRecovers() {
        List<Long> half = ids().subList(0, PRODUCTS / 2);
        half.forEach(world.user()::inactivateProduct);
        RunReport held = world.run();
        half.forEach(world.user()::activateProduct);
        RunReport recovered = world.run();

        world.requireInStep(recovered);
        assertThat(world.writes()).isEmpty();
        assertThat(approve(held)).isEmpty();
    }

    @Test
    void holdsWhenAllStockIsZeroAndStillTellsTheRest() {
        ids().forEach(id -> world.setStock(id, 5));
        world.run();
        world.sandbox().log().clear();
        ids().forEach(id -> world.setStock(id, 0));
        world.user().changeProduct(ids().get(0), fields().put("name", "Renamed"));
        RunReport held = world.run();

        assertThat(world.events().held()).isEqualTo(Map.of(HoldAction.STOCK_ZERO, (long) PRODUCTS));
        assertThat(world.writes("PATCH")).hasSize(1);
        assertThat(world.writes("PATCH").get(0).body())
                .contains("\"name\":\"Renamed\"")
                .doesNotContain("stockLevel");
        approve(held);
        world.requireInStep(world.run());
    }

    @Test
    void countsUnlimitedAndAssembledAsDisabling() {
        ids().subList(0, 5).forEach(id -> world.user().changeProduct(id, fields().put("type", "unlimited_stock")));
        ids().subList(5, 10).forEach(id -> world.user().changeProduct(id, fields().put("type", "virtual_composition")));
        world.run();

        assertThat(world.events().held()).isEqualTo(Map.of(HoldAction.DISABLE, 10L));
        assertThat(world.writes()).isEmpty();
    }

    @Test
    void putsBackWhatWasLetThroughBeforeWithoutAskingAgain() {
        ids().subList(0, PRODUCTS / 2).forEach(world.user()::inactivateProduct);
        approve(world.run());
        world.run();
        world.products()
                .forEach(one -> world.account().editByUser("products", one.id(), fields().put("status", "enabled")));
        world.run(Flow.COMPARISON);

        assertThat(disabled()).isEqualTo(PRODUCTS / 2);
        assertThat(world.events().held()).isEmpty();
    }

    @Test
    void letsAFewThroughWithoutAsking() {
        ids().subList(0, 6).forEach(world.user()::inactivateProduct);
        RunReport report = world.run();

        assertThat(world.events().held()).isEmpty();
        world.requireInStep(report);
    }

    @Test
    void letsNoMoreThanTheLimitThroughHoweverLargeTheShop() {
        world.close();
        world = SyncSetup.plain(252)
                .guardedBy(250, "1", "1")
                .keepingStateIn(() -> database.prepared().jdbcUrl())
                .start();
        world.run();
        ids().subList(0, 250).forEach(world.user()::inactivateProduct);
        world.run();
        assertThat(disabled()).isEqualTo(250);
        ids().subList(0, 250).forEach(world.user()::activateProduct);
        world.run();
        ids().subList(0, 251).forEach(world.user()::inactivateProduct);
        world.run();

        assertThat(world.events().held()).isEqualTo(Map.of(HoldAction.DISABLE, 251L));
        assertThat(disabled()).isZero();
    }

    private Map<HoldAction, Long> approve(RunReport held) {
        return world.engine().store().durably(tx -> tx.approvals().approve(SyncSetup.ACME, new RunId(held.run())));
    }

    private List<Long> ids() {
        return world.shop().allProducts().stream()
                .map(row -> row.path("idproduct").asLong())
                .sorted()
                .toList();
    }

    private long disabled() {
        return world.products().stream()
                .filter(record -> record.attributes().path("status").asText().equals("disabled"))
                .count();
    }

    private static ObjectNode fields() {
        return instance.objectNode();
    }
}
