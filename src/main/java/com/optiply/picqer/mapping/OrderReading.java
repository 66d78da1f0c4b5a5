package com.optiply.picqer.mapping;

import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.PicqerOrder;
import com.optiply.picqer.picqer.PicqerOrderLine;
import java.time.Instant;
import java.util.List;

/** An order as it was read, with the customer's choices and what is known of its products. */
public record OrderReading(PicqerOrder order, OrderChoices choices, OrderedProducts products) implements Reading {

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
