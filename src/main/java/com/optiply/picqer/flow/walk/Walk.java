package com.optiply.picqer.flow.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.RunStoppedException;
import com.optiply.picqer.flow.walk.PicqersErrors.Said;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.Row;
import com.optiply.picqer.store.row.Leg;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Exchange;

/** What a run reads of Picqer: one stretch after the other, each to its end. Confined to the run's thread. */
public final class Walk {
    private static final String WALK = "walk";

    private final Deque<Stretch> stretches = new ArrayDeque<>();
    private final PicqersErrors errors = new PicqersErrors();
    private boolean isRefused;

    private Walk(Collection<? extends Stretch> stretches) {
        this.stretches.addAll(stretches);
    }

    /**
     * A page as it was read.
     *
     * @param rows none when the page did not join on to what was read before, or is to be asked for again
     * @param gone the record that was asked for and that Picqer no longer has
     * @param failed the record that was asked for and that Picqer itself fails on, or does not show to this key
     */
    public record Taken<T>(Leg leg, List<Row<T>> rows, Optional<RemoteId> gone, Optional<RemoteId> failed) {}

    public static void begin(Exchange exchange, Collection<? extends Stretch> stretches) {
        RunState.put(exchange, WALK, new Walk(stretches));
    }

    public static Walk of(Exchange exchange) {
        return RunState.required(exchange, WALK, Walk.class);
    }

    /**
     * Throws unless every stretch was seen to its end. A loop that was stopped ends like one that is through: only the
     * walk itself knows (Camel's `breakOnShutdown`).
     */
    public static void requireEnded(Exchange exchange) {
        Walk walk = RunState.get(exchange, WALK, Walk.class);
        if (walk != null && walk.hasNext()) {
            throw new RunStoppedException();
        }
    }

    /** Whether the account lacks access to something that was to be read: nothing can be said to be absent from it. */
    public boolean isRefused() {
        return isRefused;
    }

    /** Whether a list is read now, and not a record by its id: only a list can say how far it was read. */
    public boolean isOfList() {
        return stretches.element().record().isEmpty();
    }

    /** More to read, found out while reading. */
    public void then(Collection<? extends Stretch> more) {
        stretches.addAll(more);
    }

    public boolean hasNext() {
        return !stretches.isEmpty();
    }

    /**
     * In a list an error of Picqer's own is the run's. So it is on one more record after a few: those were parked for a
     * while, and the next run begins with others.
     */
    public PicqerRequest next() {
        Stretch stretch = stretches.element();
        return stretch.record().isEmpty() ? stretch.request() : errors.next(stretch.request());
    }

    /** Takes the answer to {@link #next}. */
    public <T> Taken<T> take(Exchange exchange, Function<JsonNode, Row<T>> reader) {
        Stretch stretch = stretches.element();
        Leg leg = stretch.leg();
        PicqerAnswer answer = exchange.getMessage().getBody(PicqerAnswer.class);
        switch (stretch.record().isEmpty() ? Said.ANSWERED : errors.take(answer)) {
            case NOTHING -> {
                return new Taken<>(leg, List.of(), Optional.empty(), Optional.empty());
            }
            case FAILS -> {
                stretches.remove();
                return new Taken<>(leg, List.of(), Optional.empty(), stretch.record());
            }
            case ANSWERED -> errors.answered();
        }
        List<Row<T>> rows = stretch.rows(answer).stream().map(reader).toList();
        boolean joins = stretch.take(rows.stream().map(Row::key).toList());
        isRefused |= stretch.isRefused();
        if (stretch.hasEnded()) {
            stretches.remove();
        }
        Optional<RemoteId> gone = rows.isEmpty() ? stretch.record() : Optional.empty();
        return new Taken<>(leg, joins ? rows : List.of(), gone, Optional.empty());
    }
}
