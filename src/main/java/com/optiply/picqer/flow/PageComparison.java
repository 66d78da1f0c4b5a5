package com.optiply.picqer.flow;

import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.sync.Comparison;
import com.optiply.picqer.sync.Run;
import com.optiply.picqer.sync.Write;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;

/** The step that compares a page with the state. */
public final class PageComparison {
    private final Comparison comparison;
    private final RunListener listener;

    public PageComparison(Comparison comparison, RunListener listener) {
        this.comparison = comparison;
        this.listener = listener;
    }

    /** From the decisions of the page to the writes that remain. */
    @SuppressWarnings("unchecked")
    public List<Write> compare(Exchange exchange) {
        Run run = Variables.run(exchange);
        CataloguePage page = RunState.required(exchange, Catalogue.PAGE, CataloguePage.class);
        List<Decision> mapped =
                page.readings().isEmpty() ? List.of() : exchange.getMessage().getBody(List.class);
        if (mapped.size() != page.readings().size()) {
            throw new IllegalStateException("the route lost records: "
                    + page.readings().size() + " went into the split, " + mapped.size() + " came out");
        }
        List<Decision> decisions = new ArrayList<>(mapped);
        decisions.addAll(page.unreadable());
        List<Write> writes = comparison.compare(run, page.leg(), decisions);
        listener.progressed(run);
        return writes;
    }
}
