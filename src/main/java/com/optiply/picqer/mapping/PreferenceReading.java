package com.optiply.picqer.mapping;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of reading one row of a list of preferred suppliers: the row, or why it cannot be taken. Pure.
 *
 * @param row null when it was rejected
 * @param rejection null when it was not
 */
public record PreferenceReading(@Nullable PreferenceRow row, @Nullable PreferenceRejection rejection) {
    private static final int TEXT_LENGTH_MAX = 255;

    /** Excel writes TRUE and FALSE in the language of the person, and other programs have words of their own. */
    private static final Map<String, Boolean> FLAGS = Map.ofEntries(
            Map.entry("true", true),
            Map.entry("false", false),
            Map.entry("waar", true),
            Map.entry("onwaar", false),
            Map.entry("yes", true),
            Map.entry("no", false),
            Map.entry("ja", true),
            Map.entry("nee", false),
            Map.entry("1", true),
            Map.entry("0", false));

    /** Reads the three cells, without the blanks around them. */
    public static PreferenceReading of(String sku, String supplier, String preferred) {
        if (sku.isEmpty()) {
            return rejected(PreferenceReason.NO_SKU, "");
        }
        if (supplier.isEmpty()) {
            return rejected(PreferenceReason.NO_SUPPLIER_NAME, "");
        }
        if (sku.length() > TEXT_LENGTH_MAX || supplier.length() > TEXT_LENGTH_MAX) {
            String column = sku.length() > TEXT_LENGTH_MAX ? "skuCode" : "supplierName";
            return rejected(PreferenceReason.TOO_LONG, column);
        }
        Boolean flag = FLAGS.get(preferred.toLowerCase(Locale.ROOT));
        return flag == null
                ? rejected(PreferenceReason.BAD_PREFERRED, shortened(preferred))
                : new PreferenceReading(new PreferenceRow(sku, supplier, flag), null);
    }

    private static PreferenceReading rejected(PreferenceReason reason, String detail) {
        return new PreferenceReading(null, new PreferenceRejection(reason, detail));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
