package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sync.Flow;
import org.junit.jupiter.api.Test;

/** Lines that come to an order, change, and go. */
class LinesOfASellOrderTest extends SellOrderInStep {
    @Test
    void learnsItsLinesByOneRequestWhenOneIsChanged() {
        world.user().changeOrderLine(order, line(0), fields().put("amount", 7));
        run(Flow.CHANGED_SELL_ORDERS);

        assertThat(asked(".*/sellOrderLines")).extracting(LoggedRequest::method).containsExactly("GET");
        assertThat(world.writes()).extracting(LoggedRequest::method).containsExactly("PATCH");
        requireInStep();
    }

    @Test
    void getsALineMore() {
        world.user().addOrderLine(order, fields().put("idproduct", product(3)).put("amount", 2));
        run(Flow.CHANGED_SELL_ORDERS);

        assertThat(world.writes()).extracting(LoggedRequest::method).containsExactly("POST");
        requireInStep();
    }

    @Test
    void losesALine() {
        world.user().removeOrderLine(order, line(1));
        run(Flow.CHANGED_SELL_ORDERS);

        assertThat(world.writes()).extracting(LoggedRequest::method).containsExactly("DELETE");
        assertThat(world.account().all("sellOrderLines")).hasSize(1);
        requireInStep();
    }

    @Test
    void followsSeveralChangesOfItsLinesAtOnceAndOneAfterAnother() {
        world.user().addOrderLine(order, fields().put("idproduct", product(3)).put("amount", 2));
        world.user().changeOrderLine(order, line(0), fields().put("amount", 7).put("price", 3.5));
        world.user().removeOrderLine(order, line(1));
        run(Flow.CHANGED_SELL_ORDERS);
        requireInStep();
        world.user().changeOrderLine(order, line(1), fields().put("amount", 9));
        world.user().addOrderLine(order, fields().put("idproduct", product(0)).put("amount", 1));
        run(Flow.CHANGED_SELL_ORDERS);

        requireInStep();
    }

    @Test
    void isDeletedWithItsLastLine() {
        world.user().removeOrderLine(order, line(1));
        world.user().removeOrderLine(order, line(0));
        run(Flow.CHANGED_SELL_ORDERS);
        assertThat(world.account().all("sellOrders")).isEmpty();
        requireInStep();
        world.user().addOrderLine(order, fields().put("idproduct", product(3)).put("amount", 2));
        run(Flow.CHANGED_SELL_ORDERS);

        assertThat(world.account().all("sellOrders")).hasSize(1);
        requireInStep();
    }
}
