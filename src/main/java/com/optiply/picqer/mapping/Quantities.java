package com.optiply.picqer.mapping;

import com.optiply.picqer.mapping.Adjustment.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Purchase quantities as Optiply takes them (mapping.md, "Supplier products"; "Adjustments"). */
public final class Quantities {
    private Quantities() {}

    /**
     * At least 1, or none. A 0 is Picqer's word for none (contract: Picqer 2.3), and is told all the same: whoever
     * counts what was left out counts every number below 1.
     */
    public static @Nullable Long atLeastOne(@Nullable Long quantity, Rule leftOut, List<Adjustment> adjustments) {
        if (quantity == null || quantity >= 1) {
            return quantity;
        }
        adjustments.add(new Adjustment(leftOut, quantity.toString(), ""));
        return null;
    }
}
