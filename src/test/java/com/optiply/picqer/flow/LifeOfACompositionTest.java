package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sync.run.Flow;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One product of two parts among plain ones, through everything that befalls parts; each test begins in step. */
class LifeOfACompositionTest {
    private static final Flow[] CATALOGUE = {
        Flow.SUPPLIERS, Flow.PRODUCTS, Flow.SUPPLIER_PRODUCTS, Flow.COMPOSITIONS_IN_FULL
    };
    private final SyncWorld world =
            SyncSetup.plain(6).withoutSyncedDate().impatient().start();
    private long two;
    private long one;
    private long kit;

    @BeforeEach
    void begin() {
        kit = world.user()
                .addProduct(fields().put("productcode", "KIT-1")
                        .put("name", "Kit")
                        .put("price", 30)
                        .put("type", "composition_with_stock"))
                .path("idproduct")
                .asLong();
        two = world.user().addPart(kit, product(1), 2);
        one = world.user().addPart(kit, product(2), 1);
        world.run(CATALOGUE);
        world.run(Flow.COMPOSITIONS);
        requireInStep();
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void isAskedForItsPartsOnlyWhenItHasMoved() {
        world.run(Flow.COMPOSITIONS);
        assertThat(askedForParts()).isZero();
        laterOn();
        world.user().changePart(kit, two, 5);
        world.run(Flow.COMPOSITIONS);

        assertThat(askedForParts()).isEqualTo(1);
        assertThat(world.writes("PATCH")).hasSize(1);
        requireInStep();
    }

    /** Picqer may tell of no change, and once a night nobody relies on that. */
    @Test
    void isAskedForItsPartsInFullThoughItHasNotMoved() {
        world.user().changePart(kit, two, 5);
        world.run(Flow.COMPOSITIONS);
        assertThat(askedForParts()).isZero();
        world.run(Flow.COMPOSITIONS_IN_FULL);

        assertThat(askedForParts()).isEqualTo(1);
        assertThat(world.writes("PATCH")).hasSize(1);
        requireInStep();
    }

    @Test
    void getsAPartAndLosesOne() {
        laterOn();
        world.user().addPart(kit, product(3), 4);
        world.user().removePart(kit, one);
        world.run(Flow.COMPOSITIONS);

        assertThat(world.writes("POST")).hasSize(1);
        assertThat(world.writes("DELETE")).hasSize(1);
        requireInStep();
    }

    @Test
    void getsItsNewPartAsSoonAsThatIsInOptiply() {
        laterOn();
        long fresh = world.user()
                .addProduct(
                        fields().put("productcode", "NEW-1").put("name", "New").put("price", 5))
                .path("idproduct")
                .asLong();
        world.user().addPart(kit, fresh, 3);
        world.run(Flow.COMPOSITIONS);
        assertThat(world.state().parked()).hasSize(1);
        world.run(Flow.PRODUCTS, Flow.COMPOSITIONS);

        assertThat(world.state().parked()).isEmpty();
        requireInStep();
    }

    @Test
    void leavesNoPartWaitingWhenPicqerHasItNoMore() {
        laterOn();
        world.faults().add(Fault.status(500).on("POST", "/optiply/v1/productCompositions"));
        world.user().addPart(kit, product(3), 4);
        world.run(Flow.COMPOSITIONS);
        assertThat(world.state().parked()).hasSize(1);
        world.faults().clear();
        world.user().removeProduct(kit);
        world.goOn(Duration.ofHours(7));
        world.run(Flow.COMPOSITIONS);

        assertThat(world.state().parked()).isEmpty();
    }

    @Test
    void isNotPassedByAfterARunThatMightNotWriteAndAdoptsAPartThatIsThere() {
        laterOn();
        world.user().addPart(kit, product(3), 4);
        long made = world.account()
                .createByUser(
                        "productCompositions",
                        fields().put("composedProductId", inOptiply(kit))
                                .put("partProductId", inOptiply(product(3)))
                                .put("partQuantity", 1))
                .id();
        world.choose(customer -> customer.setWrites("off"));
        world.run(Flow.COMPOSITIONS);
        assertThat(world.writes()).isEmpty();
        world.choose(customer -> customer.setWrites("all"));
        world.run(Flow.COMPOSITIONS);

        assertThat(world.account().all("productCompositions"))
                .filteredOn(part -> part.attributes().path("partQuantity").asInt() == 4)
                .as("adopted, since a part exists once")
                .singleElement()
                .satisfies(part -> assertThat(part.id()).isEqualTo(made));
        requireInStep();
    }

    @Test
    void losesItsPartsInOptiplyWhenTheCustomerWantsNoneAndGetsThemBack() {
        world.choose(customer -> customer.setCompositions("none"));
        world.run(CATALOGUE);
        assertThat(world.account().all("productCompositions")).isEmpty();
        world.choose(customer -> customer.setCompositions("with-stock"));
        world.run(CATALOGUE);

        assertThat(world.account().all("productCompositions")).hasSize(2);
        requireInStep();
    }

    @Test
    void losesItsPartsInOptiplyWhenItIsAPlainProductNow() {
        laterOn();
        world.user().changeProduct(kit, fields().put("type", "normal"));
        world.run(CATALOGUE);

        assertThat(world.account().all("productCompositions")).isEmpty();
    }

    private long inOptiply(long product) {
        return world.account()
                .byRemoteId("products", "9021", Long.toString(product))
                .get(0)
                .id();
    }

    private void requireInStep() {
        assertThat(world.differences()).isEmpty();
        world.sandbox().log().clear();
        world.run(CATALOGUE);
        assertThat(world.writes()).as("writes of runs without changes").isEmpty();
        world.sandbox().log().clear();
    }

    /** Picqer's times have no fractions, and only what is changed in the product itself moves them. */
    private void laterOn() {
        world.sandbox().clock().advance(Duration.ofMinutes(1));
        world.user().changeProduct(kit, fields().put("name", "Kit"));
    }

    private long askedForParts() {
        return world.sandbox()
                .log()
                .requests(request -> request.path().endsWith("/parts"))
                .size();
    }

    /** One of the plain products, the oldest first. */
    private long product(int index) {
        return world.shop().allProducts().stream()
                .mapToLong(row -> row.path("idproduct").asLong())
                .filter(id -> id != kit)
                .sorted()
                .toArray()[index];
    }

    private static ObjectNode fields() {
        return instance.objectNode();
    }
}
