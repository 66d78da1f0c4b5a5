package com.optiply.picqer.mapping.sellorder;

import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.Ground;
import com.optiply.picqer.mapping.LocalTimes;
import com.optiply.picqer.mapping.WhenSent;
import com.optiply.picqer.optiply.OptiplySellOrder;
import com.optiply.picqer.picqer.OrderStatus;
import com.optiply.picqer.picqer.PicqerOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns an order that counts, and what was decided about each of its lines, into one decision (mapping.md, "Sell
 * orders").
 *
 * <p>Pure. One instance serves every customer and thread.
 */
public final class SellOrderMapper {
    /** Optiply's guide wants zero. */
    private static final BigDecimal TOTAL_VALUE = new BigDecimal("0.00");

    /** The order with its lines; {@code lines} holds one decision about each line that Picqer has in it. */
    public Decision map(OrderReading reading, List<Decision> lines) {
        List<Park> parked = lines.stream()
                .filter(Park.class::isInstance)
                .map(Park.class::cast)
                .toList();
        if (!parked.isEmpty()) {
            return parked(reading, parked);
        }
        List<Decision> perProduct = lines(reading, lines);
        if (perProduct.stream().noneMatch(Send.class::isInstance)) {
            List<Ground> grounds = new ArrayList<>(Ground.ofAll(lines));
            grounds.addAll(reading.groundsWhenKeptOut());
            return new Filter(reading.subject(), FilterReason.NO_LINES, WhenSent.DELETED).restingOn(grounds);
        }
        return Send.of(reading.subject(), order(reading).attributes(), List.of())
                .withLines(perProduct);
    }

    /** What becomes of the lines once those of one product are one, sent or not; none of them may be parked. */
    public List<Decision> lines(OrderReading reading, List<Decision> lines) {
        return LinesPerProduct.of(reading, lines);
    }

    private static OptiplySellOrder order(OrderReading reading) {
        OrderChoices choices = reading.choices();
        OrderStatus status = reading.order().status();
        return new OptiplySellOrder(
                reading.placed(), completed(reading), TOTAL_VALUE, choices.sendsStatus() ? status.code() : null);
    }

    private static @Nullable Instant completed(OrderReading reading) {
        PicqerOrder order = reading.order();
        LocalDateTime updated = order.updated();
        return order.status() == OrderStatus.COMPLETED && updated != null
                ? LocalTimes.moment(updated, reading.choices().zone())
                : null;
    }

    /** Half an order would be demand that never was: it waits whole, and tells everything that it waits for. */
    private static Park parked(OrderReading reading, List<Park> parked) {
        Park first = parked.get(0);
        String details = parked.stream().map(Park::detail).distinct().collect(Collectors.joining(", "));
        return new Park(reading.subject(), first.reason(), details, first.awaits());
    }
}
