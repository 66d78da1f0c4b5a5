package com.optiply.picqer.sandbox.picqer;

/** Every physical change of stock. Reservations leave no trace here, as in Picqer. */
final class StockHistory {
    private static final long FIRST_ID = 1_000_001;

    private final PicqerShop shop;
    private final Table table = new Table(FIRST_ID);

    StockHistory(PicqerShop shop) {
        this.shop = shop;
    }

    /** What booked the change. */
    enum Cause {
        API("api"),
        MANUAL("manual"),
        RECEIPT("receipt"),
        PICKLIST("picklist");

        private final String word;

        Cause(String word) {
            this.word = word;
        }
    }

    Table table() {
        return table;
    }

    /** Books a change of the shelf and writes it down. */
    Stock book(long idproduct, long idwarehouse, int change, Cause cause, String reason) {
        Stock old = Stock.inWarehouse(shop.products().get(idproduct).document(), idwarehouse);
        shop.products().setStock(idproduct, idwarehouse, stock -> stock.plus(change));
        long id = table.nextId();
        table.put(StoredRow.of(
                id,
                PicqerJson.object()
                        .put("idproduct_stock_history", id)
                        .put("idproduct", idproduct)
                        .put("idwarehouse", idwarehouse)
                        .putNull("iduser")
                        .putNull("idlocation")
                        .put("old_stock", old.stock())
                        .put("stock_change", change)
                        .put("new_stock", old.stock() + change)
                        .put("reason", reason)
                        .put("change_type", cause.word)
                        .put("changed_at", shop.now())));
        return old.plus(change);
    }
}
