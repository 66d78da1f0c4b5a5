package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sync.run.Flow;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A product that got another supplier, of which Optiply was told only half before a comparison came. */
class RivalPairsTest {
    private static final Flow[] FLOWS = {Flow.SUPPLIERS, Flow.PRODUCTS, Flow.SUPPLIER_PRODUCTS};
    private static final String PAIRS = "/optiply/v1/supplierProducts/.*";

    private final SyncWorld world = SyncSetup.plain(1).withoutSyncedDate().start();
    private final long product = id(world.shop().allProducts().get(0), "idproduct");
    private final long supplier = supplier("Waterworks");
    private final long other = supplier("Garden House");

    @BeforeEach
    void begin() {
        world.user().changeProduct(product, fields().put("idsupplier", supplier));
        world.run(FLOWS);
    }

    @AfterEach
    void end() {
        world.close();
    }

    /** The former pair is refused, or the run breaks off before it is told. */
    @ParameterizedTest
    @ValueSource(ints = {422, 500, 401})
    void theFormerSupplierIsNotPreferredAgain(int status) {
        tellHalf(status);

        world.run(Flow.COMPARISON);
        world.goOn(Duration.ofHours(1));
        world.run(FLOWS);

        assertThat(world.differences()).isEmpty();
    }

    @Test
    void theFormerSupplierIsNotPreferredAgainWhileNobodyHeardThatTheNewPairWasMade() {
        world.user().changeProduct(product, fields().put("idsupplier", other));
        world.watch(request -> {
            if (request.method().equals("POST")) {
                takeOver();
            }
        });
        world.tryRun(FLOWS);
        world.watch(request -> {});

        long preferred = preferredPair();
        world.run(Flow.COMPARISON);
        assertThat(preferredPair()).as("preferred after a comparison").isEqualTo(preferred);

        world.goOn(Duration.ofHours(1));
        world.run(FLOWS);
        assertThat(world.differences()).isEmpty();
    }

    /** The one that Optiply has as preferred. */
    private long preferredPair() {
        return world.account().all("supplierProducts").stream()
                .filter(pair -> pair.attributes().path("preferred").asBoolean())
                .map(OptiplyRecord::id)
                .reduce((one, two) -> {
                    throw new AssertionError("two are preferred: " + one + ", " + two);
                })
                .orElseThrow();
    }

    /** As another process does it that takes this one for dead: what the answer says is not stored. */
    private void takeOver() {
        world.engine().store().saveDurably(tx -> tx.runs()
                .interruptOpen(
                        SyncSetup.ACME,
                        Flow.SUPPLIER_PRODUCTS.code(),
                        Clock.systemUTC().instant()));
    }

    @Test
    void whatElseWasEditedOfItIsPutBack() {
        tellHalf(422);
        OptiplyRecord former = world.account().all("supplierProducts").get(0);
        JsonNode price = former.attributes().path("price");
        world.account().editByUser("supplierProducts", former.id(), fields().put("price", 4711));
        world.sandbox().log().clear();

        world.run(Flow.COMPARISON);

        assertThat(world.writes()).singleElement().satisfies(patch -> assertThat(patch.body())
                .contains("\"price\":" + price.asText())
                .doesNotContain("preferred"));
    }

    @Test
    void thePreferenceThatAUserTookAwayIsPutBackWhereOnlyOnePairHadIt() {
        OptiplyRecord pair = world.account().all("supplierProducts").get(0);
        world.account().editByUser("supplierProducts", pair.id(), fields().put("preferred", false));

        world.run(Flow.COMPARISON);

        assertThat(world.differences()).isEmpty();
    }

    private void tellHalf(int status) {
        world.user().changeProduct(product, fields().put("idsupplier", other));
        world.faults().add(Fault.status(status).on("PATCH", PAIRS));
        world.tryRun(FLOWS);
        world.faults().clear();
        assertThat(world.differences()).isNotEmpty();
    }

    private long supplier(String name) {
        return id(world.user().addSupplier(fields().put("name", name)), "idsupplier");
    }

    private static long id(JsonNode row, String key) {
        return row.path(key).asLong();
    }

    private static ObjectNode fields() {
        return instance.objectNode();
    }
}
