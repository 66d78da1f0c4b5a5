package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sandbox.server.Occurrences;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** Lines are in Optiply from when their order went there, though nobody has asked for the ids of most of them. */
    @Test
    void losesALineWithoutAPersonsLeaveWhereThoseAreFewOfAllThatTravelled() {
        List<Long> orders = new ArrayList<>();
        for (int number = 0; number < 16; number++) {
            orders.add(addOrder(product(0), product(1), product(2), product(3), product(4), product(5)));
            world.user().changeOrderStatus(orders.get(number), "processing");
        }
        run(Flow.SELL_ORDERS);
        assertThat(world.account().all("sellOrderLines")).hasSize(98);
        for (long losing : orders.subList(0, 3)) {
            world.user().removeOrderLine(losing, line(losing, 0));
            world.user()
                    .addOrderLine(losing, fields().put("idproduct", product(1)).put("amount", 2));
        }
        world.choose(customer -> customer.getGuards().setShare("0.05"));
        RunReport report = run(Flow.CHANGED_SELL_ORDERS);

        assertThat(report.besides().get("sellOrderLines").parked()).isEmpty();
        requireInStep();
    }

    @Test
    void losesALineWhoseCreateWasNotAnswered() {
        world.user().changeOrderLine(order, line(0), fields().put("amount", 7));
        run(Flow.CHANGED_SELL_ORDERS);
        world.faults()
                .add(Fault.resetAfter().on("POST", "/optiply/v1/sellOrderLines").occurring(Occurrences.nth(1)));
        world.user().addOrderLine(order, fields().put("idproduct", product(3)).put("amount", 2));
        run(Flow.CHANGED_SELL_ORDERS);
        assertThat(world.account().all("sellOrderLines")).hasSize(3);

        world.user().removeOrderLine(order, line(2));
        run(Flow.CHANGED_SELL_ORDERS);

        assertThat(world.account().all("sellOrderLines")).hasSize(2);
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

    /** Such a sum is nobody's order, and half of it would be made up: it costs itself only. */
    @Test
    void isParkedWhereItsLinesAddUpToMoreThanCanBeCounted() {
        long endless = addOrder(product(2), product(2));
        ObjectNode row = row(endless).deepCopy().put("status", "processing");
        row.path("products").forEach(line -> ((ObjectNode) line).put("amount", Long.MAX_VALUE));
        world.user().putOrderVerbatim(row.toString());
        long fine = addOrder(product(3));
        world.user().changeOrderStatus(fine, "processing");

        assertThat(run(Flow.SELL_ORDERS).counts().parked()).containsExactly(Map.entry("mapping_failed", 1L));
        assertThat(world.state().parked()).containsExactly(Long.toString(endless));
        assertThat(world.writes("POST")).hasSize(1);
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
