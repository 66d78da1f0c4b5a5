package com.optiply.picqer.flow.read;

import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.walk.Gone;
import com.optiply.picqer.flow.walk.PicqersErrors;
import com.optiply.picqer.optiply.RemoteId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.Exchange;

/** Which products a run asks Picqer for their parts, and on which of them it fails. Confined to the run's thread. */
final class PartRequests {
    private static final String REQUESTS = "partRequests";

    private final Set<RemoteId> asked = new LinkedHashSet<>();
    private final Set<RemoteId> failing = new HashSet<>();
    private final PicqersErrors errors = new PicqersErrors();

    static PartRequests of(Exchange exchange) {
        PartRequests before = RunState.get(exchange, REQUESTS, PartRequests.class);
        PartRequests requests = before == null ? new PartRequests() : before;
        RunState.put(exchange, REQUESTS, requests);
        return requests;
    }

    /** A product whose row comes twice is asked once: what a run decided about its parts holds until the next. */
    boolean add(RemoteId product) {
        return asked.add(product);
    }

    /** @param known products that Picqer gave parts of before; asked only when it is in doubt whether it answers */
    PicqerRequest next(RemoteId product, Supplier<List<RemoteId>> known) {
        return errors.next(parts(product), () -> others(product, known.get()).stream()
                .map(other -> List.of(parts(other)))
                .toList());
    }

    static PicqerRequest parts(RemoteId product) {
        return PicqerRequest.get("/products/" + product + "/parts", Query.NONE).orAnswer(Gone.STATUSES);
    }

    /** Where none is known: one that it answered for in this run, if there is any, and one that is asked much later. */
    private List<RemoteId> others(RemoteId product, Collection<RemoteId> known) {
        List<RemoteId> others = without(product, known);
        if (!others.isEmpty()) {
            return others;
        }
        List<RemoteId> ofRun = without(product, asked);
        return ofRun.size() <= 2 ? ofRun : List.of(ofRun.get(0), ofRun.get(ofRun.size() - 1));
    }

    private List<RemoteId> without(RemoteId product, Collection<RemoteId> products) {
        return products.stream()
                .filter(other -> !other.equals(product) && !failing.contains(other))
                .toList();
    }

    /** Takes the answer to what {@link #next} gave. */
    PicqersErrors.Said take(RemoteId product, PicqerAnswer answer) {
        PicqersErrors.Said said = errors.take(answer);
        switch (said) {
            case NOTHING -> {}
            case FAILS -> failing.add(product);
            case ANSWERED -> errors.answered();
        }
        return said;
    }
}
