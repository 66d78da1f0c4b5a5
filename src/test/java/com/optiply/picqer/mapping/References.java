package com.optiply.picqer.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.optiply.OptiplyId;

/** What is known of other records, as the golden cases write it. */
public final class References {
    private static final String LINKED = "linked ";
    private static final String KEPT_OUT = "kept out: ";

    private References() {}

    /** What the case says; where it says nothing, the record is in Optiply under a number that shows its own. */
    public static Reference of(JsonNode said, long id, long offset) {
        if (said.isMissingNode()) {
            return new Reference.Linked(new OptiplyId(offset + id));
        }
        String text = said.textValue();
        if (text.startsWith(LINKED)) {
            return new Reference.Linked(new OptiplyId(Long.parseLong(text.substring(LINKED.length()))));
        }
        if (text.startsWith(KEPT_OUT)) {
            return new Reference.KeptOut(FilterReason.of(text.substring(KEPT_OUT.length())));
        }
        return switch (text) {
            case "missing" -> new Reference.Missing();
            case "unknown" -> new Reference.Unknown();
            default -> throw new IllegalArgumentException(text);
        };
    }
}
