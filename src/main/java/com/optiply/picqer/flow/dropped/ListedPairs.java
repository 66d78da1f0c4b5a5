package com.optiply.picqer.flow.dropped;

import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.send.OptiplyListing;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplySupplierProduct;
import com.optiply.picqer.store.row.DropState;
import com.optiply.picqer.store.row.DroppedFile;
import com.optiply.picqer.sync.dropped.ProductPairs;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * What Optiply has of the products in a dropped file, at the moment when the file is applied: product by product where
 * they are few, else by one listing of all supplier products, whichever asks less.
 */
public final class ListedPairs {
    private static final String LISTING = "listedPairs";

    private final ProductPairs pairs;

    public ListedPairs(ProductPairs pairs) {
        this.pairs = pairs;
    }

    /** Where the listing has got to. Confined to the run's thread. */
    private static final class Listing {
        private final DroppedFile file;
        private final Deque<Long> products = new ArrayDeque<>();
        private OptiplyListing list;
        private boolean isByProduct;
        private boolean isOver;
        private @Nullable String lastSku;

        Listing(DroppedFile file, OptiplyListing list) {
            this.file = file;
            this.list = list;
        }
    }

    public void open(Exchange exchange) {
        DroppedFile file = Importing.of(exchange).file;
        if (file != null && file.state() == DropState.STAGED) {
            pairs.clear(file);
            RunState.put(exchange, LISTING, new Listing(file, pairsOf(exchange)));
        }
    }

    public boolean hasNext(Exchange exchange) {
        Listing listing = RunState.get(exchange, LISTING, Listing.class);
        return listing != null && !listing.isOver;
    }

    public OptiplyRequest next(Exchange exchange) {
        return of(exchange).list.request();
    }

    /**
     * Keeps the page. A doubtful list is read again: a pair that it lacks would be created a second time. Of one
     * product it is kept once more over what was kept; of all products, nothing of the first reading stays.
     */
    public void take(Exchange exchange) {
        Listing listing = of(exchange);
        OptiplyListing list = listing.list;
        boolean isFirst = !listing.isByProduct && list.isUnread();
        pairs.keep(listing.file, list.take(exchange.getMessage().getBody(OptiplyAnswer.class)));
        if (list.isDoubtful()) {
            again(listing);
        } else if (isFirst && !list.hasEnded() && pairs.products(listing.file) < list.pages()) {
            listing.isByProduct = true;
            nextProduct(exchange, listing);
        } else if (list.hasEnded() && listing.isByProduct) {
            listing.products.remove();
            nextProduct(exchange, listing);
        } else {
            listing.isOver = list.hasEnded();
        }
    }

    private void again(Listing listing) {
        listing.list.again();
        if (!listing.isByProduct) {
            pairs.clear(listing.file);
        }
    }

    private void nextProduct(Exchange exchange, Listing listing) {
        while (listing.products.isEmpty() && !listing.isOver) {
            ProductPairs.Asked asked = pairs.toAsk(Variables.run(exchange), listing.file, listing.lastSku);
            listing.products.addAll(asked.products());
            listing.lastSku = asked.lastSku();
            listing.isOver = asked.lastSku() == null && asked.products().isEmpty();
        }
        if (!listing.isOver) {
            listing.list = pairsOf(exchange).where(OptiplySupplierProduct.PRODUCT_ID, listing.products.element());
        }
    }

    private static OptiplyListing pairsOf(Exchange exchange) {
        return OptiplyListing.of(Variables.run(exchange), Kind.SUPPLIER_PRODUCTS);
    }

    private static Listing of(Exchange exchange) {
        return RunState.required(exchange, LISTING, Listing.class);
    }
}
