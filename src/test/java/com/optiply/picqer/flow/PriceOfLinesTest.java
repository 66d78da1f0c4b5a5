package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sync.run.Flow;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines without a price go by what their product costs in Picqer, whatever Optiply has of it. */
class PriceOfLinesTest {
    private final SyncWorld world = SyncSetup.plain(4).start();
    private final Purchases purchases = new Purchases(world);
    private long product;

    @BeforeEach
    void begin() {
        product = purchases.product(0);
        costs("1.2345");
        purchases.inStep();
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void ofAProductWhosePriceChangedWhenItBecameInactive() {
        costs("12.3456");
        world.user().inactivateProduct(product);
        world.run(Flow.PRODUCTS);

        requireSubtotal("12345.60");
    }

    @Test
    void ofAProductWhosePriceChangesWhileItIsInactive() {
        world.user().inactivateProduct(product);
        world.run(Flow.PRODUCTS);
        costs("7.5");
        world.run(Flow.PRODUCTS);

        requireSubtotal("7500.00");
    }

    @Test
    void ofAProductWhosePriceOptiplyHasRounded() {
        requireSubtotal("1234.50");
    }

    @Test
    void ofOneThatWasRoundedAndIsInactiveNow() {
        world.user().inactivateProduct(product);
        world.run(Flow.PRODUCTS);

        requireSubtotal("1234.50");
    }

    @Test
    void ofOneThatWasRoundedAndIsGoneFromPicqer() {
        sold();
        world.remove(product);
        world.run(Flow.PRODUCTS, Flow.PRODUCTS);
        world.run(Flow.SELL_ORDERS);
        assertThat(subtotals()).containsExactly("1234.50");
    }

    @Test
    void ofOneWhosePriceIsBeyondWhatOptiplyTakes() {
        costs("10000000.50");
        world.run(Flow.PRODUCTS);

        requireSubtotal("10000000500.00");
    }

    @Test
    void ofOneThatIsInactiveAndHasNoPriceAnyMoreItIsZero() {
        world.user().changeProduct(product, instance.objectNode().putNull("price"));
        world.user().inactivateProduct(product);
        world.run(Flow.PRODUCTS);

        requireSubtotal("0.00");
    }

    private void requireSubtotal(String subtotal) {
        sold();
        world.run(Flow.SELL_ORDERS);
        assertThat(subtotals()).containsExactly(subtotal);
        assertThat(world.differences()).isEmpty();
    }

    private List<String> subtotals() {
        return world.account().all("sellOrderLines").stream()
                .map(line -> line.attributes().path("subtotalValue").asText())
                .toList();
    }

    private void costs(String price) {
        world.user().changeProduct(product, instance.objectNode().put("price", new BigDecimal(price)));
    }

    /** A thousand pieces, and the line says no price. */
    private void sold() {
        ObjectNode order = instance.objectNode();
        order.putArray("products").addObject().put("idproduct", product).put("amount", 1000);
        long id = world.user().addOrder(order).path("idorder").asLong();
        world.user().changeOrderStatus(id, "processing");
        ObjectNode row = world.shop().allOrders().stream()
                .filter(each -> each.path("idorder").asLong() == id)
                .findFirst()
                .orElseThrow()
                .deepCopy();
        ((ObjectNode) row.path("products").path(0)).putNull("price");
        world.user().putOrderVerbatim(row.toString());
    }
}
