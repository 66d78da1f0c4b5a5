package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.optiply.picqer.door.Failure;
import com.optiply.picqer.sync.run.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key of a fulfilment customer that may read neither suppliers, nor warehouses, nor receipts. */
class ScopedKeyTest {
    private final SyncWorld world = SyncSetup.plain(3)
            .choosing(customer -> customer.getPicqer().setApiKey(SyncSetup.FULFILMENT_KEY))
            .start();

    @BeforeEach
    void everythingBelongsToTheCustomer() {
        var arguments = JsonNodeFactory.instance.objectNode();
        arguments.putObject("fields").put("scoped_keys_read_warehouses_and_receipts", false);
        world.shop().perform("switch", arguments);
        world.shop().allProducts().forEach(product -> world.user()
                .putProductVerbatim(product.put("idfulfilment_customer", SyncSetup.FULFILMENT_CUSTOMER)
                        .toString()));
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void goesByTheMainWarehouseOfTheFile() {
        world.run(Flow.SUPPLIERS, Flow.PRODUCTS, Flow.SUPPLIER_PRODUCTS, Flow.BUY_ORDERS, Flow.SELL_ORDERS);

        assertThat(world.compare().differences()).isEmpty();
        assertThat(world.products()).hasSize(3);
        assertThat(world.events().withoutWarehouses()).as("the run says so").contains("products");
    }

    @Test
    void deliversNothingAndSaysWhatItMayNotRead() {
        world.run(Flow.PRODUCTS);

        assertThat(world.tryRun(Flow.ITEM_DELIVERIES)).singleElement().satisfies(result -> assertThat(result.thrown())
                .isInstanceOf(Failure.class)
                .hasMessageContainingAll("/receipts", "403"));
    }
}
