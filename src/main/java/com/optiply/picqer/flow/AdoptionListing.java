package com.optiply.picqer.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.sync.Adoption;
import com.optiply.picqer.sync.Run;
import java.util.List;
import org.apache.camel.Exchange;

/** The steps of {@code direct:adopt}: list what Optiply has, once. */
public final class AdoptionListing {
    private static final String LISTING = "listing";
    private static final int PAGE_RECORDS = 100;
    private static final int ATTEMPTS_MAX = 5;

    private final Adoption adoption;

    public AdoptionListing(Adoption adoption) {
        this.adoption = adoption;
    }

    public void open(Exchange exchange) {
        Run run = Variables.run(exchange);
        boolean isDone = adoption.isDone(run);
        if (!isDone) {
            adoption.begin(run);
        }
        RunState.put(exchange, LISTING, new Listing(0, 1, isDone));
    }

    public boolean hasNext(Exchange exchange) {
        return !listing(exchange).isDone();
    }

    public OptiplyRequest nextPage(Exchange exchange) {
        Run run = Variables.run(exchange);
        Query query = Query.of("filter[accountId]", run.customer().optiply().account())
                .and("sort", "id")
                .and("page[limit]", PAGE_RECORDS)
                .and("page[offset]", listing(exchange).offset());
        return OptiplyRequest.get("/" + run.kind().resource(), query);
    }

    /** Keeps the page. A list that changed its length on the way is read again: rows may have slipped past. */
    public void take(Exchange exchange) {
        Run run = Variables.run(exchange);
        JsonNode body = exchange.getMessage().getBody(OptiplyAnswer.class).body();
        List<OptiplyRecord> records = OptiplyRecord.readAll(body);
        adoption.keep(run, records);
        Listing listing = listing(exchange);
        if (records.size() == PAGE_RECORDS) {
            RunState.put(exchange, LISTING, listing.next());
            return;
        }
        boolean isWhole = adoption.count(run)
                == body.path("meta").path("totalResourceCount").asLong();
        if (!isWhole && listing.attempt() < ATTEMPTS_MAX) {
            adoption.begin(run);
            RunState.put(exchange, LISTING, new Listing(0, listing.attempt() + 1, false));
            return;
        }
        requireWhole(isWhole, run);
        adoption.complete(run);
        RunState.put(exchange, LISTING, new Listing(0, listing.attempt(), true));
    }

    private static void requireWhole(boolean isWhole, Run run) {
        if (!isWhole) {
            throw new IllegalStateException(
                    "Optiply's list of " + run.kind().resource() + " changed its length each of " + ATTEMPTS_MAX
                            + " times that it was read. The next run tries again.");
        }
    }

    private static Listing listing(Exchange exchange) {
        return RunState.required(exchange, LISTING, Listing.class);
    }

    private record Listing(int offset, int attempt, boolean isDone) {
        Listing next() {
            return new Listing(offset + PAGE_RECORDS, attempt, false);
        }
    }
}
