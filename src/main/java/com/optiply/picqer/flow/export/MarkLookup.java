package com.optiply.picqer.flow.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.flow.walk.ChangedSince;
import com.optiply.picqer.flow.walk.ListStretch;
import com.optiply.picqer.flow.walk.Stretch;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.sync.export.Origins;
import com.optiply.picqer.sync.run.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Looks in Picqer for an order by its mark: among the purchase orders of its supplier, or once it may have been
 * created, among all that were changed since a little before that (mapping.md, "Writing out purchase orders").
 */
public final class MarkLookup {
    static final String PATH = "/purchaseorders";

    /** Picqer may be busy with a request for longer than we wait for its answer. */
    private static final Duration SETTLED_AFTER_AT_LEAST = Duration.ofMinutes(2);

    private final Duration settleAfter;
    private final Clock clock;

    /** @param timeout how long an answer is waited for */
    public MarkLookup(Duration timeout, Clock clock) {
        this.settleAfter = timeout.compareTo(SETTLED_AFTER_AT_LEAST) > 0 ? timeout : SETTLED_AFTER_AT_LEAST;
        this.clock = clock;
    }

    /**
     * Before the first create all of the supplier's orders are looked through: an order may have been placed, and
     * marked, long before somebody approves of it here. What was sent cannot be older than the run that sent it; but
     * the order may have got another supplier since, there or here, so the orders of all suppliers are looked through.
     *
     * @param sent when its create was sent at the latest; null: not by an earlier run
     */
    MarkSearch begin(Run run, Exporting one, @Nullable Instant sent) {
        Query query = one.isDoubtful()
                ? ChangedSince.since(one.export.since())
                : one.supplier().map(id -> Query.of("idsupplier", id)).orElse(Query.NONE);
        Stretch list =
                new ListStretch(PATH, query, Leg.ACTIVE, run.customer().picqer().paging());
        return new MarkSearch(list, Origins.markers(run.customer()), sent != null && isSettled(sent));
    }

    /** Whether Picqer must be through with what was sent at that moment at the latest. */
    private boolean isSettled(Instant sent) {
        return !clock.instant().isBefore(sent.plus(settleAfter));
    }

    static String key(JsonNode row) {
        return row.path("idpurchaseorder").asText();
    }
}
