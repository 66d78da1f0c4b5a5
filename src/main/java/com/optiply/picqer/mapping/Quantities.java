package com.optiply.picqer.mapping;

import com.optiply.picqer.mapping.Adjustment.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Purchase quantities as Optiply takes them (mapping.md, "Supplier products"; "Adjustments"). */
final class Quantities {
    private Quantities() {}

    /**
     * At least 1, or none. Picqer says 0 where nothing is set (contract: Picqer 2.3), so that nothing is altered when
     * a 0 is left out: only a negative one is told.
     */
    static @Nullable Long atLeastOne(@Nullable Long quantity, Rule leftOut, List<Adjustment> adjustments) {
        if (quantity == null || quantity == 0) {
            return null;
        }
        if (quantity < 0) {
            adjustments.add(new Adjustment(leftOut, quantity.toString(), ""));
            return null;
        }
        return quantity;
    }
}
