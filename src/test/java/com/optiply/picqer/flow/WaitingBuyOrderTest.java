package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static com.optiply.picqer.flow.Purchases.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Purchase orders that cannot go yet, or not whole: drafts, and those that name what is not in Optiply. */
class WaitingBuyOrderTest extends PurchaseOrderInStep {
    @Test
    void staysOutWhileItIsADraft() {
        long draft = purchases.concept(purchases.line(2, 3, 7));
        assertThat(reason(purchases.inStep(), "concept")).isEqualTo(1);
        assertThat(purchases.held("buyOrders")).hasSize(1);
        world.user().markAsPurchased(draft);
        purchases.inStep();

        assertThat(purchases.held("buyOrders")).hasSize(2);
    }

    @Test
    void waitsForAProductAndComesThroughByItself() {
        long product = newProduct("LATE-1");
        long waiting = purchases.order(purchases.line(0, 1, 1), line(product, 2));
        world.sandbox().log().clear();
        List<RunReport> early = world.run(Flow.BUY_ORDERS);
        assertThat(reason(early, "waits_for_product")).isEqualTo(1);
        purchases.pushOutOfTheWindow();
        world.run(Flow.PRODUCTS);
        world.choose(customer -> customer.setWrites("off"));
        world.run(Flow.BUY_ORDERS);
        world.choose(customer -> customer.setWrites("all"));
        purchases.inStep();

        assertThat(purchases.held("buyOrders", waiting)).isNotNull();
    }

    @Test
    void waitsForASupplierAndComesThroughByItself() {
        long supplier = world.user()
                .addSupplier(fields().put("name", "Brand New"))
                .path("idsupplier")
                .asLong();
        ObjectNode fields = fields().put("idsupplier", supplier);
        fields.putArray("products").add(purchases.line(0, 1, 1));
        long waiting =
                world.user().addPurchaseOrder(fields).path("idpurchaseorder").asLong();
        world.user().markAsPurchased(waiting);
        assertThat(reason(world.run(Flow.BUY_ORDERS), "waits_for_supplier")).isEqualTo(1);
        purchases.pushOutOfTheWindow();
        purchases.inStep();

        assertThat(purchases.held("buyOrders", waiting)).isNotNull();
    }

    @Test
    void leavesOutALineWhoseProductPicqerNoLongerHas() {
        long product = newProduct("GONE-1");
        long withIt = purchases.order(purchases.line(0, 1, 1), line(product, 2));
        world.remove(product);
        List<RunReport> early = world.run(Flow.BUY_ORDERS);
        assertThat(reason(early, "unknown_product")).as("%s", early).isEqualTo(1);
        purchases.inStep();

        assertThat(purchases
                        .held("buyOrders", withIt)
                        .attributes()
                        .path("totalValue")
                        .asText())
                .isEqualTo("1.00");
    }

    private long newProduct(String sku) {
        long product = world.user()
                .addProduct(fields().put("productcode", sku).put("name", sku).put("price", 3))
                .path("idproduct")
                .asLong();
        world.setStock(product, 4);
        return product;
    }

    private static ObjectNode line(long product, int amount) {
        return fields().put("idproduct", product).put("amount", amount).put("price", 1);
    }
}
