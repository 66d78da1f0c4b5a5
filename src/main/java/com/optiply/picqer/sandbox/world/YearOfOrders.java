package com.optiply.picqer.sandbox.world;

import com.optiply.picqer.sandbox.picqer.PicqerShop;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;

/** What a shop sold: one to four products an order; one in fifty was cancelled, the last ones are still open. */
final class YearOfOrders {
    private static final List<String> FIELDS = List.of(
            "status",
            "created",
            "updated",
            "reference",
            "orderid",
            "emailaddress",
            "idcustomer",
            "warehouses",
            "idfulfilment_customer",
            "deliveryname",
            "invoicename");
    private static final String[] OPEN = {"processing", "processing", "processing", "expected", "paused", "concept"};
    private static final int OPEN_ONE_IN = 100;
    private static final int CANCELLED_ONE_IN = 50;
    private static final int LINES_MAX = 4;

    private final ShopSize size;
    private final long seed;

    YearOfOrders(ShopSize size, long seed) {
        this.size = size;
        this.seed = seed;
    }

    void addTo(PicqerShop shop) {
        for (int number = 0; number < size.orders(); number++) {
            long id = YearWorld.FIRST_ORDER + number;
            shop.putOrder(CompactRow.of(id, order(id, number).document(), FIELDS), Draft.lastLineId(id));
        }
    }

    private Draft order(long id, int number) {
        SplittableRandom chance = Year.chanceOf(seed, id);
        LocalDateTime created = Year.moment(number, size.orders());
        String status = status(chance, number);
        Draft order = OrderDrafts.order(id, WallClock.text(created))
                .with("status", status)
                .with("updated", WallClock.text(Year.later(created, chance.nextInt(1, 72))));
        int lines = chance.nextInt(1, LINES_MAX + 1);
        for (int line = 0; line < lines; line++) {
            long product = PlainWorld.FIRST_PRODUCT + chance.nextInt(size.products());
            int amount = chance.nextInt(1, 6);
            order.line(OrderDrafts.line(product, "SKU-" + product, amount, Year.price(chance))
                    .put("amount_cancelled", status.equals("cancelled") ? amount : 0));
        }
        return order;
    }

    private String status(SplittableRandom chance, int number) {
        if (number >= size.orders() - size.orders() / OPEN_ONE_IN) {
            return OPEN[chance.nextInt(OPEN.length)];
        }
        return chance.nextInt(CANCELLED_ONE_IN) == 0 ? "cancelled" : "completed";
    }
}
