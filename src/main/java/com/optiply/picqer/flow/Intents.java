package com.optiply.picqer.flow;

import com.optiply.picqer.door.DoorTime;
import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.optiply.NaturalKey;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.store.Intent;
import com.optiply.picqer.sync.Run;
import com.optiply.picqer.sync.Settlement;
import com.optiply.picqer.sync.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.camel.Exchange;

/** The steps of {@code direct:settle}: look for what was sent and never answered. */
public final class Intents {
    private static final String SETTLING = "settling";
    private static final int LISTED_MAX = 100;

    private final Settlement settlement;
    private final Duration settleAfter;
    private final DoorTime time;
    private final Clock clock;
    private final RunListener listener;

    /**
     * @param settleAfter how long Optiply may still be busy with a request whose answer was lost
     * @param clock by which the state says when it was sent
     */
    public Intents(Settlement settlement, Duration settleAfter, DoorTime time, Clock clock, RunListener listener) {
        this.settlement = settlement;
        this.settleAfter = settleAfter;
        this.time = time;
        this.clock = clock;
        this.listener = listener;
    }

    public void open(Exchange exchange) {
        List<Intent> creates = Variables.run(exchange).ofEachKind().stream()
                .flatMap(run -> settlement.openCreates(run).stream())
                .toList();
        RunState.put(exchange, SETTLING, new Settling(new ArrayDeque<>(creates), new ArrayList<>()));
    }

    public boolean hasNext(Exchange exchange) {
        return !settling(exchange).open().isEmpty();
    }

    /** The look-up of the next create, not before Optiply must be through with it. */
    public OptiplyRequest nextLookup(Exchange exchange) throws InterruptedException {
        Intent intent = settling(exchange).open().element();
        Run run = Variables.run(exchange).of(intent.kind());
        Duration left = Duration.between(clock.instant(), lastSent(run, intent).plus(settleAfter));
        if (left.compareTo(Duration.ZERO) > 0) {
            listener.settling(run, settling(exchange).open().size(), left);
            time.pause(left);
        }
        Query query = Query.of("filter[accountId]", run.customer().optiply().account())
                .and("sort", "-id")
                .and("page[limit]", LISTED_MAX);
        for (NaturalKey.Part part : settlement.key(run, intent).parts()) {
            query = query.and("filter[" + part.attribute() + "]", part.value());
        }
        return OptiplyRequest.get("/" + run.kind().resource(), query);
    }

    /** When it may have been sent at the latest: what an earlier run left, up to the moment when this one began. */
    private static Instant lastSent(Run run, Intent intent) {
        return intent.run().equals(run.id()) ? intent.writtenAt() : run.startedAt();
    }

    /** Takes the look-up's answer. */
    public void found(Exchange exchange) {
        Settling settling = settling(exchange);
        Intent intent = settling.open().remove();
        Run run = Variables.run(exchange).of(intent.kind());
        OptiplyAnswer answer = exchange.getMessage().getBody(OptiplyAnswer.class);
        settlement.found(run, intent, OptiplyRecord.readAll(answer.body())).ifPresent(settling.missing()::add);
    }

    /** What had not arrived and has to be sent after all. */
    public List<Write> missing(Exchange exchange) {
        return List.copyOf(settling(exchange).missing());
    }

    private static Settling settling(Exchange exchange) {
        return RunState.required(exchange, SETTLING, Settling.class);
    }

    private record Settling(Deque<Intent> open, List<Write> missing) {}
}
