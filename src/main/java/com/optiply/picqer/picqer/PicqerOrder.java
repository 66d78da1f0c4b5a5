package com.optiply.picqer.picqer;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order as Picqer lists it, in Picqer's own words; only what a rule reads. Whose order it is never gets this far.
 *
 * @param warehouses from which it may be shipped, not the one that did; empty means any
 * @param updated never null when the order is completed
 */
public record PicqerOrder(
        OrderId idorder,
        @Nullable String orderid,
        OrderStatus status,
        Set<WarehouseId> warehouses,
        LocalDateTime created,
        @Nullable LocalDateTime updated,
        List<PicqerOrderLine> lines) {

    /** Whether lines of its parts stand beside this line. */
    public boolean hasParts(PicqerOrderLine line) {
        return lines.stream().anyMatch(other -> line.idorderProduct().equals(other.partof()));
    }

    /** The lines that this one is a part of, the nearest first; {@link OrderRows} lets none go round in a circle. */
    public List<PicqerOrderLine> wholesOf(PicqerOrderLine line) {
        List<PicqerOrderLine> wholes = new ArrayList<>();
        Optional<PicqerOrderLine> whole = wholeOf(line);
        while (whole.isPresent() && !wholes.contains(whole.get())) {
            wholes.add(whole.get());
            whole = wholeOf(whole.get());
        }
        return wholes;
    }

    private Optional<PicqerOrderLine> wholeOf(PicqerOrderLine line) {
        return lines.stream()
                .filter(other -> other.idorderProduct().equals(line.partof()))
                .findFirst();
    }
}
