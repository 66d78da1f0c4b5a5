package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether Optiply's form of a value says the same: money is text there, and a moment may bear fractions. */
final class Values {
    private static final Set<String> MOMENTS = Set.of("placed", "completed", "expectedDeliveryDate", "occurred");
    private static final Set<String> NUMBERS = Set.of(
            "price",
            "stockLevel",
            "purchaseInQuantitiesOf",
            "minimumPurchaseQuantity",
            "lotSize",
            "partQuantity",
            "totalValue",
            "quantity",
            "subtotalValue");

    private final ZoneId zone;
    private final boolean byDay;

    private Values(ZoneId zone, boolean byDay) {
        this.zone = zone;
        this.byDay = byDay;
    }

    static Values exact(ZoneId zone) {
        return new Values(zone, false);
    }

    /**
     * Of an order that Optiply made, dates of delivery count as local days: 09:00 coming back as midnight is no
     * change.
     */
    static Values byDay(ZoneId zone) {
        return new Values(zone, true);
    }

    List<String> differences(Map<String, JsonNode> wanted, Held held) {
        List<String> differences = new ArrayList<>();
        wanted.forEach((name, value) -> {
            if (!isSame(name, value, held.get(name))) {
                differences.add(name + " is " + held.get(name) + ", not " + value);
            }
        });
        return differences;
    }

    boolean isSame(String name, JsonNode wanted, JsonNode has) {
        if (Fields.isAbsent(wanted) || Fields.isAbsent(has)) {
            return Fields.isAbsent(wanted) && Fields.isAbsent(has);
        }
        if (MOMENTS.contains(name)) {
            return isSameMoment(wanted.asText(), has.asText(), byDay && name.equals("expectedDeliveryDate"));
        }
        return NUMBERS.contains(name)
                ? isSameNumber(wanted.asText(), has.asText())
                : wanted.asText().equals(has.asText());
    }

    private boolean isSameMoment(String wanted, String has, boolean isDay) {
        try {
            OffsetDateTime one = OffsetDateTime.parse(wanted);
            OffsetDateTime other = OffsetDateTime.parse(has);
            return isDay
                    ? one.atZoneSameInstant(zone)
                            .toLocalDate()
                            .equals(other.atZoneSameInstant(zone).toLocalDate())
                    : one.isEqual(other);
        } catch (DateTimeException noMoment) {
            return false;
        }
    }

    private static boolean isSameNumber(String wanted, String has) {
        try {
            return new BigDecimal(wanted).compareTo(new BigDecimal(has)) == 0;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }
}
