package com.optiply.picqer.mapping.sellorder;

import com.optiply.picqer.mapping.Ground;
import com.optiply.picqer.mapping.LocalTimes;
import com.optiply.picqer.mapping.Reading;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.OrderStatus;
import com.optiply.picqer.picqer.PicqerOrder;
import com.optiply.picqer.picqer.PicqerOrderLine;
import java.time.Instant;
import java.util.List;

/**
 * An order as it was read, with the customer's choices and what is known of its products.
 *
 * @param isInOptiply whether it was sent before, and is there
 * @param isListed whether it stood in a list of changed orders; else it is new, or was asked for by its id
 */
public record OrderReading(
        PicqerOrder order, OrderChoices choices, OrderedProducts products, boolean isInOptiply, boolean isListed)
        implements Reading {

    /** Called by its number, or by the id of an order that has none. */
    @Override
    public Subject subject() {
        String id = order.idorder().toString();
        String number = order.orderid();
        return Subject.of(id, number == null ? id : number);
    }

    /** Each line as a reading of its own, in Picqer's sequence. */
    public List<OrderLineReading> lines() {
        return order.lines().stream().map(this::reading).toList();
    }

    /**
     * A short text that is another one as soon as anything changes in the order, or in the customer's choices, that
     * would change what is decided. What is known of the products does not count: an order is decided when it is sent,
     * and again only when the order changes (mapping.md, "Sell orders").
     */
    public String fingerprint() {
        return OrderFingerprint.of(order, choices);
    }

    /**
     * What it rests on where it is kept out. An order that is open may be shipped before the next night; from then on
     * no list has it that is too old for that of the last weeks. A cancellation may be taken back likewise: it is
     * looked at once more when it is listed no longer, and not night after night.
     */
    List<Ground> groundsWhenKeptOut() {
        boolean isFollowed = order.status() == OrderStatus.CANCELLED
                ? isListed || isInOptiply
                : order.status().isOpen();
        return isFollowed ? List.of(Ground.onList(order.idorder())) : List.of();
    }

    RemoteId remoteId() {
        return subject().remoteId();
    }

    Instant placed() {
        return LocalTimes.moment(order.created(), choices.zone());
    }

    private OrderLineReading reading(PicqerOrderLine line) {
        return new OrderLineReading(this, line);
    }
}
