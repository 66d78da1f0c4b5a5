package com.optiply.picqer.mapping.preference;

import java.util.Locale;
import java.util.Set;
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
    private static final Set<String> TRUE = Set.of("true", "waar", "wahr", "vrai", "yes", "ja", "oui", "1");

    private static final Set<String> FALSE =
            Set.of("false", "onwaar", "falsch", "faux", "no", "nee", "nein", "non", "0");

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
        String flag = preferred.toLowerCase(Locale.ROOT);
        return TRUE.contains(flag) || FALSE.contains(flag)
                ? new PreferenceReading(new PreferenceRow(sku, supplier, TRUE.contains(flag)), null)
                : rejected(PreferenceReason.BAD_PREFERRED, shortened(preferred));
    }

    private static PreferenceReading rejected(PreferenceReason reason, String detail) {
        return new PreferenceReading(null, new PreferenceRejection(reason, detail));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
