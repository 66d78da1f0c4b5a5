package com.optiply.picqer.mapping;

import com.optiply.picqer.mapping.Adjustment.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names as Optiply takes them (mapping.md, "Products", the row `name`). */
public final class Names {
    private static final int LENGTH_MAX = 255;
    private static final int SHOWN_LENGTH_MAX = 60;

    private Names() {}

    /** Without line breaks, trimmed and at most 255 characters; empty when there is none. */
    public static String name(@Nullable String name, List<Adjustment> adjustments) {
        if (name == null) {
            return "";
        }
        String cleaned = name.replace("\r", "").replace("\n", "").strip();
        if (!cleaned.equals(name)) {
            adjustments.add(new Adjustment(Rule.NAME_CLEANED, shown(name), shown(cleaned)));
        }
        if (cleaned.length() <= LENGTH_MAX) {
            return cleaned;
        }
        String cut = cut(cleaned, LENGTH_MAX).strip();
        adjustments.add(new Adjustment(Rule.NAME_CUT, cleaned.length() + " characters", cut.length() + " characters"));
        return cut;
    }

    /** Never through the middle of a character that takes two places, as most emoji do. */
    private static String cut(String text, int length) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private static String shown(String text) {
        return text.length() <= SHOWN_LENGTH_MAX ? text : cut(text, SHOWN_LENGTH_MAX) + "...";
    }
}
