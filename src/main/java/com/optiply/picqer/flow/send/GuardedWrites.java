package com.optiply.picqer.flow.send;

import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Hold;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.sync.guard.Guards;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;

/** The steps of {@code direct:guarded}: judge what the run proposed, then give out what may go, page by page. */
public final class GuardedWrites {
    private static final String GUARDING = "guarding";

    private final Guards guards;
    private final RunListener listener;

    public GuardedWrites(Guards guards, RunListener listener) {
        this.guards = guards;
        this.listener = listener;
    }

    public void judge(Exchange exchange) {
        Deque<Guarding> guarding = new ArrayDeque<>();
        for (Run run : Variables.run(exchange).ofEachKind()) {
            Map<HoldAction, Long> held = guards.held(run);
            held.forEach((action, records) -> listener.held(run, action, records));
            guarding.add(new Guarding(run, guards.page(run, null)));
        }
        RunState.put(exchange, GUARDING, guarding);
        dropJudged(guarding);
    }

    public boolean hasNext(Exchange exchange) {
        return !guarding(exchange).isEmpty();
    }

    /** The writes of the next page of proposals. */
    public List<Write> nextPage(Exchange exchange) {
        Deque<Guarding> all = guarding(exchange);
        Guarding guarding = all.remove();
        List<Hold> page = guarding.page();
        RemoteId last = page.get(page.size() - 1).remoteId();
        all.addFirst(new Guarding(guarding.run(), guards.page(guarding.run(), last)));
        dropJudged(all);
        return guards.writes(guarding.run(), page);
    }

    private static void dropJudged(Deque<Guarding> guarding) {
        guarding.removeIf(kind -> kind.page().isEmpty());
    }

    @SuppressWarnings("unchecked")
    private static Deque<Guarding> guarding(Exchange exchange) {
        return RunState.required(exchange, GUARDING, Deque.class);
    }

    /** What is left to be given out of one kind of record. */
    private record Guarding(Run run, List<Hold> page) {}
}
