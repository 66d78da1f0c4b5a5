package com.optiply.picqer.flow.send;

import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.RunStoppedException;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.walk.Walk;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyBuyOrder;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.OptiplySupplierProduct;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.sync.compare.Absences;
import com.optiply.picqer.sync.lookup.SupplierUse;
import com.optiply.picqer.sync.run.Run;
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

    private final Absences absences;
    private final SupplierUse use;

    public SupplierUses(Absences absences, SupplierUse use) {
        this.absences = absences;
        this.use = use;
    }

    private record Question(RemoteId supplier, OptiplyId id, Kind leaning, OptiplyListing list) {
        static Question of(Run run, RemoteId supplier, OptiplyId id, Kind leaning) {
            OptiplyListing all = OptiplyListing.of(run, leaning);
            OptiplyListing list = leaning == Kind.BUY_ORDERS
                    ? all.where(OptiplyBuyOrder.SUPPLIER_ID, id).where(OptiplyBuyOrder.COMPLETED, "null")
                    : all.where(OptiplySupplierProduct.SUPPLIER_ID, id);
            return new Question(supplier, id, leaning, list);
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
                SupplierUse.LEANING.forEach(kind -> asking.open().add(Question.of(run, supplier.remoteId(), id, kind)));
            }
        }
    }

    public boolean hasNext(Exchange exchange) {
        return asking(exchange).hasNext();
    }

    public OptiplyRequest next(Exchange exchange) {
        return asking(exchange).open().element().list().request();
    }

    /**
     * The first that leans on it will do; that nothing does, only a list that is not doubtful can say. Where none can
     * be had it counts as in use, until a later run knows better.
     */
    public void take(Exchange exchange) {
        Asking asking = asking(exchange);
        Question question = asking.open().element();
        OptiplyListing list = question.list();
        List<OptiplyRecord> records = list.take(exchange.getMessage().getBody(OptiplyAnswer.class));
        boolean isInUse =
                records.stream().anyMatch(record -> SupplierUse.isLeaning(question.leaning(), record, question.id()));
        if (isInUse || list.isDoubtful() && !list.tryAgain()) {
            asking.inUse().add(question.supplier());
        } else if (list.hasEnded()) {
            asking.open().remove();
        }
    }

    private static Asking asking(Exchange exchange) {
        return RunState.required(exchange, USES, Asking.class);
    }
}
