package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.oracle.Verdict.Afterwards;
import com.optiply.picqer.oracle.Verdict.KeptOut;
import com.optiply.picqer.oracle.Verdict.OrderLines;
import com.optiply.picqer.oracle.Verdict.Sent;
import com.optiply.picqer.oracle.Verdict.Waits;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** mapping.md, "Products", "Composed products" and "Adjustments". */
final class Products {
    private static final String WITH_STOCK = "composition_with_stock";
    private static final String VIRTUAL = "virtual_composition";
    private static final Set<String> TYPES = Set.of("normal", "unlimited_stock", VIRTUAL, WITH_STOCK);
    private static final BigDecimal STOCK_MAX = new BigDecimal("9999999");

    private final Settings settings;
    private final Map<String, JsonNode> rows = new LinkedHashMap<>();

    Products(List<JsonNode> products, Settings settings) {
        this.settings = settings;
        products.forEach(row -> rows.putIfAbsent(key(row), row));
    }

    /** A list may show a row twice; a row without an id is a product of its own. */
    private static String key(JsonNode row) {
        JsonNode id = row.path("idproduct");
        return Fields.isId(id) ? id.asText() : "without id: " + row;
    }

    Map<String, Verdict> verdicts() {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        rows.forEach((key, row) -> verdicts.put(key, verdict(row)));
        return verdicts;
    }

    Optional<JsonNode> row(long idproduct) {
        return Optional.ofNullable(rows.get(Long.toString(idproduct)));
    }

    /** Whether its row says in any place that it is made of parts. */
    static boolean isComposed(JsonNode row) {
        String type = row.path("type").asText();
        return row.path("assembled").asBoolean() || type.equals(WITH_STOCK) || type.equals(VIRTUAL);
    }

    /** Whether the table of "Composed products" sends it; it goes by the type, which must be there. */
    boolean goesWithParts(JsonNode row) {
        String type = row.path("type").asText();
        return switch (settings.compositions()) {
            case WITH_STOCK -> type.equals(WITH_STOCK);
            case ALL -> type.equals(WITH_STOCK) || type.equals(VIRTUAL);
            case NONE -> false;
        };
    }

    private Verdict verdict(JsonNode row) {
        if (!isReadable(row)) {
            return new Waits(Reason.UNREADABLE);
        }
        if (!row.path("active").booleanValue()) {
            return new KeptOut(Reason.INACTIVE, Afterwards.hiddenBy("status", "disabled"));
        }
        if (isUnlimited(row)) {
            return new KeptOut(Reason.UNLIMITED_STOCK, Afterwards.hiddenBy("unlimitedStock", "true"));
        }
        if (isComposed(row) && !goesWithParts(row)) {
            return new KeptOut(Reason.ASSEMBLED, Afterwards.hiddenBy("assembled", "true"));
        }
        return row.hasNonNull("stock") ? sent(row) : new Waits(Reason.STOCK_MISSING);
    }

    static boolean isUnlimited(JsonNode row) {
        return row.path("unlimitedstock").asBoolean()
                || row.path("type").asText().equals("unlimited_stock");
    }

    private Verdict sent(JsonNode row) {
        BigDecimal stock = stock(row);
        JsonNode code = Fields.text(row, "productcode");
        JsonNode barcode = Fields.text(row, "barcode");
        BigDecimal price = Fields.money(row, "price");
        if (stock.compareTo(STOCK_MAX) > 0
                || Fields.isNegative(price)
                || code.asText().length() > Fields.TEXT_MAX
                || barcode.asText().length() > Fields.TEXT_MAX) {
            return new Waits(Reason.REJECTED);
        }
        Map<String, JsonNode> attributes = new TreeMap<>(Map.of(
                "name", Fields.JSON.textNode(Fields.name(row, "name")),
                "skuCode", code,
                "articleCode", code,
                "eanCode", barcode,
                "unlimitedStock", Fields.JSON.booleanNode(false),
                "assembled", Fields.JSON.booleanNode(isComposed(row)),
                "stockLevel", Fields.number(stock),
                "status", Fields.JSON.textNode("enabled")));
        Optional.ofNullable(Fields.price(price)).ifPresent(value -> attributes.put("price", value));
        addLotSize(row, attributes);
        return new Sent(attributes, OrderLines.NONE);
    }

    private void addLotSize(JsonNode row, Map<String, JsonNode> attributes) {
        JsonNode lot = row.path("purchase_in_quantities_of");
        if (settings.accepts(Resource.PRODUCTS, "purchaseInQuantitiesOf")
                && lot.isIntegralNumber()
                && lot.asLong() >= 1) {
            attributes.put("purchaseInQuantitiesOf", lot);
        }
    }

    /** In a present array a warehouse without a row counts 0; the result may be negative. */
    private BigDecimal stock(JsonNode row) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode place : row.path("stock")) {
            if (settings.stock().contains(place.path("idwarehouse").asLong())) {
                sum = sum.add(place.path("freestock").decimalValue());
            }
        }
        return sum.stripTrailingZeros();
    }

    /** Anything else is parked: a guess would be an invented value in Optiply. */
    private static boolean isReadable(JsonNode row) {
        JsonNode type = row.path("type");
        return Fields.isId(row.path("idproduct"))
                && row.path("active").isBoolean()
                && (Fields.isAbsent(type) || TYPES.contains(type.asText()))
                && Fields.isAbsentOrFlag(row.path("unlimitedstock"))
                && Fields.isAbsentOrFlag(row.path("assembled"))
                && Fields.isMoney(row.path("price"))
                && List.of("name", "productcode", "barcode").stream().allMatch(field -> Fields.isText(row.path(field)))
                && isStockReadable(row.path("stock"));
    }

    private static boolean isStockReadable(JsonNode stock) {
        boolean isReadable = Fields.isAbsent(stock) || stock.isArray();
        for (JsonNode place : stock) {
            JsonNode free = place.path("freestock");
            boolean isWhole =
                    free.isNumber() && free.decimalValue().stripTrailingZeros().scale() <= 0;
            isReadable = isReadable && isWhole && Fields.isId(place.path("idwarehouse"));
        }
        return isReadable;
    }
}
