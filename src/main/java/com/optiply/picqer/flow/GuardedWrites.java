package com.optiply.picqer.flow;

import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Hold;
import com.optiply.picqer.store.HoldAction;
import com.optiply.picqer.sync.Guards;
import com.optiply.picqer.sync.Run;
import com.optiply.picqer.sync.Write;
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
        Run run = Variables.run(exchange);
        Map<HoldAction, Long> held = guards.held(run);
        held.forEach((action, records) -> listener.held(run, action, records));
        RunState.put(exchange, GUARDING, new Guarding(held, guards.page(run, null)));
    }

    public boolean hasNext(Exchange exchange) {
        return !guarding(exchange).page().isEmpty();
    }

    /** The writes of the next page of proposals. */
    public List<Write> nextPage(Exchange exchange) {
        Run run = Variables.run(exchange);
        Guarding guarding = guarding(exchange);
        List<Hold> page = guarding.page();
        RemoteId last = page.get(page.size() - 1).remoteId();
        RunState.put(exchange, GUARDING, new Guarding(guarding.held(), guards.page(run, last)));
        return guards.writes(run, page, guarding.held().keySet());
    }

    private static Guarding guarding(Exchange exchange) {
        return RunState.required(exchange, GUARDING, Guarding.class);
    }

    private record Guarding(Map<HoldAction, Long> held, List<Hold> page) {}
}
