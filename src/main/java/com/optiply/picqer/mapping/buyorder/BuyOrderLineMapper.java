package com.optiply.picqer.mapping.buyorder;

import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Days;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.LocalTimes;
import com.optiply.picqer.mapping.Money;
import com.optiply.picqer.optiply.OptiplyBuyOrderLine;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.picqer.PicqerPurchaseOrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a line of a Picqer purchase order that no rule keeps out into a line of an Optiply buy order (mapping.md, "Buy
 * orders"). Pure; one instance serves every customer and thread.
 */
public final class BuyOrderLineMapper {

    /** A line whose product, or the price that it needs of it, is not in Optiply for certain waits for it. */
    public Decision map(PurchaseOrderLineReading reading) {
        return reading.product()
                .fold(
                        product -> isWithoutPrice(reading) ? waitsForProduct(reading) : send(reading, product),
                        reason -> notForThisMapper(reading),
                        () -> waitsForProduct(reading),
                        () -> notForThisMapper(reading));
    }

    private static boolean isWithoutPrice(PurchaseOrderLineReading reading) {
        return reading.order()
                .prices()
                .isAwaited(reading.line().price(), reading.line().idproduct());
    }

    private static Decision send(PurchaseOrderLineReading reading, OptiplyId product) {
        long quantity = reading.line().amount();
        List<Adjustment> adjustments = new ArrayList<>();
        BigDecimal price = reading.order()
                .prices()
                .ofLine(reading.line().price(), reading.line().idproduct(), adjustments);
        OptiplyBuyOrderLine line = new OptiplyBuyOrderLine(
                product, quantity, Money.subtotal(quantity, price, adjustments), expectedDelivery(reading));
        Send send = Send.of(reading.subject(), line.attributes(), adjustments);
        return reading.order().isOptiplysOwn()
                ? send.comparingDays(
                        new Days(reading.order().zone(), Set.of(OptiplyBuyOrderLine.EXPECTED_DELIVERY_DATE)))
                : send;
    }

    /** The line's own day, else its order's. */
    private static @Nullable Instant expectedDelivery(PurchaseOrderLineReading reading) {
        LocalDate own = reading.line().deliveryDate();
        PurchaseOrderReading order = reading.order();
        return LocalTimes.startOf(own == null ? order.order().deliveryDate() : own, order.zone());
    }

    private static Decision waitsForProduct(PurchaseOrderLineReading reading) {
        PicqerPurchaseOrderLine line = reading.line();
        Park waiting =
                reading.order().prices().waiting(reading.subject(), line.idproduct(), line.productcode(), line.price());
        return new Park(
                waiting.subject(),
                waiting.reason(),
                "line " + line.idpurchaseorderProduct() + " waits for " + waiting.detail(),
                waiting.awaits());
    }

    private static Decision notForThisMapper(PurchaseOrderLineReading reading) {
        throw new IllegalArgumentException("a rule keeps line " + reading.line().idpurchaseorderProduct() + " out");
    }
}
