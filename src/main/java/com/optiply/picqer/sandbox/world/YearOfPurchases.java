package com.optiply.picqer.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.picqer.PicqerShop;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a shop ordered from its suppliers and how it came: the receipts of an order share each of its lines. The last
 * orders are still on their way. Receipts of the first half of the year are of the first version.
 */
final class YearOfPurchases {
    private static final List<String> ORDER_FIELDS = List.of(
            "status",
            "created",
            "updated",
            "idsupplier",
            "idwarehouse",
            "idfulfilment_customer",
            "purchaseorderid",
            "supplier_orderid",
            "supplier_name",
            "remarks");
    private static final List<String> RECEIPT_FIELDS = List.of(
            "status", "updated", "completed_at", "receiptid", "purchaseorder.idpurchaseorder", "supplier.idsupplier");
    private static final int ON_THEIR_WAY_ONE_IN = 25;
    private static final int HOURS_TO_FIRST_RECEIPT = 72;
    private static final int HOURS_BETWEEN_RECEIPTS = 24;

    private final ShopSize size;
    private final long seed;
    private long nextReceipt = YearWorld.FIRST_RECEIPT;

    /** An order before it is written down; what came of it came on so many receipts. */
    private record Purchase(
            long id, int supplier, List<Line> lines, LocalDateTime created, int receipts, boolean isOld) {
        LocalDateTime received(int receipt) {
            return Year.later(created, HOURS_TO_FIRST_RECEIPT + receipt * HOURS_BETWEEN_RECEIPTS);
        }
    }

    /** One line of an order. */
    private record Line(long product, int amount, String price) {
        /** What the n-th of so many receipts brings of it; all of them bring all of it. */
        int share(int receipt, int of) {
            return amount * (receipt + 1) / of - amount * receipt / of;
        }
    }

    YearOfPurchases(ShopSize size, long seed) {
        this.size = size;
        this.seed = seed;
    }

    void addTo(PicqerShop shop) {
        for (int number = 0; number < size.purchaseOrders(); number++) {
            Purchase purchase = purchase(number);
            shop.putPurchaseOrder(
                    CompactRow.of(purchase.id(), order(purchase).document(), ORDER_FIELDS),
                    Draft.lastLineId(purchase.id()));
            for (int receipt = 0; receipt < purchase.receipts(); receipt++) {
                long id = nextReceipt++;
                shop.putReceipt(
                        CompactRow.of(id, receipt(id, purchase, receipt).document(), RECEIPT_FIELDS),
                        Draft.lastLineId(id));
            }
        }
    }

    private Purchase purchase(int number) {
        long id = YearWorld.FIRST_PURCHASE_ORDER + number;
        SplittableRandom chance = Year.chanceOf(seed, id);
        int supplier = chance.nextInt(size.suppliers());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < size.linesPerPurchaseOrder(); i++) {
            lines.add(line(chance, supplier));
        }
        boolean isOld = number < size.purchaseOrders() / 2;
        return new Purchase(id, supplier, lines, Year.moment(number, size.purchaseOrders()), receipts(number), isOld);
    }

    /** Of a product of the supplier, unless the shop has fewer products than suppliers. */
    private Line line(SplittableRandom chance, int supplier) {
        int drawn = chance.nextInt(size.products());
        int product = Math.min(drawn - drawn % size.suppliers() + supplier, size.products() - 1);
        return new Line(PlainWorld.FIRST_PRODUCT + product, chance.nextInt(2, 60), Year.price(chance));
    }

    /** The receipts are spread evenly over the orders that have come. */
    private int receipts(int number) {
        long come = size.purchaseOrders() - size.purchaseOrders() / ON_THEIR_WAY_ONE_IN;
        if (number >= come) {
            return 0;
        }
        return (int) ((number + 1L) * size.receipts() / come - (long) number * size.receipts() / come);
    }

    private static Draft order(Purchase purchase) {
        boolean hasCome = purchase.receipts() > 0;
        Draft order = PurchaseDrafts.order(purchase.id(), WallClock.text(purchase.created()))
                .with("idsupplier", PlainWorld.FIRST_SUPPLIER + purchase.supplier())
                .with(
                        "delivery_date",
                        purchase.created().toLocalDate().plusDays(3).toString());
        if (hasCome) {
            String completed = WallClock.text(purchase.received(purchase.receipts() - 1));
            order.with("status", "received").with("completed_at", completed).with("updated", completed);
        }
        for (Line line : purchase.lines()) {
            order.line(PurchaseDrafts.line(line.product(), "SKU-" + line.product(), line.amount(), line.price())
                    .put("amountreceived", hasCome ? line.amount() : 0));
        }
        return order;
    }

    private static Draft receipt(long id, Purchase purchase, int number) {
        String at = WallClock.text(purchase.received(number));
        Draft receipt = ReceiptDrafts.receipt(id, purchase.isOld() ? 1 : 2, purchase.id(), at)
                .with(
                        "supplier",
                        Draft.NODES
                                .objectNode()
                                .put("idsupplier", PlainWorld.FIRST_SUPPLIER + purchase.supplier())
                                .put("name", "Supplier " + (purchase.supplier() + 1)));
        int received = 0;
        for (int i = 0; i < purchase.lines().size(); i++) {
            int amount = purchase.lines().get(i).share(number, purchase.receipts());
            if (amount > 0) {
                receipt.line(receiptLine(purchase, i, amount, at));
                received += amount;
            }
        }
        return receipt.with("amount_received", received);
    }

    private static ObjectNode receiptLine(Purchase purchase, int index, int amount, String at) {
        long product = purchase.lines().get(index).product();
        String code = "SKU-" + product;
        return purchase.isOld()
                ? ReceiptDrafts.oldLine(purchase.id(), product, code, amount)
                : ReceiptDrafts.line(purchase.id(), Draft.lineId(purchase.id(), index + 1), product, code, amount, at);
    }
}
