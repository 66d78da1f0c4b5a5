package com.optiply.picqer.service;

import com.optiply.picqer.flow.Decisions;
import com.optiply.picqer.mapping.OrderLineReading;
import com.optiply.picqer.mapping.OrderLineRules;
import com.optiply.picqer.mapping.OrderReading;
import com.optiply.picqer.mapping.OrderRules;
import com.optiply.picqer.mapping.PartReading;
import com.optiply.picqer.mapping.PartRules;
import com.optiply.picqer.mapping.PlacedOrderReading;
import com.optiply.picqer.mapping.PlacedOrderRules;
import com.optiply.picqer.mapping.ProductReading;
import com.optiply.picqer.mapping.ProductRules;
import com.optiply.picqer.mapping.PurchaseOrderLineReading;
import com.optiply.picqer.mapping.PurchaseOrderLineRules;
import com.optiply.picqer.mapping.PurchaseOrderReading;
import com.optiply.picqer.mapping.PurchaseOrderRules;
import com.optiply.picqer.mapping.ReceiptLineReading;
import com.optiply.picqer.mapping.ReceiptLineRules;
import com.optiply.picqer.mapping.SupplierProductReading;
import com.optiply.picqer.mapping.SupplierProductRules;
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
