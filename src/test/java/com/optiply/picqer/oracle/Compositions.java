package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.oracle.Standing.Out;
import com.optiply.picqer.oracle.Standing.Waiting;
import com.optiply.picqer.oracle.Verdict.Afterwards;
import com.optiply.picqer.oracle.Verdict.KeptOut;
import com.optiply.picqer.oracle.Verdict.OrderLines;
import com.optiply.picqer.oracle.Verdict.Sent;
import com.optiply.picqer.oracle.Verdict.Unsettled;
import com.optiply.picqer.oracle.Verdict.Waits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** mapping.md, "Composed products": each part a record of its own, called by the pair of products. */
final class Compositions {
    private final Shop shop;
    private final Links links;
    private final History history;

    Compositions(Shop shop, Links links, History history) {
        this.shop = shop;
        this.links = links;
        this.history = history;
    }

    Map<String, Verdict> verdicts() {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        shop.parts().forEach((composed, rows) -> {
            for (JsonNode row : rows) {
                String key = composed + "_" + row.path("idproduct").asText();
                verdicts.merge(
                        key,
                        verdict(composed, row),
                        (first, again) -> new Unsettled("what is the quantity of a part that stands there twice?"));
            }
        });
        return verdicts;
    }

    private Verdict verdict(long composed, JsonNode row) {
        Verdict whole = links.verdicts(Resource.PRODUCTS)
                .getOrDefault(Long.toString(composed), new Waits(Reason.WAITS_FOR_PRODUCT));
        if (whole instanceof KeptOut out) {
            return history.wasSent(Resource.PRODUCTS, Long.toString(composed))
                    ? new Unsettled("do the parts of a product that is hidden now stay?")
                    : new KeptOut(out.reason(), Afterwards.STAYS);
        }
        if (!isReadable(row)) {
            return new Waits(Reason.UNREADABLE);
        }
        boolean isWholeLinked = links.isLinked(Resource.PRODUCTS, Long.toString(composed));
        return ofPart(composed, row, isWholeLinked);
    }

    private Verdict ofPart(long composed, JsonNode row, boolean isWholeLinked) {
        Standing part = links.ofProduct(row.path("idproduct").asLong());
        if (part instanceof Out) {
            return new KeptOut(Reason.PART_NOT_IN_OPTIPLY, Afterwards.STAYS);
        }
        if (part instanceof Waiting || !isWholeLinked) {
            return new Waits(Reason.WAITS_FOR_PRODUCT);
        }
        if (isInEachOther(composed, row.path("idproduct").asLong())) {
            return new Unsettled("which of two products that are parts of each other comes first?");
        }
        return new Sent(
                Map.of(
                        "composedProductId", Fields.JSON.textNode(Long.toString(composed)),
                        "partProductId",
                                Fields.JSON.textNode(row.path("idproduct").asText()),
                        "partQuantity", row.path("amount")),
                OrderLines.NONE);
    }

    private static boolean isReadable(JsonNode row) {
        return Fields.isId(row.path("idproduct"))
                && row.path("amount").isIntegralNumber()
                && row.path("amount").asLong() >= 1;
    }

    private boolean isInEachOther(long composed, long part) {
        return shop.parts().getOrDefault(part, List.of()).stream()
                .anyMatch(row -> row.path("idproduct").asLong() == composed);
    }
}
