package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.optiply.OptiplyAccount;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** mapping.md, "Writing out purchase orders": what is to be created in Picqer for an order that stands in Optiply. */
public final class PlacedOrders {
    private static final int PRICE_DECIMALS = 4;

    private final OptiplyAccount account;
    private final Settings settings;

    public PlacedOrders(OptiplyAccount account, Settings settings) {
        this.account = account;
        this.settings = settings;
    }

    /** As the order stands now, in a form in which two of one meaning are one text. */
    public String wanted(long order) {
        JsonNode attributes = account.byId("buyOrders", order).orElseThrow().attributes();
        ObjectNode wanted = Fields.JSON.objectNode();
        wanted.put("idsupplier", picqerId("suppliers", attributes.path("supplierId")));
        wanted.put("idwarehouse", settings.main());
        if (attributes.hasNonNull("expectedDeliveryDate")) {
            Instant expected =
                    Instant.parse(attributes.path("expectedDeliveryDate").asText());
            wanted.put(
                    "delivery_date",
                    expected.atZone(settings.timezone()).toLocalDate().toString());
        }
        wanted.put("supplier_orderid", "Optiply-" + order);
        wanted.put("remarks", "Optiply-" + order);
        lines(order).forEach(line -> wanted.withArray("products").add(line(line.attributes())));
        return canonical(wanted);
    }

    private List<OptiplyRecord> lines(long order) {
        return account.all("buyOrderLines").stream()
                .filter(line -> line.attributes().path("buyOrderId").asLong() == order)
                .toList();
    }

    private ObjectNode line(JsonNode line) {
        ObjectNode wanted = Fields.JSON.objectNode();
        wanted.put("idproduct", picqerId("products", line.path("productId")));
        wanted.put("amount", line.path("quantity").asLong());
        BigDecimal price = Objects.requireNonNull(Fields.money(line, "subtotalValue"))
                .divide(new BigDecimal(line.path("quantity").asText()), PRICE_DECIMALS, RoundingMode.HALF_UP);
        if (price.signum() != 0) {
            wanted.put("price", price);
        }
        return wanted;
    }

    private long picqerId(String resource, JsonNode id) {
        return account.byId(resource, id.asLong())
                .orElseThrow()
                .attributes()
                .path("remoteIdMap")
                .path(settings.coupling())
                .asLong();
    }

    /** What a request carried, in the form of {@link #wanted}. */
    public static String canonical(JsonNode body) {
        if (body.isObject()) {
            Map<String, String> fields = new TreeMap<>();
            body.properties().forEach(field -> fields.put(field.getKey(), canonical(field.getValue())));
            return fields.toString();
        }
        if (body.isArray()) {
            List<String> elements = new ArrayList<>();
            body.forEach(element -> elements.add(canonical(element)));
            return elements.toString();
        }
        return body.isNumber()
                ? new BigDecimal(body.asText()).stripTrailingZeros().toPlainString()
                : body.asText();
    }
}
