package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Optiply refused to change is its flow's to send again, and no comparison's to put back as it was before. */
class RefusedChangesTest {
    private static final Flow[] FLOWS = {Flow.SUPPLIERS, Flow.PRODUCTS, Flow.SUPPLIER_PRODUCTS};

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

    @Test
    void whatSomebodyEditedMeanwhileIsSentWithWhatWasRefused() {
        world.setStock(product, 4711);
        refuse("/optiply/v1/products/.*");
        OptiplyRecord held = world.products().get(0);
        world.account().editByUser("products", held.id(), fields().put("name", "Renamed by hand"));
        world.sandbox().log().clear();

        RunReport comparison = world.run(Flow.COMPARISON).get(0);

        assertThat(world.writes()).isEmpty();
        assertThat(comparison.counts().parked()).containsEntry("rejected", 1L);
        world.goOn(Duration.ofHours(1));
        world.run(FLOWS);
        assertThat(world.writes()).singleElement().satisfies(patch -> assertThat(patch.body())
                .contains(
                        "\"stockLevel\":4711",
                        "\"name\":\"" + held.attributes().path("name").asText() + "\""));
        assertThat(world.differences()).isEmpty();
    }

    @Test
    void theFormerSupplierOfAProductIsNotPreferredAgain() {
        world.user().changeProduct(product, fields().put("idsupplier", other));
        refuse("/optiply/v1/supplierProducts/.*");

        world.run(Flow.COMPARISON);
        world.goOn(Duration.ofHours(1));
        world.run(FLOWS);

        assertThat(world.differences()).isEmpty();
    }

    /** Each run that follows would be refused as well; the comparison after it is not. */
    private void refuse(String path) {
        world.faults().add(Fault.status(422).on("PATCH", path));
        world.run(FLOWS);
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
