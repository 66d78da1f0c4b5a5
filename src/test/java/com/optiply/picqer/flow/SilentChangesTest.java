package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.sync.run.Flow;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Purchase orders that change where neither lines nor receipts move what Picqer calls their last change. */
class SilentChangesTest extends PurchaseOrderInStep {
    private static final String LIST = "/picqer/acme/api/v1/purchaseorders";

    @BeforeEach
    void changesAreSilent() {
        world.shop()
                .perform(
                        "switch",
                        fields().set(
                                        "fields",
                                        fields().put("receipts_move_purchase_orders", false)
                                                .put("lines_move_purchase_orders", false)));
        purchases.pushOutOfTheWindow();
    }

    @Test
    void anOtherAmountIsTold() {
        purchases.change(order, 0, fields().put("amount", 20));
        purchases.inStep();

        assertThat(purchases.writtenTo()).containsExactly("PATCH buyOrders", "PATCH buyOrderLines");
    }

    @Test
    void aLineThatIsAddedOrRemovedIsTold() {
        world.user().addPurchaseOrderLine(order, purchases.line(2, 3, 1));
        world.user().removePurchaseOrderLine(order, purchases.lineOf(order, 1));
        purchases.inStep();

        assertThat(purchases.writtenTo())
                .containsExactlyInAnyOrder("PATCH buyOrders", "POST buyOrderLines", "DELETE buyOrderLines");
    }

    @Test
    void anOrderThatIsReceivedInFullIsCompleted() {
        receiveAll();
        purchases.inStep();

        assertThat(isCompleted()).isTrue();
    }

    @Test
    void oneThatNobodyCouldTellOfIsCompletedByTheNextRun() {
        receiveAll();
        world.faults().add(Fault.status(401).on("PATCH", "/optiply/v1/buyOrders/.*"));
        assertThat(world.tryRun(Flow.BUY_ORDERS)).extracting(RunResult::thrown).doesNotContainNull();
        world.faults().clear();
        purchases.inStep();

        assertThat(isCompleted()).isTrue();
    }

    @Test
    void oneThatWasOpenedAgainIsCompletedTheSecondTimeToo() {
        world.user().closePurchaseOrder(order);
        purchases.inStep();
        world.user().reopenPurchaseOrder(order);
        purchases.inStep();
        assertThat(isCompleted()).isFalse();
        purchases.pushOutOfTheWindow();
        receiveAll();
        purchases.inStep();

        assertThat(isCompleted()).isTrue();
    }

    @Test
    void openOrdersAreReadPageByPageAndThoseThatAreNoLongerOpenOnce() {
        assertThat(readOneByOne()).isEmpty();
        receiveAll();
        assertThat(readOneByOne()).containsExactly(LIST + "/" + order);
        assertThat(readOneByOne()).isEmpty();
    }

    private List<String> readOneByOne() {
        world.sandbox().log().clear();
        world.run(Flow.BUY_ORDERS);
        return world.sandbox().log().requests(request -> request.path().startsWith(LIST + "/")).stream()
                .map(LoggedRequest::path)
                .toList();
    }

    private void receiveAll() {
        world.user().receiveGoods(order, purchases.product(0), 10, 2);
        world.user().receiveGoods(order, purchases.product(1), 5, 2);
    }

    private boolean isCompleted() {
        return purchases.held("buyOrders", order).attributes().hasNonNull("completed");
    }
}
