package com.optiply.picqer.flow;

import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.sync.Origins;
import com.optiply.picqer.sync.Origins.Marks;
import com.optiply.picqer.sync.Run;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.camel.Exchange;

/** The steps of {@code direct:origins}: whether the orders are there that the marks on a page name. */
public final class OriginLookups {
    private static final String ORIGINS = "origins";

    private final Origins origins;

    public OriginLookups(Origins origins) {
        this.origins = origins;
    }

    /** The page is read; what its marks name is to be looked up. */
    static void put(Exchange exchange, Marks marks) {
        RunState.put(exchange, ORIGINS, new Looking(marks, new ArrayDeque<>(marks.toLookUp()), new ArrayList<>()));
    }

    static Marks marks(Exchange exchange) {
        return looking(exchange).marks();
    }

    public boolean hasNext(Exchange exchange) {
        return !looking(exchange).open().isEmpty();
    }

    public OptiplyRequest next(Exchange exchange) {
        OptiplyId order = looking(exchange).open().element();
        return OptiplyRequest.get("/buyOrders/" + order, Query.NONE).orAnswer(Gone.STATUSES);
    }

    /** An order of another account is none of ours, whatever the mark says. */
    public void take(Exchange exchange) {
        Looking looking = looking(exchange);
        OptiplyId order = looking.open().remove();
        OptiplyAnswer answer = exchange.getMessage().getBody(OptiplyAnswer.class);
        if (Gone.says(answer.status())) {
            return;
        }
        OptiplyRecord record = Gone.shown(answer, order)
                .orElseThrow(() -> new DoubtedAnswersException(List.of("Optiply was asked for the order of buyOrders "
                        + order + ", which a purchase order of Picqer's names, said yes, and did not show it. Made"
                        + " once more it would be there twice, so the run ends here. The next run asks again.")));
        long account = Variables.run(exchange).customer().optiply().account();
        if (record.attributes().path("accountId").asLong(account) == account) {
            looking.found().add(record);
        }
    }

    /** Links those that came from Optiply, before anything is compared. */
    public void settle(Exchange exchange) {
        Looking looking = looking(exchange);
        Run run = Variables.run(exchange);
        origins.settle(run, looking.marks(), looking.found());
    }

    private static Looking looking(Exchange exchange) {
        return RunState.required(exchange, ORIGINS, Looking.class);
    }

    private record Looking(Marks marks, Deque<OptiplyId> open, List<OptiplyRecord> found) {}
}
