package com.optiply.picqer.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyBuyOrder;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Link;
import com.optiply.picqer.sync.Absences;
import com.optiply.picqer.sync.Run;
import com.optiply.picqer.sync.SupplierUse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.Exchange;

/** The steps of {@code direct:supplier-use}: whether suppliers that Picqer has no more are still in use in Optiply. */
public final class SupplierUses {
    private static final String USES = "supplierUses";
    private static final int PAGE_RECORDS = 100;

    private final Absences absences;
    private final SupplierUse use;

    public SupplierUses(Absences absences, SupplierUse use) {
        this.absences = absences;
        this.use = use;
    }

    private record Question(RemoteId supplier, OptiplyId id, Kind leaning, int offset) {
        Question nextPage() {
            return new Question(supplier, id, leaning, offset + PAGE_RECORDS);
        }
    }

    private record Asking(Deque<Question> open, Set<RemoteId> inUse) {
        /** One answer is enough: who is known to be in use need not be asked for again. */
        boolean hasNext() {
            open.removeIf(question -> inUse.contains(question.supplier()));
            return !open.isEmpty();
        }
    }

    /**
     * The suppliers that are in use; none where the flow is about something else. Before all of them were asked for,
     * none may be deleted.
     */
    static Set<RemoteId> inUse(Exchange exchange) {
        if (Variables.run(exchange).kind() != Kind.SUPPLIERS) {
            return Set.of();
        }
        Asking asking = asking(exchange);
        if (asking.hasNext()) {
            throw new RunStoppedException();
        }
        return Set.copyOf(asking.inUse());
    }

    /** Optiply is asked for those only of which we have sent nothing that leans on them. */
    public void open(Exchange exchange) {
        Walk.requireEnded(exchange);
        Asking asking = new Asking(new ArrayDeque<>(), new HashSet<>());
        RunState.put(exchange, USES, asking);
        if (Walk.of(exchange).isRefused()) {
            return;
        }
        Run run = Variables.run(exchange);
        for (Link supplier : absences.stillInOptiply(run)) {
            OptiplyId id = Objects.requireNonNull(supplier.optiplyId());
            if (use.isLeanedOn(run, id)) {
                asking.inUse().add(supplier.remoteId());
            } else {
                SupplierUse.LEANING.forEach(kind -> asking.open().add(new Question(supplier.remoteId(), id, kind, 0)));
            }
        }
    }

    public boolean hasNext(Exchange exchange) {
        return asking(exchange).hasNext();
    }

    public OptiplyRequest next(Exchange exchange) {
        Question question = asking(exchange).open().element();
        Query query = Query.of(
                        "filter[accountId]",
                        Variables.run(exchange).customer().optiply().account())
                .and("filter[" + OptiplyBuyOrder.SUPPLIER_ID + "]", question.id());
        if (question.leaning() == Kind.BUY_ORDERS) {
            query = query.and("filter[" + OptiplyBuyOrder.COMPLETED + "]", "null");
        }
        return OptiplyRequest.get(
                "/" + question.leaning().resource(),
                query.and("sort", "id").and("page[limit]", PAGE_RECORDS).and("page[offset]", question.offset()));
    }

    public void take(Exchange exchange) {
        Asking asking = asking(exchange);
        Question question = asking.open().remove();
        JsonNode body = exchange.getMessage().getBody(OptiplyAnswer.class).body();
        List<OptiplyRecord> records = OptiplyRecord.readAll(body);
        long total = body.path("meta").path("totalResourceCount").asLong(Long.MAX_VALUE);
        if (records.stream().anyMatch(record -> SupplierUse.isLeaning(question.leaning(), record, question.id()))) {
            asking.inUse().add(question.supplier());
        } else if (records.size() == PAGE_RECORDS && question.offset() + PAGE_RECORDS < total) {
            asking.open().addFirst(question.nextPage());
        }
    }

    private static Asking asking(Exchange exchange) {
        return RunState.required(exchange, USES, Asking.class);
    }
}
