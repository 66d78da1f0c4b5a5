package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What one warehouse holds of one product, and for whom it is kept. */
public record Stock(int stock, int reservedBackorders, int reservedPicklists, int reservedAllocations) {
    public static Stock of(int stock) {
        return new Stock(stock, 0, 0, 0);
    }

    public int reserved() {
        return reservedBackorders + reservedPicklists + reservedAllocations;
    }

    /** Negative when more is promised than lies on the shelf. */
    public int freeStock() {
        return stock - reserved();
    }

    boolean isEmpty() {
        return stock == 0 && reserved() == 0;
    }

    Stock plus(int change) {
        return new Stock(stock + change, reservedBackorders, reservedPicklists, reservedAllocations);
    }

    Stock reservedForPicklists(int more) {
        return new Stock(stock, reservedBackorders, reservedPicklists + more, reservedAllocations);
    }

    Stock reservedForBackorders(int more) {
        return new Stock(stock, reservedBackorders + more, reservedPicklists, reservedAllocations);
    }

    ObjectNode row(long idwarehouse) {
        return PicqerJson.object()
                .put("idwarehouse", idwarehouse)
                .put("stock", stock)
                .put("reserved", reserved())
                .put("reservedbackorders", reservedBackorders)
                .put("reservedpicklists", reservedPicklists)
                .put("reservedallocations", reservedAllocations)
                .put("freestock", freeStock());
    }

    /** The product's row for the warehouse, unless there is nothing in it. */
    static Optional<Stock> of(ObjectNode product, long idwarehouse) {
        return row(product, idwarehouse).map(Stock::of).filter(stock -> !stock.isEmpty());
    }

    static Stock inWarehouse(ObjectNode product, long idwarehouse) {
        return row(product, idwarehouse).map(Stock::of).orElse(Stock.of(0));
    }

    private static Stock of(JsonNode row) {
        return new Stock(
                row.path("stock").asInt(),
                row.path("reservedbackorders").asInt(),
                row.path("reservedpicklists").asInt(),
                row.path("reservedallocations").asInt());
    }

    private static Optional<JsonNode> row(ObjectNode product, long idwarehouse) {
        for (JsonNode row : product.path("stock")) {
            if (row.path("idwarehouse").asLong() == idwarehouse) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** Puts the row into the product's stock array, which is made anew if it was broken. */
    void putInto(ObjectNode product, long idwarehouse) {
        ArrayNode rows = product.path("stock") instanceof ArrayNode array ? array : product.putArray("stock");
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).path("idwarehouse").asLong() == idwarehouse) {
                rows.set(i, row(idwarehouse));
                return;
            }
        }
        rows.add(row(idwarehouse));
    }
}
