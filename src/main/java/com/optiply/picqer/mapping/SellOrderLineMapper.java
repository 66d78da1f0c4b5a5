package com.optiply.picqer.mapping;

import com.optiply.picqer.mapping.Adjustment.Rule;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplySellOrderLine;
import com.optiply.picqer.optiply.RemoteId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a line that counts into an Optiply sell order line (mapping.md, "Sell orders").
 *
 * <p>Pure. One instance serves every customer and thread.
 */
public final class SellOrderLineMapper {

    /**
     * A line whose product is not in Optiply yet waits for it, and its whole order with it. So does one that goes by
     * its product's price while nobody knows that.
     */
    public Decision map(OrderLineReading reading) {
        return reading.reference()
                .<Decision>fold(
                        product -> isWithoutPrice(reading) ? waiting(reading) : send(reading, product),
                        reason -> leftOut(reading),
                        () -> waiting(reading),
                        () -> leftOut(reading));
    }

    private static boolean isWithoutPrice(OrderLineReading reading) {
        return reading.reading()
                .products()
                .prices()
                .isAwaited(reading.line().price(), reading.line().idproduct());
    }

    private static Send send(OrderLineReading reading, OptiplyId product) {
        List<Adjustment> adjustments = new ArrayList<>();
        BigDecimal price = price(reading, adjustments);
        OptiplySellOrderLine line = new OptiplySellOrderLine(
                product,
                reading.amount(),
                Money.subtotal(reading.amount(), price, adjustments),
                reading.reading().choices().sendsPlacedOfLines()
                        ? reading.reading().placed()
                        : null);
        return Send.of(reading.subject(), line.attributes(), adjustments);
    }

    /** Its own, else its product's: null only, since 0 is a price. */
    private static BigDecimal price(OrderLineReading reading, List<Adjustment> adjustments) {
        BigDecimal own = reading.line().price();
        if (own != null) {
            return own;
        }
        BigDecimal ofProduct =
                reading.reading().products().prices().of(reading.line().idproduct());
        if (ofProduct != null) {
            return ofProduct;
        }
        adjustments.add(new Adjustment(Rule.PRICE_MISSING, "", "0"));
        return BigDecimal.ZERO;
    }

    private static Park waiting(OrderLineReading reading) {
        String product = reading.line().idproduct().toString();
        String sku = reading.line().productcode();
        return new Park(
                reading.subject(),
                ParkReason.WAITS_FOR_PRODUCT,
                (sku == null ? "product " + product : "product " + product + " (" + sku + ")")
                        + (isWithoutPrice(reading) ? ProductPrices.NOT_CONFIRMED : ""),
                new Awaited(Kind.PRODUCTS, new RemoteId(product)));
    }

    private static Decision leftOut(OrderLineReading reading) {
        throw new IllegalArgumentException("line " + reading.subject().remoteId() + " is left out by its rules");
    }
}
