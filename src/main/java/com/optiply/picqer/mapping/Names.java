package com.optiply.picqer.mapping;

import com.optiply.picqer.mapping.Adjustment.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names as Optiply takes them (mapping.md, "Products", the row `name`). */
final class Names {
    private static final int LENGTH_MAX = 255;
    private static final int SHOWN_LENGTH_MAX = 60;

    private Names() {}

    /** Without line breaks, trimmed and at most 255 characters; empty when there is none. */
    static String name(@Nullable String name, List<Adjustment> adjustments) {
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
        String cut = cut(cleaned);
        adjustments.add(new Adjustment(Rule.NAME_CUT, cleaned.length() + " characters", cut.length() + " characters"));
        return cut;
    }

    /** Never through the middle of a character that takes two places, as most emoji do. */
    private static String cut(String name) {
        int end = Character.isHighSurrogate(name.charAt(LENGTH_MAX - 1)) ? LENGTH_MAX - 1 : LENGTH_MAX;
        return name.substring(0, end).strip();
    }

    private static String shown(String text) {
        return text.length() <= SHOWN_LENGTH_MAX ? text : text.substring(0, SHOWN_LENGTH_MAX) + "...";
    }
}
