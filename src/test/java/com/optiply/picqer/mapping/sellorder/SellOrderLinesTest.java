package com.optiply.picqer.mapping.sellorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.door.DoorSamples;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.WhenSent;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.OrderRows;
import com.optiply.picqer.picqer.PicqerOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no order of Picqer shows: lines that are gone, and steps that are taken in the wrong sequence. */
class SellOrderLinesTest {
    private static final String ORDER =
            """
            {"idorder": 801200, "status": "processing", "created": "2025-10-09 08:30:00", "products": [
              {"idorder_product": 551001, "idproduct": 70211, "price": 24.95, "amount": 2}]}""";

    @Test
    void deletesALineThatItsOrderHasNoMore() {
        Subject line = Subject.within(new RemoteId("801200"), "801200_70211", "SKU-0042");

        assertThat(Filter.removed(line)).isEqualTo(new Filter(line, FilterReason.REMOVED, WhenSent.DELETED));
    }

    @Test
    void mapsNoLineThatItsRulesLeaveOut() {
        OrderLineReading keptOut =
                reading("{\"70211\": {\"keptOut\": \"inactive\"}}").lines().get(0);

        assertThatThrownBy(() -> new SellOrderLineMapper().map(keptOut))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 801200_70211_551001 is left out by its rules");
    }

    @Test
    void takesNoLineOfAnotherOrder() {
        OrderReading reading = reading("{}");
        Decision stray = Filter.removed(Subject.of("801201_70211_551009", "SKU-0042"));

        assertThatThrownBy(() -> new SellOrderMapper().map(reading, List.of(stray)))
                .hasMessage("no line of the order is 801201_70211_551009");
    }

    private static OrderReading reading(String products) {
        PicqerOrder order = OrderRows.read(DoorSamples.read(ORDER)).fold(one -> one, unreadable -> {
            throw new AssertionError(unreadable.problems());
        });
        return new OrderReading(
                order,
                OrderSamples.choices(DoorSamples.read("{}")),
                OrderSamples.products(order, DoorSamples.read(products)),
                false,
                true);
    }
}
