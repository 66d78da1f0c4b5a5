package com.optiply.picqer.sync.export;

import com.optiply.picqer.mapping.placedorder.PlacedLineReading;
import com.optiply.picqer.picqer.FoundPurchaseOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;

/** Which line in Picqer is which of Optiply's, of one order that went there. Pure. */
final class ExportedLines {
    private ExportedLines() {}

    /** Paired off one to one by product: of several with one product those of one amount, then those in their order. */
    static Map<PlacedLineReading, FoundPurchaseOrder.Line> pair(
            List<PlacedLineReading> lines, List<FoundPurchaseOrder.Line> found) {
        Map<PlacedLineReading, FoundPurchaseOrder.Line> pairs = new LinkedHashMap<>();
        List<FoundPurchaseOrder.Line> free = new ArrayList<>(found);
        pairOff(
                lines,
                free,
                pairs,
                (line, there) -> isOfOneProduct(line, there)
                        && Objects.equals(line.line().quantity(), there.amount()));
        pairOff(lines, free, pairs, ExportedLines::isOfOneProduct);
        return pairs;
    }

    private static void pairOff(
            List<PlacedLineReading> lines,
            List<FoundPurchaseOrder.Line> free,
            Map<PlacedLineReading, FoundPurchaseOrder.Line> pairs,
            BiPredicate<PlacedLineReading, FoundPurchaseOrder.Line> fits) {
        for (PlacedLineReading line : lines) {
            if (!pairs.containsKey(line)) {
                free.stream()
                        .filter(there -> fits.test(line, there))
                        .findFirst()
                        .ifPresent(there -> {
                            pairs.put(line, there);
                            free.remove(there);
                        });
            }
        }
    }

    private static boolean isOfOneProduct(PlacedLineReading line, FoundPurchaseOrder.Line there) {
        return there.product().equals(line.product());
    }
}
