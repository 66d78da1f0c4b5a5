package com.optiply.picqer.mapping.sellorder;

import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.Money;
import com.optiply.picqer.mapping.product.ProductPrices;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplySellOrderLine;
import com.optiply.picqer.picqer.PicqerOrderLine;
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
        return prices(reading).isAwaited(reading.line().price(), reading.line().idproduct());
    }

    private static Send send(OrderLineReading reading, OptiplyId product) {
        List<Adjustment> adjustments = new ArrayList<>(reading.adjustments());
        BigDecimal price =
                prices(reading).ofLine(reading.line().price(), reading.line().idproduct(), adjustments);
        OptiplySellOrderLine line = new OptiplySellOrderLine(
                product,
                reading.amount(),
                Money.subtotal(reading.amount(), price, adjustments),
                reading.reading().choices().sendsPlacedOfLines()
                        ? reading.reading().placed()
                        : null);
        return Send.of(reading.subject(), line.attributes(), adjustments);
    }

    private static ProductPrices prices(OrderLineReading reading) {
        return reading.reading().products().prices();
    }

    private static Park waiting(OrderLineReading reading) {
        PicqerOrderLine line = reading.line();
        return prices(reading).waiting(reading.subject(), line.idproduct(), line.productcode(), line.price());
    }

    private static Decision leftOut(OrderLineReading reading) {
        throw new IllegalArgumentException("line " + reading.subject().remoteId() + " is left out by its rules");
    }
}
