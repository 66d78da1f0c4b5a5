package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.flow.page.Draft;
import com.optiply.picqer.flow.page.Page;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Keep;
import com.optiply.picqer.mapping.Reading;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.row.Leg;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** What went into a split and did not come out of it is missed, of a page as of an order's lines. */
class LostInTheSplitTest {
    private static final Subject ORDER = Subject.of("5", "SO-5");

    private record Row(Subject subject) implements Reading {}

    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    @Test
    void aPageHasADecisionForEachOfItsRows() {
        RunState.begin(exchange);
        Page.put(exchange, new Page<>(Kind.SELL_ORDERS, Leg.ACTIVE, List.of(row("1"), row("2")), List.of(), null));
        exchange.getMessage().setBody(List.of(keep("1"), keep("2")));
        assertThat(Page.mapped(exchange)).hasSize(2);

        exchange.getMessage().setBody(List.of(keep("1")));

        assertThatThrownBy(() -> Page.mapped(exchange))
                .hasMessage("the route lost records: 2 went into the split, 1 came out");
    }

    @Test
    void anOrderHasADecisionForEachOfItsLines() {
        exchange.getMessage().setBody(new Draft(new Row(ORDER), List.of(keep("51"))));
        assertThat(Draft.of(exchange, 1).lines()).hasSize(1);

        assertThatThrownBy(() -> Draft.of(exchange, 2))
                .hasMessage("the route lost lines of order SO-5: 2 went into the split, 1 came out");
    }

    @Test
    void anOrderThatNeverWentThroughTheSplitHasNoLines() {
        exchange.getMessage().setBody(new Row(ORDER));
        assertThat(Draft.of(exchange, 0).lines()).isEmpty();

        assertThatThrownBy(() -> Draft.of(exchange, 1)).hasMessageContaining("1 went into the split, 0 came out");
    }

    private static Row row(String id) {
        return new Row(Subject.of(id, id));
    }

    private static Decision keep(String id) {
        return new Keep(Subject.of(id, id));
    }
}
