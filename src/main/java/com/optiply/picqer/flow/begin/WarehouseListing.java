package com.optiply.picqer.flow.begin;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.door.Failure;
import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.flow.walk.ListStretch;
import com.optiply.picqer.picqer.ListWalk;
import com.optiply.picqer.picqer.Row;
import com.optiply.picqer.picqer.Warehouse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;

/**
 * The warehouses that Picqer lists (contract: Picqer 9), and the first that anybody asks a shop for. One page for all
 * but the largest of shops, and a list that does not move: each page begins where the one before ended. Confined to one
 * thread.
 */
final class WarehouseListing {
    private static final String PATH = "/warehouses";
    private static final String LISTING = "picqer-optiply.warehouses";

    private final List<Warehouse> known = new ArrayList<>();
    private final List<Row.Unreadable<Warehouse>> unreadable = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private int offset;
    private boolean hasEnded;

    /** The one that this exchange is reading. */
    static WarehouseListing of(Exchange exchange) {
        WarehouseListing before = exchange.getProperty(LISTING, WarehouseListing.class);
        WarehouseListing listing = before == null ? new WarehouseListing() : before;
        exchange.setProperty(LISTING, listing);
        return listing;
    }

    /** The one that this exchange has read to its end: whoever asks again with the exchange reads anew. */
    static WarehouseListing readBy(Exchange exchange) {
        WarehouseListing listing = of(exchange);
        exchange.removeProperty(LISTING);
        return listing;
    }

    boolean hasNext() {
        return !hasEnded;
    }

    PicqerRequest request() {
        return PicqerRequest.get(PATH, offset == 0 ? Query.NONE : Query.of("offset", offset));
    }

    /** A server that ignores the offset would give its first page for ever. */
    void take(PicqerAnswer answer) {
        List<JsonNode> rows = rows(answer);
        boolean isAnyNew = false;
        for (JsonNode json : rows) {
            Row<Warehouse> row = Warehouse.read(json);
            if (keys.add(row.key())) {
                isAnyNew = true;
                add(row);
            }
        }
        hasEnded = rows.size() < ListWalk.PAGE_ROWS || !isAnyNew;
        offset += rows.size();
    }

    private List<JsonNode> rows(PicqerAnswer answer) {
        try {
            return ListStretch.arrayOf(request(), answer);
        } catch (Failure noList) {
            throw noList.ofTheAddress();
        }
    }

    private void add(Row<Warehouse> row) {
        if (row instanceof Row.Unreadable<Warehouse> broken) {
            unreadable.add(broken);
        } else {
            known.add(((Row.Read<Warehouse>) row).value());
        }
    }

    /** The key may not read them: there is nothing to list. */
    void end() {
        hasEnded = true;
    }

    List<Warehouse> known() {
        return List.copyOf(known);
    }

    /** Rows that are no warehouses as far as anybody can tell. */
    List<Row.Unreadable<Warehouse>> unreadable() {
        return List.copyOf(unreadable);
    }
}
