package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.sync.run.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What runs make of the list of warehouses: more of them than a page holds, and rows that are none. */
class ListedWarehousesTest {
    private SyncWorld world;

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void oneThatCannotBeReadCostsNothingWhereTheFileNamesAnother() {
        world = SyncSetup.plain(3).start();
        world.user().putWarehouseVerbatim("{\"idwarehouse\":\"x\",\"name\":\"Odd\"}");

        world.run(Flow.PRODUCTS, Flow.BUY_ORDERS);

        assertThat(world.products()).hasSize(3);
        assertThat(world.events().unreadableWarehouses())
                .as("each run says so")
                .hasSize(2)
                .allMatch(row -> row.startsWith("Odd (idwarehouse is \"x\""));
    }

    @Test
    void theMainOneIsFoundOnTheSecondPage() {
        world = SyncSetup.plain(3)
                .choosing(customer -> customer.getWarehouses().setMain("215"))
                .start();
        for (int id = 101; id <= 220; id++) {
            world.user().addWarehouse(id, "Loods " + id, id, false, true);
        }

        world.run(Flow.PRODUCTS);

        assertThat(world.products()).hasSize(3);
        assertThat(world.sandbox().log().count("GET /picqer/acme/api/v1/warehouses"))
                .isEqualTo(2);
    }
}
