package com.optiply.picqer.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.sync.Adoption;
import com.optiply.picqer.sync.Run;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.camel.Exchange;

/** The steps of {@code direct:adopt}: list what Optiply has, once. */
public final class AdoptionListing {
    private static final String LISTINGS = "listings";
    private static final int PAGE_RECORDS = 100;
    private static final int ATTEMPTS_MAX = 5;

    private final Adoption adoption;

    public AdoptionListing(Adoption adoption) {
        this.adoption = adoption;
    }

    public void open(Exchange exchange) {
        Deque<Listing> listings = new ArrayDeque<>();
        for (Run run : Variables.run(exchange).ofEachKind()) {
            if (!adoption.isDone(run)) {
                adoption.begin(run);
                listings.add(new Listing(run, 0, 1));
            }
        }
        RunState.put(exchange, LISTINGS, listings);
    }

    public boolean hasNext(Exchange exchange) {
        return !listings(exchange).isEmpty();
    }

    public OptiplyRequest nextPage(Exchange exchange) {
        Listing listing = listings(exchange).element();
        Run run = listing.run();
        Query query = Query.of("filter[accountId]", run.customer().optiply().account())
                .and("sort", "id")
                .and("page[limit]", PAGE_RECORDS)
                .and("page[offset]", listing.offset());
        return OptiplyRequest.get("/" + run.kind().resource(), query);
    }

    /** Keeps the page. A list that changed its length on the way is read again: rows may have slipped past. */
    public void take(Exchange exchange) {
        Deque<Listing> listings = listings(exchange);
        Listing listing = listings.remove();
        Run run = listing.run();
        JsonNode body = exchange.getMessage().getBody(OptiplyAnswer.class).body();
        List<OptiplyRecord> records = OptiplyRecord.readAll(body);
        adoption.keep(run, records);
        if (records.size() == PAGE_RECORDS) {
            listings.addFirst(listing.next());
            return;
        }
        boolean isWhole = adoption.count(run)
                == body.path("meta").path("totalResourceCount").asLong();
        if (!isWhole && listing.attempt() < ATTEMPTS_MAX) {
            adoption.begin(run);
            listings.addFirst(new Listing(run, 0, listing.attempt() + 1));
            return;
        }
        requireWhole(isWhole, run);
        adoption.complete(run);
    }

    private static void requireWhole(boolean isWhole, Run run) {
        if (!isWhole) {
            throw new IllegalStateException(
                    "Optiply's list of " + run.kind().resource() + " changed its length each of " + ATTEMPTS_MAX
                            + " times that it was read. The next run tries again.");
        }
    }

    @SuppressWarnings("unchecked")
    private static Deque<Listing> listings(Exchange exchange) {
        return RunState.required(exchange, LISTINGS, Deque.class);
    }

    /** What is left to be listed of one kind of record. */
    private record Listing(Run run, int offset, int attempt) {
        Listing next() {
            return new Listing(run, offset + PAGE_RECORDS, attempt);
        }
    }
}
