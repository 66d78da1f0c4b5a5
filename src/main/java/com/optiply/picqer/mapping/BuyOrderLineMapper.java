package com.optiply.picqer.mapping;

import com.optiply.picqer.mapping.Adjustment.Rule;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyBuyOrderLine;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
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
        OptiplyBuyOrderLine line = new OptiplyBuyOrderLine(
                product,
                quantity,
                Money.subtotal(quantity, price(reading, adjustments), adjustments),
                expectedDelivery(reading));
        Send send = Send.of(reading.subject(), line.attributes(), adjustments);
        return reading.order().isOptiplysOwn()
                ? send.comparingDays(
                        new Days(reading.order().zone(), Set.of(OptiplyBuyOrderLine.EXPECTED_DELIVERY_DATE)))
                : send;
    }

    /** The line's own price, else its product's; zero is a price. */
    private static BigDecimal price(PurchaseOrderLineReading reading, List<Adjustment> adjustments) {
        BigDecimal own = reading.line().price();
        if (own != null) {
            return own;
        }
        BigDecimal ofProduct = reading.order().prices().of(reading.line().idproduct());
        if (ofProduct != null) {
            return ofProduct;
        }
        adjustments.add(new Adjustment(Rule.PRICE_MISSING, "", "0"));
        return BigDecimal.ZERO;
    }

    /** The line's own day, else its order's. */
    private static @Nullable Instant expectedDelivery(PurchaseOrderLineReading reading) {
        LocalDate own = reading.line().deliveryDate();
        PurchaseOrderReading order = reading.order();
        return LocalTimes.startOf(own == null ? order.order().deliveryDate() : own, order.zone());
    }

    private static Decision waitsForProduct(PurchaseOrderLineReading reading) {
        PicqerPurchaseOrderLine line = reading.line();
        String id = line.idproduct().toString();
        String called = line.productcode() == null ? "" : " (" + line.productcode() + ")";
        return new Park(
                reading.subject(),
                ParkReason.WAITS_FOR_PRODUCT,
                "line " + line.idpurchaseorderProduct() + " waits for product " + id + called
                        + (isWithoutPrice(reading) ? ProductPrices.NOT_CONFIRMED : ""),
                new Awaited(Kind.PRODUCTS, new RemoteId(id)));
    }

    private static Decision notForThisMapper(PurchaseOrderLineReading reading) {
        throw new IllegalArgumentException("a rule keeps line " + reading.line().idpurchaseorderProduct() + " out");
    }
}
