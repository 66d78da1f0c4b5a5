package com.optiply.picqer.flow.read;

import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.walk.Gone;
import com.optiply.picqer.flow.walk.PicqersErrors;
import com.optiply.picqer.mapping.Awaited;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.sync.lookup.References;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;

/**
 * The steps of {@code direct:missing-products}: products that orders name and that nobody has read yet. One that Picqer
 * has is only new and will be read; for one that it has no more, nothing need wait (mapping.md, "Products"). One that
 * it fails on may be either: what waits for that is tried again after a while. Where it fails on one after the other,
 * a few that are known to be there tell whether it is Picqer that fails, and the run with it.
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
        Asked asked = before == null
                ? new Asked(new ArrayDeque<>(), new HashSet<>(), new HashSet<>(), new PicqersErrors())
                : before;
        asked.open().addAll(products);
        asked.open().removeAll(asked.asked());
        RunState.put(exchange, MISSING, asked);
    }

    public boolean hasNext(Exchange exchange) {
        return !asked(exchange).open().isEmpty();
    }

    public PicqerRequest next(Exchange exchange) {
        Asked asked = asked(exchange);
        return asked.errors()
                .next(
                        product(asked.open().element()),
                        () -> references.known(Variables.run(exchange), Kind.PRODUCTS).stream()
                                .map(known -> List.of(product(known)))
                                .toList());
    }

    private static PicqerRequest product(RemoteId id) {
        return PicqerRequest.get("/products/" + id, Query.NONE).orAnswer(Gone.STATUSES);
    }

    public void take(Exchange exchange) {
        Asked asked = asked(exchange);
        PicqerAnswer answer = exchange.getMessage().getBody(PicqerAnswer.class);
        switch (asked.errors().take(answer)) {
            case NOTHING -> {}
            case FAILS -> asked.failing().add(asked.done());
            case ANSWERED -> {
                RemoteId product = asked.done();
                asked.errors().answered();
                if (Gone.says(answer.status())) {
                    references.unknown(Variables.run(exchange), Kind.PRODUCTS, product);
                }
            }
        }
    }

    /**
     * The decision about a record that is read with its products: it does not only wait for one that Picqer fails
     * on, since that one may never come. It is asked for again, itself and that product, or as soon as that one comes.
     */
    static Decision decided(Exchange exchange, Decision decision) {
        Awaited awaits = decision instanceof Decision.Park park ? park.awaits() : null;
        return awaits != null
                        && awaits.kind() == Kind.PRODUCTS
                        && asked(exchange).failing().contains(awaits.remoteId())
                ? Decision.Park.failing(decision.subject(), "product " + awaits.remoteId())
                        .awaiting(awaits)
                : decision;
    }

    private static Asked asked(Exchange exchange) {
        return RunState.required(exchange, MISSING, Asked.class);
    }

    private record Asked(Deque<RemoteId> open, Set<RemoteId> asked, Set<RemoteId> failing, PicqersErrors errors) {
        /** With that product, which is not asked for again. */
        RemoteId done() {
            RemoteId product = open.remove();
            asked.add(product);
            return product;
        }
    }
}
