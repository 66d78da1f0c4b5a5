package com.optiply.picqer.sync.inspect;

import com.optiply.picqer.store.row.Change;
import com.optiply.picqer.store.row.Export;
import com.optiply.picqer.store.row.Hold;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.store.row.RunRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the state knows of one record: what became of it, why, and what comes next.
 *
 * @param parked why it cannot go yet; null: it is not parked, or held only
 * @param awaited the record that it waits for; null: it waits for none, or no run has seen that one
 * @param hold what waits for a person; null: nothing
 * @param lastChange the last write about it that was acknowledged; null: there was none, or it is forgotten
 * @param seen the run that last saw it; null: it was sent with its order and not looked at since
 * @param export how far an order of Optiply's is on its way to Picqer; null: it is none, or has not begun
 * @param isUnanswered whether a write about it has no answer yet
 * @param lines of an order, in the order of their names
 */
public record Explanation(
        Link link,
        @Nullable Parked parked,
        @Nullable Link awaited,
        @Nullable Hold hold,
        @Nullable Change lastChange,
        @Nullable RunRow seen,
        @Nullable Export export,
        boolean isUnanswered,
        List<Link> lines) {}
