package com.optiply.picqer.flow.export;

import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.send.OptiplyListing;
import com.optiply.picqer.flow.walk.Walk;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.sync.export.GoLive;
import java.util.List;
import org.apache.camel.Exchange;

/** The steps of {@code direct:go-live}, at the end of an import: what is there by now is left to a person. */
public final class ExportBeginning {
    private static final String ASKED = "exportBeginning";
    private static final OptiplyId NONE = new OptiplyId(0);

    private final GoLive goLive;

    public ExportBeginning(GoLive goLive) {
        this.goLive = goLive;
    }

    /** Whether the export waits for the end of this import; asked once in a run. */
    public boolean isEarned(Exchange exchange) {
        return RunState.get(exchange, ASKED, Boolean.class) == null && goLive.isEarnedBy(Variables.run(exchange));
    }

    /** The order that Optiply numbered last. */
    public OptiplyRequest lastOrder(Exchange exchange) {
        Walk.requireEnded(exchange);
        return OptiplyRequest.get(
                "/" + Kind.BUY_ORDERS.resource(),
                OptiplyListing.ofAccount(Variables.run(exchange))
                        .and("sort", "-id")
                        .and("page[limit]", 1));
    }

    public void take(Exchange exchange) {
        OptiplyAnswer answer = exchange.getMessage().getBody(OptiplyAnswer.class);
        List<OptiplyRecord> last = OptiplyListing.recordsIn(lastOrder(exchange), answer);
        goLive.earn(Variables.run(exchange), last.isEmpty() ? NONE : last.get(0).id());
        RunState.put(exchange, ASKED, true);
    }
}
