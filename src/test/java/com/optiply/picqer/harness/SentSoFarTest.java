package com.optiply.picqer.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What the trials under faults go by: that Optiply holds a record under our id does not prove that it was to be sent.
 */
class SentSoFarTest {
    private final SyncWorld world = SmallLife.setup().start();
    private final SmallShop shop = new SmallShop(world);
    private final SentSoFar sent = new SentSoFar(world);

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void aDraftThatBearsOurIdInOptiplyIsADifference() {
        long order = heldThoughItIs(row -> row.put("status", "concept"));

        assertThat(sent.differences())
                .singleElement()
                .asString()
                .startsWith("buy order " + order + ": it is concept, was never sent and is in Optiply");
    }

    @Test
    void anOrderOfAnotherWarehouseThatBearsOurIdInOptiplyIsADifference() {
        long order = heldThoughItIs(row -> row.put("idwarehouse", SyncSetup.MAIN_WAREHOUSE + 1));

        assertThat(sent.differences()).singleElement().asString().contains("buy order " + order + ":", "never sent");
    }

    @Test
    void whatWasSentAndIsKeptOutSinceIsNone() {
        long order = order();
        sent.note();
        world.run(SmallShop.FLOWS);
        become(order, row -> row.put("status", "concept"));

        assertThat(sent.differences()).isEmpty();
    }

    /** It went there although, for all that was noted, it was never so that it was to go. */
    private long heldThoughItIs(UnaryOperator<ObjectNode> change) {
        long order = order();
        world.run(SmallShop.FLOWS);
        become(order, change);
        assertThat(world.differences()).as("by what Optiply holds").isEmpty();
        return order;
    }

    private long order() {
        ObjectNode order = fields().put("idsupplier", shop.supplier()).put("idwarehouse", SyncSetup.MAIN_WAREHOUSE);
        order.putArray("products")
                .add(fields().put("idproduct", shop.product(0)).put("amount", 3).put("price", 2));
        long id = world.user().addPurchaseOrder(order).path("idpurchaseorder").asLong();
        world.user().markAsPurchased(id);
        return id;
    }

    private void become(long order, UnaryOperator<ObjectNode> change) {
        ObjectNode row = (ObjectNode) ShopRows.row(world.shop().allPurchaseOrders(), "idpurchaseorder", order);
        world.user().putPurchaseOrderVerbatim(change.apply(row.deepCopy()).toString());
    }

    private static ObjectNode fields() {
        return JsonNodeFactory.instance.objectNode();
    }
}
