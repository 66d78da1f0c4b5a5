package com.optiply.picqer.flow.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.picqer.ListMovesException;
import com.optiply.picqer.picqer.ListWalk;
import com.optiply.picqer.store.row.Leg;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list whose ids lie above a known one, by id and not by offset (contract: Picqer 1.4, "Safer cursors"):
 * nothing can slip past, however the list moves. It goes down from the newest, or up from the oldest, as Picqer's first
 * page shows.
 */
public final class SinceIdStretch implements Stretch {
    private final String path;
    private final Query filter;
    private long above;
    private @Nullable Long below;
    private boolean hasEnded;

    /** @param above rows of this id and of smaller ones are left out */
    public SinceIdStretch(String path, Query filter, long above) {
        this.path = path;
        this.filter = filter;
        this.above = above;
    }

    @Override
    public PicqerRequest request() {
        Query query = filter.and("sinceid", above);
        return PicqerRequest.get(path, below == null ? query : query.and("beforeid", below));
    }

    @Override
    public List<JsonNode> rows(PicqerAnswer answer) {
        return ListStretch.arrayOf(request(), answer);
    }

    /** Rows without an id cannot be the cursor, so the smallest and largest ids of the page are. */
    @Override
    public boolean take(List<String> keys) {
        List<Long> ids =
                keys.stream().filter(SinceIdStretch::isId).map(Long::valueOf).toList();
        if (keys.size() < ListWalk.PAGE_ROWS || ids.isEmpty()) {
            hasEnded = true;
        } else if (ids.get(0) > ids.get(ids.size() - 1)) {
            long smallest = ids.stream().min(Long::compare).orElseThrow();
            requireMoved(below == null || smallest < below, smallest);
            below = smallest;
        } else {
            long largest = ids.stream().max(Long::compare).orElseThrow();
            requireMoved(largest > above, largest);
            above = largest;
        }
        return true;
    }

    /** A server that ignores the cursor would give pages for ever. */
    private static void requireMoved(boolean hasMoved, long id) {
        if (!hasMoved) {
            throw ListMovesException.atCursor(id);
        }
    }

    private static boolean isId(String key) {
        return key.chars().allMatch(Character::isDigit);
    }

    @Override
    public boolean hasEnded() {
        return hasEnded;
    }

    @Override
    public Leg leg() {
        return Leg.ACTIVE;
    }
}
