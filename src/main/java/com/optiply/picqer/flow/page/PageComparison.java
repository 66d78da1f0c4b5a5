package com.optiply.picqer.flow.page;

import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.sync.compare.Comparison;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;

/** The step that compares a page with the state. */
public final class PageComparison {
    private static final String DECISIONS = "decisions";

    private final Comparison comparison;
    private final RunListener listener;

    public PageComparison(Comparison comparison, RunListener listener) {
        this.comparison = comparison;
        this.listener = listener;
    }

    /** From the decisions of the page to the writes that remain. */
    public List<Write> compare(Exchange exchange) {
        Run run = Variables.run(exchange);
        Page<?> page = Page.of(exchange);
        List<Decision> decisions = new ArrayList<>(Page.mapped(exchange));
        decisions.addAll(page.decided());
        RunState.put(exchange, DECISIONS, decisions);
        List<Write> writes = page.family() == null
                ? comparison.compare(run.of(page.kind()), page.leg(), decisions)
                : comparison.compare(run.of(page.kind()), page.leg(), decisions, page.family());
        listener.progressed(run);
        return writes;
    }

    /** The decisions that the last page came to. */
    @SuppressWarnings("unchecked")
    public static List<Decision> decisions(Exchange exchange) {
        return RunState.required(exchange, DECISIONS, List.class);
    }
}
