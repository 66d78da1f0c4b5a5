package com.optiply.picqer.mapping.sellorder;

import com.optiply.picqer.picqer.OrderStatus;
import com.optiply.picqer.picqer.WarehouseId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a customer chose that the rules of sell orders depend on (mapping.md, "Customer settings").
 *
 * @param zone of Picqer's times
 * @param historyFrom null when every order is wanted, however old
 * @param counting the statuses that count
 * @param subtractCancelled whether cancelled pieces are taken off a line
 * @param extraAttributes that this Optiply environment accepts, as {@code resource.attribute}
 */
public record OrderChoices(
        WarehouseId main,
        ZoneId zone,
        @Nullable LocalDate historyFrom,
        Set<OrderStatus> counting,
        boolean subtractCancelled,
        Set<String> extraAttributes) {
    static final String ORDER_STATUS = "sellOrders.status";
    static final String LINE_PLACED = "sellOrderLines.placed";

    boolean sendsStatus() {
        return extraAttributes.contains(ORDER_STATUS);
    }

    boolean sendsPlacedOfLines() {
        return extraAttributes.contains(LINE_PLACED);
    }
}
