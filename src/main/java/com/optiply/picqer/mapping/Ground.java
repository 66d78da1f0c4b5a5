package com.optiply.picqer.mapping;

import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.OrderId;
import com.optiply.picqer.picqer.ProductId;
import com.optiply.picqer.picqer.PurchaseOrderId;
import com.optiply.picqer.picqer.PurchaseOrderLineId;
import java.util.List;

/**
 * Another record that a decision rests on, though nothing is parked for it: when that one has become so, the decision
 * is made again (mapping.md, "Buy orders": what is left out is remembered).
 *
 * @param kind of the other record
 * @param remoteId of the other record
 * @param occasion what has to become of it
 */
public record Ground(Kind kind, RemoteId remoteId, Occasion occasion) {

    /** What any of these decisions rests on. */
    public static List<Ground> ofAll(List<? extends Decision> decisions) {
        return decisions.stream()
                .flatMap(decision -> decision.restsOn().stream())
                .distinct()
                .toList();
    }

    /** The product of a line that is left out because a rule keeps the product out. */
    public static Ground onProduct(ProductId product) {
        return new Ground(Kind.PRODUCTS, new RemoteId(product.toString()), Occasion.LINKED);
    }

    /** The line of a purchase order that is kept out, itself or with its order. */
    public static Ground onLine(PurchaseOrderLineId line) {
        return new Ground(Kind.BUY_ORDER_LINES, new RemoteId(line.toString()), Occasion.LINKED);
    }

    /** The purchase order that is kept out. */
    public static Ground onOrder(PurchaseOrderId order) {
        return new Ground(Kind.BUY_ORDERS, new RemoteId(order.toString()), Occasion.LINKED);
    }

    /** The order itself, which its list shows as long as it is as it was. */
    public static Ground onList(OrderId order) {
        return new Ground(Kind.SELL_ORDERS, new RemoteId(order.toString()), Occasion.UNLISTED);
    }

    /** The lines of the purchase order that an old receipt names without saying which of them it means. */
    public static Ground onLinesOf(PurchaseOrderId order) {
        return new Ground(Kind.BUY_ORDERS, new RemoteId(order.toString()), Occasion.LINES_CHANGED);
    }
}
