package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.picqer.StockHistory.Cause;

/**
 * The people at the shop, at work in Picqer's own screens while an integration reads. Records go in and come out as the
 * API shows them. Thread-safe by the shop's lock.
 */
public final class ShopUser {
    private final PicqerShop shop;

    ShopUser(PicqerShop shop) {
        this.shop = shop;
    }

    public ObjectNode addProduct(ObjectNode fields) {
        return shop.locked(() -> shop.products().add(fields));
    }

    public ObjectNode changeProduct(long idproduct, ObjectNode fields) {
        return shop.locked(() -> shop.products().change(idproduct, fields));
    }

    public ObjectNode inactivateProduct(long idproduct) {
        return shop.locked(() -> shop.products().activate(idproduct, false));
    }

    public ObjectNode activateProduct(long idproduct) {
        return shop.locked(() -> shop.products().activate(idproduct, true));
    }

    /** Picqer's API cannot, but products do vanish from accounts. */
    public void removeProduct(long idproduct) {
        synchronized (shop) {
            shop.products().remove(idproduct);
        }
    }

    /** Puts in a row exactly as it is written, broken fields and all; returns where it stands in the list. */
    public long putProductVerbatim(String json) {
        return shop.locked(() -> shop.products().putVerbatim(json));
    }

    /** Makes the newest-first list show the product once more, on top. */
    public void duplicateProduct(long idproduct) {
        synchronized (shop) {
            shop.products().duplicate(idproduct);
        }
    }

    /** Sets what is there and what is reserved, without a trace in the stock history. */
    public ObjectNode setStock(long idproduct, long idwarehouse, Stock stock) {
        return shop.locked(() -> shop.products().setStock(idproduct, idwarehouse, old -> stock));
    }

    /** Corrects the count of the shelf, with its trace. */
    public void correctStock(long idproduct, long idwarehouse, int change, String reason) {
        shop.locked(() -> shop.stockHistory().book(idproduct, idwarehouse, change, Cause.MANUAL, reason));
    }

    /** Returns the part's own id, {@code idproduct_part}. */
    public long addPart(long composed, long idproduct, int amount) {
        return shop.locked(() -> shop.parts().add(composed, idproduct, amount)).id();
    }

    public void addWarehouse(long idwarehouse, String name, int priority, boolean acceptsOrders, boolean active) {
        shop.locked(() -> shop.warehouses().add(idwarehouse, name, priority, acceptsOrders, active));
    }

    public void changePart(long composed, long idproductPart, int amount) {
        shop.locked(() -> shop.parts().change(composed, idproductPart, amount));
    }

    public void removePart(long composed, long idproductPart) {
        synchronized (shop) {
            shop.parts().remove(composed, idproductPart);
        }
    }

    /** Puts in a warehouse exactly as it is written, as {@link #putProductVerbatim} does a product. */
    public long putWarehouseVerbatim(String json) {
        return shop.locked(() -> shop.warehouses().putVerbatim(json));
    }

    /** Puts in a supplier exactly as it is written. */
    public long putSupplierVerbatim(String json) {
        return shop.locked(() -> shop.suppliers().putVerbatim(json));
    }

    public long putPurchaseOrderVerbatim(String json) {
        return shop.locked(() -> shop.purchaseOrders().putVerbatim(json));
    }

    public long putReceiptVerbatim(String json) {
        return shop.locked(() -> shop.receipts().putVerbatim(json));
    }

    public long putOrderVerbatim(String json) {
        return shop.locked(() -> shop.orders().putVerbatim(json));
    }

    public ObjectNode addSupplier(ObjectNode fields) {
        return shop.locked(() -> shop.suppliers().add(fields));
    }

    public ObjectNode changeSupplier(long idsupplier, ObjectNode fields) {
        return shop.locked(() -> shop.suppliers().change(idsupplier, fields));
    }

    public ObjectNode deactivateSupplier(long idsupplier) {
        return shop.locked(() -> shop.suppliers().activate(idsupplier, false));
    }

    public ObjectNode activateSupplier(long idsupplier) {
        return shop.locked(() -> shop.suppliers().activate(idsupplier, true));
    }

    public void removeSupplier(long idsupplier) {
        synchronized (shop) {
            shop.suppliers().remove(idsupplier);
        }
    }

    public ObjectNode addPurchaseOrder(ObjectNode fields) {
        return shop.locked(() -> shop.purchaseOrders().add(fields, null));
    }

    public ObjectNode markAsPurchased(long idpurchaseorder) {
        return shop.locked(() -> shop.purchaseOrders().markAsPurchased(idpurchaseorder));
    }

    public ObjectNode cancelPurchaseOrder(long idpurchaseorder) {
        return shop.locked(() -> shop.purchaseOrders().cancel(idpurchaseorder));
    }

    public ObjectNode closePurchaseOrder(long idpurchaseorder) {
        return shop.locked(() -> shop.purchaseOrders().close(idpurchaseorder));
    }

