package com.optiply.picqer.mapping.sellorder;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.Reference;
import com.optiply.picqer.mapping.Reference.KeptOut;
import com.optiply.picqer.mapping.Reference.Linked;
import com.optiply.picqer.mapping.Reference.Missing;
import com.optiply.picqer.mapping.Reference.Unknown;
import com.optiply.picqer.mapping.product.ProductPrices;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.picqer.OrderStatus;
import com.optiply.picqer.picqer.PicqerOrder;
import com.optiply.picqer.picqer.PicqerOrderLine;
import com.optiply.picqer.picqer.ProductId;
import com.optiply.picqer.picqer.WarehouseId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders as the golden files give them, and what becomes of them from the first rule to the last. */
final class OrderSamples {
    /** The statuses that count where a customer chose none (mapping.md, "Sell orders"). */
    static final Set<OrderStatus> COUNTING =
            Set.of(OrderStatus.PROCESSING, OrderStatus.PAUSED, OrderStatus.EXPECTED, OrderStatus.COMPLETED);

    private static final long MAIN = 18;
    private static final OrderRules ORDER_RULES = new OrderRules();
    private static final OrderLineRules LINE_RULES = new OrderLineRules();
    private static final SellOrderLineMapper LINE_MAPPER = new SellOrderLineMapper();
    private static final SellOrderMapper MAPPER = new SellOrderMapper();

    private OrderSamples() {}

    static Decision decide(OrderReading reading) {
        if (ORDER_RULES.reasonAgainst(reading).isPresent()) {
            return ORDER_RULES.filtered(reading);
        }
        return MAPPER.map(reading, lines(reading));
    }

    /** The decision about each line, in the sequence of the lines. */
    static List<Decision> lines(OrderReading reading) {
        return reading.lines().stream().map(OrderSamples::decide).toList();
    }

    private static Decision decide(OrderLineReading line) {
        return LINE_RULES.reasonAgainst(line).isPresent() ? LINE_RULES.filtered(line) : LINE_MAPPER.map(line);
    }

    static OrderChoices choices(JsonNode customer) {
        Set<OrderStatus> statuses = new HashSet<>();
        customer.path("statuses")
                .forEach(code -> statuses.add(OrderStatus.of(code.textValue()).orElseThrow()));
        Set<String> extraAttributes = new HashSet<>();
        customer.path("extraAttributes").forEach(name -> extraAttributes.add(name.textValue()));
        return new OrderChoices(
                new WarehouseId(customer.path("main").asLong(MAIN)),
                ZoneId.of(customer.path("timezone").asText("Europe/Amsterdam")),
                customer.has("historyFrom")
                        ? LocalDate.parse(customer.get("historyFrom").textValue())
                        : null,
                statuses.isEmpty() ? COUNTING : statuses,
                customer.path("subtractCancelled").booleanValue(),
                extraAttributes);
    }

    /**
     * What is known of each product that the order names: what {@code known} says, else that it is linked as its own id
     * and a million.
     */
    static OrderedProducts products(PicqerOrder order, JsonNode known) {
        Map<ProductId, Reference> references = new HashMap<>();
        Map<ProductId, BigDecimal> prices = new HashMap<>();
        Set<ProductId> composed = new HashSet<>();
        for (PicqerOrderLine line : order.lines()) {
            ProductId id = line.idproduct();
            JsonNode product = known.path(id.toString());
            if (!product.path("unread").booleanValue()) {
                references.put(id, reference(id, product));
            }
            if (product.has("price")) {
                prices.put(id, product.get("price").decimalValue());
            }
            if (product.path("composed").booleanValue()) {
                composed.add(id);
            }
        }
        return new OrderedProducts(references, new ProductPrices(prices, Set.of()), composed);
    }

    private static Reference reference(ProductId id, JsonNode product) {
        if (product.has("keptOut")) {
            return new KeptOut(FilterReason.of(product.get("keptOut").textValue()));
        }
        if (product.path("missing").booleanValue()) {
            return new Missing();
        }
        return product.path("unknown").booleanValue()
                ? new Unknown()
                : new Linked(new OptiplyId(id.value() + 1_000_000));
    }
}
