package com.optiply.picqer.flow;

import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.sync.References;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.apache.camel.Exchange;

/**
 * The steps of {@code direct:missing-products}: products that orders name and that nobody has read yet. One that Picqer
 * has is only new and will be read; for one that it has no more, nothing need wait (mapping.md, "Products").
 */
public final class MissingProducts {
    private static final String MISSING = "missingProducts";

    private final References references;

    public MissingProducts(References references) {
        this.references = references;
    }

    /** Each is asked for once in a run, however many orders name it. */
    static void put(Exchange exchange, Collection<RemoteId> products) {
        Asked before = RunState.get(exchange, MISSING, Asked.class);
        Set<RemoteId> asked = before == null ? new HashSet<>() : before.asked();
        Deque<RemoteId> open = new ArrayDeque<>(products);
        open.removeAll(asked);
        RunState.put(exchange, MISSING, new Asked(open, asked));
    }

    public boolean hasNext(Exchange exchange) {
        return !asked(exchange).open().isEmpty();
    }

    public PicqerRequest next(Exchange exchange) {
        return PicqerRequest.get("/products/" + asked(exchange).open().element(), Query.NONE)
                .orAnswer(Gone.STATUSES);
    }

    public void take(Exchange exchange) {
        Asked asked = asked(exchange);
        RemoteId product = asked.open().remove();
        asked.asked().add(product);
        if (Gone.says(exchange.getMessage().getBody(PicqerAnswer.class).status())) {
            references.unknown(Variables.run(exchange), Kind.PRODUCTS, product);
        }
    }

    private static Asked asked(Exchange exchange) {
        return RunState.required(exchange, MISSING, Asked.class);
    }

    private record Asked(Deque<RemoteId> open, Set<RemoteId> asked) {}
}
