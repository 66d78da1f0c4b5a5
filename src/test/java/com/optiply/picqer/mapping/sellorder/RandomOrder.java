package com.optiply.picqer.mapping.sellorder;

import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.Reference;
import com.optiply.picqer.mapping.Reference.KeptOut;
import com.optiply.picqer.mapping.Reference.Linked;
import com.optiply.picqer.mapping.Reference.Unknown;
import com.optiply.picqer.mapping.product.ProductPrices;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.picqer.OrderId;
import com.optiply.picqer.picqer.OrderLineId;
import com.optiply.picqer.picqer.OrderStatus;
import com.optiply.picqer.picqer.PicqerOrder;
import com.optiply.picqer.picqer.PicqerOrderLine;
import com.optiply.picqer.picqer.ProductId;
import com.optiply.picqer.picqer.WarehouseId;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An order of few products on many lines, parts of parts among them; none of its products is awaited. */
final class RandomOrder {
    private static final int PRODUCTS = 6;
    private static final int LINES_MAX = 12;
    private static final WarehouseId MAIN = new WarehouseId(18);

    private final Random random;
    private final Map<ProductId, Reference> references = new HashMap<>();
    private final Map<ProductId, BigDecimal> prices = new HashMap<>();
    private final Set<ProductId> composed = new HashSet<>();

    private RandomOrder(Random random) {
        this.random = random;
    }

    static OrderReading of(long seed) {
        return new RandomOrder(new Random(seed)).reading();
    }

    private OrderReading reading() {
        for (int id = 1; id <= PRODUCTS; id++) {
            addProduct(new ProductId(id));
        }
        OrderChoices choices = new OrderChoices(
                MAIN, ZoneId.of("Europe/Amsterdam"), null, OrderSamples.COUNTING, random.nextBoolean(), Set.of());
        return new OrderReading(
                order(),
                choices,
                new OrderedProducts(references, new ProductPrices(prices, Set.of()), composed),
                false,
                true);
    }

    private void addProduct(ProductId id) {
        switch (random.nextInt(6)) {
            case 0 -> references.put(id, new Unknown());
            case 1 -> references.put(id, new KeptOut(FilterReason.INACTIVE));
            default -> references.put(id, new Linked(new OptiplyId(1_000 + id.value())));
        }
        if (references.get(id) instanceof Linked && random.nextBoolean()) {
            composed.add(id);
        }
        BigDecimal price = price();
        if (price != null) {
            prices.put(id, price);
        }
    }

    private PicqerOrder order() {
        List<PicqerOrderLine> lines = new ArrayList<>();
        int count = random.nextInt(LINES_MAX);
        for (int index = 0; index < count; index++) {
            lines.add(line(lines));
        }
        Collections.shuffle(lines, random);
        return new PicqerOrder(
                new OrderId(801_200),
                "O2025-4410",
                OrderStatus.PROCESSING,
                Set.of(MAIN),
                LocalDateTime.of(2025, 10, 9, 8, 30),
                null,
                lines);
    }

    /** Part of an earlier line, if of any, so that nothing goes round in a circle. */
    private PicqerOrderLine line(List<PicqerOrderLine> earlier) {
        int amount = random.nextInt(7) - 1;
        boolean isPart = !earlier.isEmpty() && random.nextInt(3) == 0;
        return new PicqerOrderLine(
                new OrderLineId(551_001 + earlier.size()),
                new ProductId(1 + random.nextInt(PRODUCTS)),
                null,
                price(),
                amount,
                random.nextInt(3) == 0 ? random.nextInt(3) : 0,
                isPart ? earlier.get(random.nextInt(earlier.size())).idorderProduct() : null);
    }

    private @Nullable BigDecimal price() {
        return random.nextInt(4) == 0 ? null : BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(5));
    }
}
