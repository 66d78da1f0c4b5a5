package com.optiply.picqer.service;

import com.optiply.picqer.flow.page.Decisions;
import com.optiply.picqer.mapping.buyorder.PurchaseOrderLineReading;
import com.optiply.picqer.mapping.buyorder.PurchaseOrderLineRules;
import com.optiply.picqer.mapping.buyorder.PurchaseOrderReading;
import com.optiply.picqer.mapping.buyorder.PurchaseOrderRules;
import com.optiply.picqer.mapping.composition.PartReading;
import com.optiply.picqer.mapping.composition.PartRules;
import com.optiply.picqer.mapping.delivery.ReceiptLineReading;
import com.optiply.picqer.mapping.delivery.ReceiptLineRules;
import com.optiply.picqer.mapping.placedorder.PlacedOrderReading;
import com.optiply.picqer.mapping.placedorder.PlacedOrderRules;
import com.optiply.picqer.mapping.product.ProductReading;
import com.optiply.picqer.mapping.product.ProductRules;
import com.optiply.picqer.mapping.sellorder.OrderLineReading;
import com.optiply.picqer.mapping.sellorder.OrderLineRules;
import com.optiply.picqer.mapping.sellorder.OrderReading;
import com.optiply.picqer.mapping.sellorder.OrderRules;
import com.optiply.picqer.mapping.supplierproduct.SupplierProductReading;
import com.optiply.picqer.mapping.supplierproduct.SupplierProductRules;
import java.util.Map;

/** The rules of every kind of record; one of each serves all flows. */
final class DataRules {
    final ProductRules products = new ProductRules();
    final SupplierProductRules pairs = new SupplierProductRules();
    final PartRules parts = new PartRules();
    final PurchaseOrderRules purchaseOrders = new PurchaseOrderRules();
    final PurchaseOrderLineRules purchaseOrderLines = new PurchaseOrderLineRules();
    final ReceiptLineRules receiptLines = new ReceiptLineRules();
    final PlacedOrderRules placedOrders = new PlacedOrderRules();
    final OrderRules orders = new OrderRules();
    final OrderLineRules orderLines = new OrderLineRules();

    /** They decide about what a filter did not let through. */
    Decisions decisions() {
        return new Decisions(Map.of(
                ProductReading.class, products,
                SupplierProductReading.class, pairs,
                PartReading.class, parts,
                PurchaseOrderReading.class, purchaseOrders,
                PurchaseOrderLineReading.class, purchaseOrderLines,
                PlacedOrderReading.class, placedOrders,
                ReceiptLineReading.class, receiptLines,
                OrderReading.class, orders,
                OrderLineReading.class, orderLines));
    }
}
