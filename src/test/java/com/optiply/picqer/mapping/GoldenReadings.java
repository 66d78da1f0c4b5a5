package com.optiply.picqer.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.customer.CustomerSettings.Compositions;
import com.optiply.picqer.mapping.product.ProductReading;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.picqer.PicqerProduct;
import com.optiply.picqer.picqer.WarehouseId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What golden cases of several kinds say in the same words. */
public final class GoldenReadings {
    private static final long MAIN = 18;

    private GoldenReadings() {}

    public static ProductReading product(PicqerProduct product, JsonNode customer) {
        String compositions = customer.path("compositions").asText("with-stock");
        Set<WarehouseId> warehouses = new HashSet<>();
        customer.path("stockWarehouses").forEach(id -> warehouses.add(new WarehouseId(id.longValue())));
        return new ProductReading(
                product,
                Compositions.valueOf(compositions.replace('-', '_').toUpperCase(Locale.ROOT)),
                warehouses.isEmpty() ? Set.of(new WarehouseId(MAIN)) : warehouses,
                extraAttributes(customer));
    }

    public static Set<String> extraAttributes(JsonNode customer) {
        Set<String> names = new HashSet<>();
        customer.path("extraAttributes").forEach(name -> names.add(name.textValue()));
        return names;
    }

    /** A reference by the Optiply id that it has, or by the word for what keeps it from having one. */
    public static Reference reference(JsonNode said, long linkedUnlessSaid) {
        if (said.isMissingNode() || said.isNumber()) {
            return new Reference.Linked(new OptiplyId(said.asLong(linkedUnlessSaid)));
        }
        return switch (said.textValue()) {
            case "missing" -> new Reference.Missing();
            case "unknown" -> new Reference.Unknown();
            default -> new Reference.KeptOut(FilterReason.of(said.textValue()));
        };
    }
}
