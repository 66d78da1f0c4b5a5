package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sandbox.server.Occurrences;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.TestDatabase;
import com.optiply.picqer.sync.run.RunReport;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody deleted the database, or it is the first day: what Optiply has is found, and nothing is made twice. */
@OnEveryDatabase
class AdoptionTest {
    private static final int PRODUCTS = 130;

    private final SyncSetup setup;

    AdoptionTest(TestDatabase database) {
        setup = SyncSetup.plain(PRODUCTS)
                .keepingStateIn(() -> database.prepared().jdbcUrl());
    }

    @ParameterizedTest(name = "coupled: {0}")
    @ValueSource(booleans = {true, false})
    void aLostDatabaseCostsTimeAndNoData(boolean isCoupled) {
        try (SyncWorld world = (isCoupled ? setup : setup.withoutCoupling()).start()) {
            world.requireInStep(world.run());
            world.loseState();
            world.sandbox().log().clear();

            RunReport report = world.run();

            assertThat(report.counts().adopted()).isEqualTo(PRODUCTS);
            assertThat(world.writes()).isEmpty();
            world.requireInStep(report);
            world.requireIdle();
        }
    }

    @Test
    void whatChangedWhileTheDatabaseWasAwayIsSentAsAChange() {
        try (SyncWorld world = setup.start()) {
            world.run();
            world.loseState();
            world.setStock(firstProduct(world), 4711);
            world.sandbox().log().clear();

            world.requireInStep(world.run());

            assertThat(world.writes("POST")).isEmpty();
            assertThat(world.writes("PATCH")).hasSize(1);
        }
    }

    @Test
    void aProductThatWentInactiveWhileTheDatabaseWasAwayIsStillHidden() {
        try (SyncWorld world = setup.start()) {
            world.run();
            world.loseState();
            world.user().inactivateProduct(firstProduct(world));

            world.requireInStep(world.run());
        }
    }

    @Test
    void aDatabaseThatIsLostInTheMiddleOfTheFirstLoadCostsNothing() {
        try (SyncWorld world = setup.start()) {
            world.faults()
                    .add(Fault.status(401).on("POST", "/optiply/v1/products").occurring(Occurrences.from(70, 100)));
            world.tryRun();
            world.faults().clear();
            world.loseState();

            world.requireInStep(world.run());
        }
    }

    @Test
    void aListThatBreaksOffWhileItIsReadIsReadAgain() {
        try (SyncWorld world = setup.start()) {
            world.run();
            world.loseState();
            world.faults()
                    .add(Fault.status(401).on("GET", "/optiply/v1/products").occurring(Occurrences.from(2, 2)));
            world.tryRun();
            world.faults().clear();
            world.sandbox().log().clear();

            world.requireInStep(world.run());

            assertThat(world.writes()).isEmpty();
        }
    }

    @Test
    void twoRecordsOfOneProductAreAPersonsToSettle() {
        try (SyncWorld world = setup.start()) {
            world.run();
            LoggedRequest first = world.writes("POST").get(0);
            long twin = new OtherProgram(world).repeat(first);
            world.loseState();
            world.sandbox().log().clear();

            RunReport doubtful = world.run();

            assertThat(doubtful.counts().parked()).isEqualTo(Map.of("several_in_optiply", 1L));
            assertThat(world.writes()).isEmpty();
            assertThat(world.compare().differences())
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .endsWith(": Optiply holds it 2 times");

            world.account().deleteByUser("products", twin);
            world.goOn(Duration.ofMinutes(1));
            world.requireInStep(world.run());
            assertThat(world.writes()).isEmpty();
        }
    }

    @Test
    void aRecordThatAPersonMadeIsLeftAlone() {
        try (SyncWorld world = setup.start()) {
            ObjectNode own = JsonNodeFactory.instance
                    .objectNode()
                    .put("name", "Made by hand")
                    .put("skuCode", "HAND-1")
                    .put("unlimitedStock", false)
                    .put("stockLevel", 1);
            OptiplyRecord byHand = world.account().createByUser("products", own);

            world.run();
            world.run();

            assertThat(world.account().byId("products", byHand.id())).contains(byHand);
            assertThat(world.compare().differences()).isEmpty();
        }
    }

    private static long firstProduct(SyncWorld world) {
        return world.shop().allProducts().get(0).path("idproduct").asLong();
    }
}
