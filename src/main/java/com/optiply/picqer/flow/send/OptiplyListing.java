package com.optiply.picqer.flow.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.door.Account;
import com.optiply.picqer.door.Failure;
import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.flow.run.DoubtedAnswersException;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.NaturalKey;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.sync.run.Run;
import java.util.List;
import java.util.Objects;

/**
 * One of Optiply's lists, page by page to its end, by ascending id: so new records come last (contract: Optiply 4).
 *
 * <p>A record that is deleted meanwhile moves all behind it up, and one of them may slip past between two pages. Only
 * the total that each page tells gives it away: whoever needs every record asks {@link #isDoubtful} after each page,
 * and reads {@link #again} from the first. Where as many are made as are deleted between two pages, nothing tells.
 *
 * <p>The total is promised for every list, filtered or not. One page is whole without it, as nothing can slip past
 * between pages; a longer list that lacks it is doubtful. Confined to the run's thread.
 */
public final class OptiplyListing {
    private static final int PAGE_RECORDS = 100;
    private static final int READINGS_MAX = 5;
    /** Patience at the start; a long list may get shorter more often, but not on more than every second page. */
    private static final int SETBACKS_MAX = 30;

    private static final int PAGES_PER_SETBACK = 2;
    private static final long UNKNOWN = -1;

    private final Kind kind;
    private final Query filter;
    private int reading = 1;
    private int pagesRead;
    private long records;
    private long total = UNKNOWN;
    private long shrunkBy;
    private int setbacks;
    private boolean hasShrunk;
    private boolean hasEnded;

    private OptiplyListing(Kind kind, Query filter) {
        this.kind = kind;
        this.filter = filter;
    }

    /** All that the customer's account has of a kind. */
    public static OptiplyListing of(Run run, Kind kind) {
        return new OptiplyListing(kind, ofAccount(run));
    }

    public static Query ofAccount(Run run) {
        return Query.of("filter[accountId]", run.customer().optiply().account());
    }

    /** A look-up that one page answers: records of such a key are few. */
    static OptiplyRequest withKey(Run run, NaturalKey key, String sort) {
        Query query = ofAccount(run);
        for (NaturalKey.Part part : key.parts()) {
            query = filtered(query, part.attribute(), part.filterValue());
        }
        return get(run.kind(), query.and("sort", sort).and("page[limit]", PAGE_RECORDS));
    }

    /** The list, yet unread, of those among its records that have this value. */
    public OptiplyListing where(String attribute, Object value) {
        return new OptiplyListing(kind, filtered(filter, attribute, value));
    }

    private static Query filtered(Query query, String attribute, Object value) {
        return query.and("filter[" + attribute + "]", value);
    }

    private static OptiplyRequest get(Kind kind, Query query) {
        return OptiplyRequest.get("/" + kind.resource(), query);
    }

    /** The next page. */
    public OptiplyRequest request() {
        return get(
                kind, filter.and("sort", "id").and("page[limit]", PAGE_RECORDS).and("page[offset]", records));
    }

    /** Takes the answer to {@link #request}. */
    public List<OptiplyRecord> take(OptiplyAnswer answer) {
        List<OptiplyRecord> page = recordsIn(request(), answer);
        long before = total;
        total = total(answer.body());
        if (total != UNKNOWN && total < before) {
            shrunkBy += before - total;
            hasShrunk = true;
        }
        records += page.size();
        pagesRead++;
        hasEnded = page.size() < PAGE_RECORDS;
        return page;
    }

    /** The records of an answer that has to be a list of them; a {@link Failure} where it is none. */
    public static List<OptiplyRecord> recordsIn(OptiplyRequest request, OptiplyAnswer answer) {
        return OptiplyRecord.readAll(answer.body())
                .orElseThrow(() -> Failure.noList(Account.OPTIPLY, request, answer.status()));
    }

    private static long total(JsonNode body) {
        return body.path("meta").path("totalResourceCount").asLong(UNKNOWN);
    }

    /** Whether a look-up shows all that it says there is, or says nothing of it. */
    static boolean isAll(OptiplyAnswer answer, List<OptiplyRecord> records) {
        long total = total(Objects.requireNonNull(answer.body()));
        return total == UNKNOWN || records.size() >= Math.min(total, PAGE_RECORDS);
    }

    /** Whether the next page is the first one. */
    public boolean isUnread() {
        return pagesRead == 0;
    }

    public boolean hasEnded() {
        return hasEnded;
    }

    /** How many pages there are by what Optiply says. */
    public long pages() {
        return (Math.max(total, 0) + PAGE_RECORDS - 1) / PAGE_RECORDS;
    }

    /** Whether it ended before all that Optiply says there is. */
    boolean isShort() {
        return hasEnded && records < total;
    }

    /** Whether records may have slipped past, or were given twice. */
    public boolean isDoubtful() {
        return hasShrunk || isShort() || isBeyondTotal();
    }

    /** Whether it goes on after all that Optiply says there is: a server that ignores the offset never ends. */
    boolean isEndless() {
        return !hasEnded && isBeyondTotal();
    }

    private boolean isBeyondTotal() {
        return total == UNKNOWN ? pagesRead > 1 : records > total;
    }

    /**
     * From the first page.
     *
     * @throws DoubtedAnswersException after the fifth reading
     */
    public void again() {
        if (!tryAgain()) {
            throw doubt("got shorter, or was not as long as Optiply says it is, each of " + READINGS_MAX
                    + " times that it was read");
        }
    }

    /** From the first page, unless this was the fifth reading: for who has one record that can do without the list. */
    public boolean tryAgain() {
        if (reading == READINGS_MAX) {
            return false;
        }
        reading++;
        pagesRead = 0;
        records = 0;
        total = UNKNOWN;
        shrunkBy = 0;
        hasShrunk = false;
        hasEnded = false;
        return true;
    }

    /** Whether records were deleted since the page before. */
    boolean hasShrunk() {
        return hasShrunk;
    }

    /**
     * Back by as many pages as records can have moved up, so that none slips past; some come a second time. For who can
     * bear that: a long list that people delete from would never be read from its first page to its last.
     *
     * @throws DoubtedAnswersException where it goes back more often than it can get on
     */
    void goBack() {
        setbacks++;
        if (setbacks > SETBACKS_MAX + pages() / PAGES_PER_SETBACK) {
            throw doubt("got shorter " + setbacks + " times while it was read");
        }
        long pages = (shrunkBy + PAGE_RECORDS - 1) / PAGE_RECORDS;
        records = Math.max(0, records / PAGE_RECORDS - pages) * PAGE_RECORDS;
        shrunkBy = 0;
        hasShrunk = false;
        hasEnded = false;
    }

    /** Throws where it is endless: for who cannot read it again. */
    public void requireEnd() {
        if (isEndless()) {
            throw doubt("goes on after all that Optiply says there is");
        }
    }

    private DoubtedAnswersException doubt(String what) {
        return new DoubtedAnswersException(
                List.of("Optiply's list of " + kind.resource() + " " + what + ". The next run tries again."));
    }
}
