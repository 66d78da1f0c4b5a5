package com.optiply.picqer.mapping;

import java.util.stream.Stream;

/**
 * A value that was changed on the way (mapping.md, "Adjustments").
 *
 * @param found the value in Picqer, shortened
 * @param sent the value that goes to Optiply, shortened; empty when it is left out
 */
public record Adjustment(Rule rule, String found, String sent) {

    /** The rules that change a value. The codes stand in counts and in the state. */
    public enum Rule {
        NAME_CUT("name_cut"),
        NAME_CLEANED("name_cleaned"),
        PRICE_ROUNDED("price_rounded"),
        UNIT_PRICE_ROUNDED("unit_price_rounded"),
        PRICE_NOT_SENT("price_not_sent"),
        PRICE_BEYOND_LIMIT("price_beyond_limit"),
        PRICE_MISSING("price_missing"),
        SUBTOTAL_ROUNDED("subtotal_rounded"),
        MINIMUM_LEFT_OUT("minimum_purchase_quantity_left_out"),
        LOT_SIZE_LEFT_OUT("lot_size_left_out"),
        CANCELLED_BELOW_ZERO("cancelled_below_zero"),
        LINES_MERGED("lines_merged"),
        MARKER_COPIED("marker_copied"),
        ASSEMBLED_LEFT_OUT("assembled_left_out"),
        OWN_STEP("own_step");

        private final String code;

        Rule(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /** The rule of that code. */
        public static Rule of(String code) {
            return Stream.of(values())
                    .filter(rule -> rule.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no rule adjusts by the name `" + code + "`"));
        }
    }
}
