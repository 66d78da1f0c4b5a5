package com.optiply.picqer.picqer;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One complete walk over one Picqer list whose rows may move while it is read (contract: Picqer 1.3 and 1.4).
 *
 * <p>Each page begins on the last row of the one before. A page that holds a row seen before joins on without a gap,
 * however many rows were put in above it. A page that holds none means that rows above it went away and some may have
 * slipped past: the walk steps back until it finds a row it knows. It ends only on a page that was not full.
 *
 * <p>Where a server does not take such offsets, {@link #plain()} walks in steps of a whole page, twice.
 *
 * <p>Memory is that of a few pages. Confined to one thread.
 */
public final class ListWalk {
    /** Picqer's page size, which no parameter changes. */
    public static final int PAGE_ROWS = 100;

    private static final int PAGES_REMEMBERED = 4;
    /** Patience at the start; a long walk may be set back more often, but not on more than every second page. */
    private static final int SETBACKS_MAX = 30;

    private static final int PAGES_PER_SETBACK = 2;

    private final int step;
    private final Deque<Set<String>> remembered = new ArrayDeque<>();
    private int passesLeft;
    private int offset;
    private int setbacks;
    private int pagesTaken;
    private @Nullable String firstKeyBefore;
    private boolean ended;

    private ListWalk(int step, int passes) {
        this.step = step;
        this.passesLeft = passes;
    }

    public static ListWalk overlapping() {
        return new ListWalk(PAGE_ROWS - 1, 1);
    }

    public static ListWalk plain() {
        return new ListWalk(PAGE_ROWS, 2);
    }

    /** The offset to ask for next. */
    public int offset() {
        return offset;
    }

    /** Whether the last page was seen to be the last: only then may absence count. */
    public boolean ended() {
        return ended;
    }

    /**
     * Takes the page at {@link #offset()} and moves on.
     *
     * @param keys of its rows, in their order
     * @return whether the page joins on to what was read; if not, it is to be left aside and the next one read
     * @throws ListMovesException when it moves faster than it can be read, or offsets do nothing
     */
    public boolean take(List<String> keys) {
        if (offset > 0 && isOverlapping() && !holdsKnown(keys)) {
            stepBack();
            return false;
        }
        refuseStandstill(keys);
        pagesTaken++;
        remember(keys);
        if (keys.size() < PAGE_ROWS) {
            endPass();
        } else {
            offset += step;
        }
        return true;
    }

    private boolean isOverlapping() {
        return step < PAGE_ROWS;
    }

    private boolean holdsKnown(Collection<String> keys) {
        return keys.stream().anyMatch(this::isKnown);
    }

    private boolean isKnown(String key) {
        return remembered.stream().anyMatch(page -> page.contains(key));
    }

    private void stepBack() {
        countSetback();
        offset = Math.max(0, offset - step);
    }

    /** An endpoint that ignores the offset would give its first page for ever. */
    private void refuseStandstill(List<String> keys) {
        String firstKey = keys.isEmpty() ? null : keys.get(0);
        if (offset > 0 && keys.size() == PAGE_ROWS && firstKey != null && firstKey.equals(firstKeyBefore)) {
            countSetback();
        }
        firstKeyBefore = firstKey;
    }

    private void countSetback() {
        setbacks++;
        if (setbacks > SETBACKS_MAX + pagesTaken / PAGES_PER_SETBACK) {
            throw new ListMovesException(offset);
        }
    }

    private void remember(List<String> keys) {
        remembered.addLast(new HashSet<>(keys));
        if (remembered.size() > PAGES_REMEMBERED) {
            remembered.removeFirst();
        }
    }

    private void endPass() {
        passesLeft--;
        offset = 0;
        firstKeyBefore = null;
        remembered.clear();
        ended = passesLeft == 0;
    }
}
