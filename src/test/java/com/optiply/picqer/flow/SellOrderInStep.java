package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.oracle.History;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** One sell order of two lines that is in step, for tests about what befalls it. */
abstract class SellOrderInStep {
    static final long FIRST_PRODUCT = 100_001;

    final SyncWorld world = SyncSetup.plain(6).impatient().withoutSyncedDate().start();
    final History history = History.none();
    long order;

    @BeforeEach
    void begin() {
        order = addOrder(product(0), product(1));
        world.user().changeOrderStatus(order, "processing");
        world.run(Flow.SUPPLIERS, Flow.PRODUCTS, Flow.SUPPLIER_PRODUCTS, Flow.SELL_ORDERS);
        requireInStep();
        world.sandbox().log().clear();
    }

    @AfterEach
    void end() {
        world.close();
    }

    RunReport run(Flow flow) {
        RunReport report = world.run(flow).get(0);
        Accounting.requireSound(report, Map.of());
        return report;
    }

    void requireInStep() {
        assertThat(world.differences(history)).isEmpty();
        world.sandbox().log().clear();
        run(Flow.SELL_ORDERS);
        run(Flow.CHANGED_SELL_ORDERS);
        assertThat(world.writes()).as("writes of runs without changes").isEmpty();
    }

    long addOrder(long... products) {
        ObjectNode fields = fields();
        for (long product : products) {
            fields.withArray("products").addObject().put("idproduct", product).put("amount", 1);
        }
        return world.user().addOrder(fields).path("idorder").asLong();
    }

    long addOldOrder(String status) {
        long id = addOrder(product(2), product(3));
        ObjectNode row = row(id).deepCopy();
        world.user().removeOrder(id);
        row.put("created", "2024-02-01 10:00:00")
                .put("updated", "2024-02-01 10:00:00")
                .put("status", status);
        return world.user().putOrderVerbatim(row.toString());
    }

    long line(int index) {
        return line(order, index);
    }

    long line(long idorder, int index) {
        return row(idorder).path("products").path(index).path("idorder_product").asLong();
    }

    ObjectNode row(long idorder) {
        return world.shop().allOrders().stream()
                .filter(row -> row.path("idorder").asLong() == idorder)
                .findFirst()
                .orElseThrow();
    }

    long product(int index) {
        return FIRST_PRODUCT + index;
    }

    OptiplyRecord record() {
        List<OptiplyRecord> records = world.account().byRemoteId("sellOrders", "9021", Long.toString(order));
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    List<LoggedRequest> asked(String path) {
        return world.sandbox()
                .log()
                .requests(request ->
                        request.path().matches(path) && request.method().equals("GET"));
    }

    static ObjectNode fields() {
        return instance.objectNode();
    }
}
