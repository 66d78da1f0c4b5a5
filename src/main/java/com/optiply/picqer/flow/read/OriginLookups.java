package com.optiply.picqer.flow.read;

import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.flow.export.MarkBearers;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.RunStoppedException;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.walk.Gone;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.sync.export.Origins;
import com.optiply.picqer.sync.export.Origins.Marks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * The steps of {@code direct:origins}: whether the orders are there that the marks on a page name, and which purchase
 * order bears such a mark the longest: a copy must not be taken for the order that it was copied from.
 */
public final class OriginLookups {
    private static final String ORIGINS = "origins";
    private static final String BEARERS = "markBearers";

    private final Origins origins;

    public OriginLookups(Origins origins) {
        this.origins = origins;
    }

    /** What is to be found out about one page. Confined to the run's thread. */
    private static final class Looking {
        private final Marks marks;
        private final Deque<OptiplyId> open;
        private final List<OptiplyRecord> found = new ArrayList<>();
        /** Whether it is to be known who else bears a mark; null until Optiply was asked. */
        private @Nullable Boolean isContested;

        private Looking(Marks marks) {
            this.marks = marks;
            this.open = new ArrayDeque<>(marks.toLookUp());
        }
    }

    /** The page is read; what its marks name is to be looked up. */
    static void put(Exchange exchange, Marks marks) {
        RunState.put(exchange, ORIGINS, new Looking(marks));
    }

    static Marks marks(Exchange exchange) {
        return looking(exchange).marks;
    }

    public boolean hasNext(Exchange exchange) {
        return !looking(exchange).open.isEmpty();
    }

    public OptiplyRequest next(Exchange exchange) {
        OptiplyId order = looking(exchange).open.element();
        return OptiplyRequest.get("/buyOrders/" + order, Query.NONE).orAnswer(Gone.STATUSES);
    }

    /**
     * An order of another account is none of ours, whatever the mark says. A yes that shows no order says nothing, and
     * not that there is none: else it would be created a second time.
     */
    public void take(Exchange exchange) {
        Looking looking = looking(exchange);
        OptiplyId asked = looking.open.remove();
        OptiplyAnswer answer = exchange.getMessage().getBody(OptiplyAnswer.class);
        if (Gone.says(answer.status())) {
            return;
        }
        long account = Variables.run(exchange).customer().optiply().account();
        Gone.shown(answer, asked)
                .ifPresentOrElse(
                        record -> {
                            if (record.attributes().path("accountId").asLong(account) == account) {
                                looking.found.add(record);
                            }
                        },
                        () -> looking.marks.unshown(asked));
    }

    /** Whether Picqer is still to say who bears a mark: once in a run, and only where an order could be a copy. */
    public boolean hasNextBearers(Exchange exchange) {
        Looking looking = looking(exchange);
        if (looking.isContested == null) {
            looking.isContested = origins.keep(Variables.run(exchange), looking.marks, looking.found);
        }
        MarkBearers bearers = RunState.get(exchange, BEARERS, MarkBearers.class);
        return looking.isContested && (bearers == null || !bearers.hasEnded());
    }

    public PicqerRequest nextBearers(Exchange exchange) {
        MarkBearers bearers = RunState.get(exchange, BEARERS, MarkBearers.class);
        if (bearers == null) {
            bearers = new MarkBearers(Variables.run(exchange));
            RunState.put(exchange, BEARERS, bearers);
        }
        return bearers.request();
    }

    public void takeBearers(Exchange exchange) {
        RunState.required(exchange, BEARERS, MarkBearers.class)
                .take(exchange.getMessage().getBody(PicqerAnswer.class));
    }

    /** Links those that came from Optiply, before anything is compared. */
    public void settle(Exchange exchange) {
        if (hasNextBearers(exchange)) {
            throw new RunStoppedException();
        }
        MarkBearers bearers = RunState.get(exchange, BEARERS, MarkBearers.class);
        origins.settle(Variables.run(exchange), looking(exchange).marks, bearers == null ? List.of() : bearers.all());
    }

    private static Looking looking(Exchange exchange) {
        return RunState.required(exchange, ORIGINS, Looking.class);
    }
}