    /** Open again after it was received or cancelled. */
    public ObjectNode reopenPurchaseOrder(long idpurchaseorder) {
        return shop.locked(() -> shop.purchaseOrders().reopen(idpurchaseorder));
    }

    /** Remarks, reference, delivery date: what stands above the lines. */
    public ObjectNode changePurchaseOrder(long idpurchaseorder, ObjectNode fields) {
        return shop.locked(() -> shop.purchaseOrders().changeHeader(idpurchaseorder, fields));
    }

    /** @param fields {@code idsupplier}, or {@code supplier_name} where the order has no supplier of its own */
    public ObjectNode changePurchaseOrderSupplier(long idpurchaseorder, ObjectNode fields) {
        return shop.locked(() -> shop.purchaseOrders().changeSupplier(idpurchaseorder, fields));
    }

    public ObjectNode movePurchaseOrder(long idpurchaseorder, long idwarehouse) {
        return shop.locked(() -> shop.purchaseOrders().moveTo(idpurchaseorder, idwarehouse));
    }

    public ObjectNode addPurchaseOrderLine(long idpurchaseorder, ObjectNode fields) {
        return shop.locked(() -> shop.purchaseOrders().addLine(idpurchaseorder, fields));
    }

    /** Amount, price or delivery date, while the order is open. */
    public ObjectNode changePurchaseOrderLine(long idpurchaseorder, long idline, ObjectNode fields) {
        return shop.locked(() -> shop.purchaseOrders().changeLine(idpurchaseorder, idline, fields));
    }

    public void removePurchaseOrderLine(long idpurchaseorder, long idline) {
        synchronized (shop) {
            shop.purchaseOrders().removeLine(idpurchaseorder, idline);
        }
    }

    public void removePurchaseOrder(long idpurchaseorder) {
        synchronized (shop) {
            shop.purchaseOrders().remove(idpurchaseorder);
        }
    }

    /**
     * Books goods of one product in on a receipt of their own and completes it at once.
     *
     * @param version 1 or 2: both stand in the lists of shops that are older than the second
     */
    public ObjectNode receiveGoods(long idpurchaseorder, long idproduct, int amount, int version) {
        return shop.locked(() -> {
            ObjectNode receipt =
                    shop.receipts().add(PicqerJson.object().put("idpurchaseorder", idpurchaseorder), version);
            long id = receipt.path("idreceipt").asLong();
            shop.receipts()
                    .addProduct(
                            id, PicqerJson.object().put("idproduct", idproduct).put("amount", amount));
            shop.receipts().finishNow(id);
            return shop.receipts().table().get(id).document();
        });
    }

    public ObjectNode revertReceiptLine(long idreceipt, long idreceiptProduct) {
        return shop.locked(() -> shop.receipts().revert(idreceipt, idreceiptProduct));
    }

    /** Counts a line again; shelf and purchase order follow. */
    public ObjectNode changeReceiptLine(long idreceipt, long idreceiptProduct, int amount) {
        return shop.locked(() -> shop.receipts().recount(idreceipt, idreceiptProduct, amount));
    }

    public void removeReceipt(long idreceipt) {
        synchronized (shop) {
            shop.receipts().vanish(idreceipt);
        }
    }

    public ObjectNode addOrder(ObjectNode fields) {
        return shop.locked(() -> shop.orders().add(fields, null));
    }

    public ObjectNode processOrder(long idorder) {
        return shop.locked(() -> shop.orders().process(idorder));
    }

    public ObjectNode cancelOrder(long idorder) {
        return shop.locked(() -> shop.orders().cancel(idorder));
    }

    /**
     * Into any status from any other, with what that means for goods held and amounts cancelled.
     *
     * @param status as the API writes it
     */
    public ObjectNode changeOrderStatus(long idorder, String status) {
        return shop.locked(() -> shop.orders().changeStatus(idorder, status));
    }

    /** What stands above the lines, {@code warehouses} too, in any status. */
    public ObjectNode changeOrder(long idorder, ObjectNode fields) {
        return shop.locked(() -> shop.orders().changeInAnyStatus(idorder, fields));
    }

    public ObjectNode addOrderLine(long idorder, ObjectNode fields) {
        return shop.locked(() -> shop.orders().addLineInAnyStatus(idorder, fields));
    }

    /** Amount, price or {@code amount_cancelled}; an order in work is taken out of it for the moment. */
    public ObjectNode changeOrderLine(long idorder, long idline, ObjectNode fields) {
        return shop.locked(() -> shop.orders().rework(idorder, order -> OrderLines.change(order, idline, fields)));
    }

    public ObjectNode removeOrderLine(long idorder, long idline) {
        return shop.locked(() -> shop.orders().rework(idorder, order -> OrderLines.remove(order, idline)));
    }

    public void removeOrder(long idorder) {
        synchronized (shop) {
            shop.orders().remove(idorder);
        }
    }

    public ObjectNode closePicklist(long idpicklist) {
        return shop.locked(() -> shop.fulfilment().closePicklist(idpicklist));
    }
}
