package com.optiply.picqer.flow.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.flow.page.Rows;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.Row;
import com.optiply.picqer.sync.run.Backlog;
import com.optiply.picqer.sync.run.ReadSoFar;
import com.optiply.picqer.sync.run.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.camel.Exchange;

/** What the flows have in common that read a list of changes, and then what waited. Thread-safe. */
public final class ChangedRows {
    private static final String ASKED = "askedByIds";

    private final Backlog backlog;
    private final ReadSoFar readSoFar;
    private final Clock clock;

    public ChangedRows(Backlog backlog, ReadSoFar readSoFar, Clock clock) {
        this.backlog = backlog;
        this.readSoFar = readSoFar;
        this.clock = clock;
    }

    /** Begins with the list, from where it was read to; what waited are records of the run's own kind. */
    public void open(Exchange exchange, String path) {
        Run run = Variables.run(exchange);
        open(exchange, path, backlog.of(run));
    }

    /**
     * Begins with the list, and what waited is also whatever waits for a record of that kind: which of them it waits
     * for may be seen otherwise now.
     */
    public void openWithAwaiting(Exchange exchange, String path, Kind awaited) {
        Run run = Variables.run(exchange);
        Set<RemoteId> waiting = new TreeSet<>(backlog.of(run));
        waiting.addAll(backlog.awaiting(run, awaited));
        open(exchange, path, List.copyOf(waiting));
    }

    /** Begins with a list of what the run's records are read with; what waited is asked for by those. */
    public void openParents(Exchange exchange, String path) {
        Run run = Variables.run(exchange);
        List<RemoteId> waiting = backlog.parentsOf(run);
        RunState.put(exchange, ASKED, new HashSet<>(waiting));
        open(exchange, path, waiting);
    }

    private void open(Exchange exchange, String path, List<RemoteId> waiting) {
        Walk.begin(exchange, ChangedSince.stretches(Variables.run(exchange), path, readSoFar, waiting));
    }

    boolean hasNext(Exchange exchange) {
        return Walk.of(exchange).hasNext();
    }

    /** Whether there is more to read, where what became of one record may ask for others; each of them is read once. */
    public boolean hasNextParents(Exchange exchange, String path) {
        Walk walk = Walk.of(exchange);
        if (!walk.hasNext()) {
            Set<RemoteId> read = asked(exchange);
            List<RemoteId> more = backlog.takeAsked(Variables.run(exchange), read);
            read.addAll(more);
            walk.then(
                    more.stream().map(record -> new SingleStretch(path, record)).toList());
        }
        return walk.hasNext();
    }

    @SuppressWarnings("unchecked")
    private static Set<RemoteId> asked(Exchange exchange) {
        return RunState.required(exchange, ASKED, Set.class);
    }

    public PicqerRequest nextPage(Exchange exchange) {
        return Walk.of(exchange).next();
    }

    /**
     * Takes a page, and notes how far the list has been read by it.
     *
     * @param changed when a row was last changed, by Picqer's own clock
     */
    public <T> Walk.Taken<T> take(
            Exchange exchange,
            String path,
            Function<JsonNode, Row<T>> reader,
            Function<? super T, LocalDateTime> changed) {
        Run run = Variables.run(exchange);
        Walk walk = Walk.of(exchange);
        boolean isList = walk.isOfList();
        Walk.Taken<T> taken = walk.take(exchange, reader);
        if (isList) {
            Duration underWay = run.underWay(clock.instant());
            Rows.of(taken.rows()).readable().forEach(row -> ChangedSince.note(run, path, changed.apply(row), underWay));
        }
        return taken;
    }
}
