package com.optiply.picqer.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.store.DropState;
import com.optiply.picqer.store.DroppedFile;
import com.optiply.picqer.sync.ProductPairs;
import com.optiply.picqer.sync.Run;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * What Optiply has of the products in a dropped file, at the moment when the file is applied: product by product where
 * they are few, else by one listing of all supplier products, whichever asks less.
 */
public final class ListedPairs {
    private static final String LISTING = "listedPairs";
    private static final int PAGE_RECORDS = 100;
    private static final int ATTEMPTS_MAX = 5;

    private final ProductPairs pairs;

    public ListedPairs(ProductPairs pairs) {
        this.pairs = pairs;
    }

    /** Where the listing has got to. Confined to the run's thread. */
    private static final class Listing {
        private final DroppedFile file;
        private final Deque<Long> products = new ArrayDeque<>();
        private boolean isByProduct;
        private boolean isOver;
        private @Nullable String lastSku;
        private int offset;
        private int attempt = 1;

        Listing(DroppedFile file) {
            this.file = file;
        }
    }

    public void open(Exchange exchange) {
        DroppedFile file = Importing.of(exchange).file;
        if (file != null && file.state() == DropState.STAGED) {
            pairs.clear(file);
            RunState.put(exchange, LISTING, new Listing(file));
        }
    }

    public boolean hasNext(Exchange exchange) {
        Listing listing = RunState.get(exchange, LISTING, Listing.class);
        return listing != null && !listing.isOver;
    }

    public OptiplyRequest next(Exchange exchange) {
        Listing listing = of(exchange);
        Run run = Variables.run(exchange);
        Query query = Query.of("filter[accountId]", run.customer().optiply().account());
        if (listing.isByProduct) {
            query = query.and("filter[productId]", listing.products.element());
        }
        query = query.and("sort", "id").and("page[limit]", PAGE_RECORDS).and("page[offset]", listing.offset);
        return OptiplyRequest.get("/" + Kind.SUPPLIER_PRODUCTS.resource(), query);
    }

    public void take(Exchange exchange) {
        Listing listing = of(exchange);
        JsonNode body = exchange.getMessage().getBody(OptiplyAnswer.class).body();
        List<OptiplyRecord> records = OptiplyRecord.readAll(body);
        long total = body.path("meta").path("totalResourceCount").asLong();
        pairs.keep(listing.file, records);
        boolean isFirst = !listing.isByProduct && listing.offset == 0;
        if (records.size() == PAGE_RECORDS) {
            listing.offset += PAGE_RECORDS;
            if (isFirst && pairs.products(listing.file) < (total + PAGE_RECORDS - 1) / PAGE_RECORDS) {
                beginProducts(exchange, listing);
            }
            return;
        }
        listing.offset = 0;
        if (listing.isByProduct) {
            listing.products.remove();
            fill(exchange, listing);
        } else {
            ended(listing, total);
        }
    }

    private void beginProducts(Exchange exchange, Listing listing) {
        listing.isByProduct = true;
        listing.offset = 0;
        fill(exchange, listing);
    }

    private void fill(Exchange exchange, Listing listing) {
        while (listing.products.isEmpty() && !listing.isOver) {
            ProductPairs.Asked asked = pairs.toAsk(Variables.run(exchange), listing.file, listing.lastSku);
            listing.products.addAll(asked.products());
            listing.lastSku = asked.lastSku();
            listing.isOver = asked.lastSku() == null && asked.products().isEmpty();
        }
    }

    /** A list that changed its length on the way is read again: rows may have slipped past. */
    private void ended(Listing listing, long total) {
        if (pairs.count(listing.file) == total) {
            listing.isOver = true;
            return;
        }
        if (listing.attempt == ATTEMPTS_MAX) {
            throw new IllegalStateException("Optiply's list of supplier products changed its length each of "
                    + ATTEMPTS_MAX + " times that it was read. The next run tries again.");
        }
        listing.attempt++;
        pairs.clear(listing.file);
    }

    private static Listing of(Exchange exchange) {
        return RunState.required(exchange, LISTING, Listing.class);
    }
}
