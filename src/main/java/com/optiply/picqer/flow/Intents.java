package com.optiply.picqer.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.door.DoorTime;
import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.optiply.Kind;
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
        Settling settling = new Settling();
        Variables.run(exchange).ofEachKind().stream()
                .flatMap(run -> settlement.openCreates(run).stream().map(intent -> lookup(run, intent)))
                .forEach(settling.open::add);
        RunState.put(exchange, SETTLING, settling);
    }

    private Lookup lookup(Run run, Intent intent) {
        return new Lookup(run, intent, settlement.key(run, intent));
    }

    public boolean hasNext(Exchange exchange) {
        return !settling(exchange).open.isEmpty();
    }

    /** The look-up of the next create, not before Optiply must be through with it. */
    public OptiplyRequest nextLookup(Exchange exchange) throws InterruptedException {
        Settling settling = settling(exchange);
        Lookup next = settling.open.element();
        List<Lookup> answered = settling.answeredWith(next);
        Instant sent =
                answered.stream().map(Lookup::lastSent).max(Instant::compareTo).orElseThrow();
        Duration left = Duration.between(clock.instant(), sent.plus(settleAfter));
        if (left.compareTo(Duration.ZERO) > 0) {
            listener.settling(next.run(), settling.open.size(), left);
            time.pause(left);
        }
        Query query =
                Query.of("filter[accountId]", next.run().customer().optiply().account());
        return OptiplyRequest.get(
                "/" + next.run().kind().resource(),
                next.key().isFilterable() ? byKey(query, next) : page(query, settling));
    }

    private static Query byKey(Query query, Lookup next) {
        Query byKey = query.and("sort", "-id").and("page[limit]", LISTED_MAX);
        for (NaturalKey.Part part : next.key().parts()) {
            byKey = byKey.and("filter[" + part.attribute() + "]", part.filterValue());
        }
        return byKey;
    }

    private static Query page(Query query, Settling settling) {
        return query.and("sort", "id").and("page[limit]", LISTED_MAX).and("page[offset]", settling.listing.offset());
    }

    /** Takes the look-up's answer. */
    public void found(Exchange exchange) {
        Settling settling = settling(exchange);
        Lookup next = settling.open.element();
        JsonNode body = exchange.getMessage().getBody(OptiplyAnswer.class).body();
        List<OptiplyRecord> records = OptiplyRecord.readAll(body);
        List<Lookup> answered = settling.answeredWith(next);
        if (next.key().isFilterable()) {
            settle(settling, next, records);
        } else if (settling.isWhole(
                answered, records, body.path("meta").path("totalResourceCount").asLong())) {
            answered.forEach(one -> settle(settling, one, settling.fitting(one)));
            settling.listing = new Listing(1);
        }
    }

    private void settle(Settling settling, Lookup lookup, List<OptiplyRecord> found) {
        settling.open.remove(lookup);
        settlement.found(lookup.run(), lookup.intent(), found).ifPresent(settling.missing::add);
    }

    /** What had not arrived and has to be sent after all. */
    public List<Write> missing(Exchange exchange) {
        return List.copyOf(settling(exchange).missing);
    }

    private static Settling settling(Exchange exchange) {
        return RunState.required(exchange, SETTLING, Settling.class);
    }

    private record Lookup(Run run, Intent intent, NaturalKey key) {
        /** When it may have been sent at the latest: what an earlier run left, up to the moment when this one began. */
        Instant lastSent() {
            return intent.run().equals(run.id()) ? intent.writtenAt() : run.startedAt();
        }

        List<OptiplyRecord> fitting(List<OptiplyRecord> listed) {
            return listed.stream()
                    .filter(record -> key.isOf(record.attributes()))
                    .toList();
        }

        boolean isOfList(Lookup other) {
            return run.kind() == other.run.kind() && !key.isFilterable();
        }
    }

    /** How far it has got. Confined to the run's thread. */
    private static final class Settling {
        private final Deque<Lookup> open = new ArrayDeque<>();
        private final List<Write> missing = new ArrayList<>();
        private Listing listing = new Listing(1);

        /** What is settled by its answer: where no filter bears the key, one list is for all that are like it. */
        List<Lookup> answeredWith(Lookup next) {
            return next.key().isFilterable()
                    ? List.of(next)
                    : open.stream().filter(lookup -> lookup.isOfList(next)).toList();
        }

        /** Takes one more page of a list. @return whether it was the last, and none has slipped past */
        boolean isWhole(List<Lookup> wanted, List<OptiplyRecord> page, long total) {
            listing.take(wanted, page, total);
            if (listing.isShifting(total)) {
                listing = listing.again(wanted.get(0).run().kind());
                return false;
            }
            return page.size() < LISTED_MAX;
        }

        List<OptiplyRecord> fitting(Lookup lookup) {
            return lookup.fitting(listing.fitting);
        }
    }

    /** One reading of a whole list. Confined to the run's thread. */
    private static final class Listing {
        private static final int ATTEMPTS_MAX = 5;

        private final int attempt;
        private final List<OptiplyRecord> fitting = new ArrayList<>();
        private long totalAtFirst = -1;
        private long records;
        private boolean isOver;

        Listing(int attempt) {
            this.attempt = attempt;
        }

        long offset() {
            return records;
        }

        void take(List<Lookup> wanted, List<OptiplyRecord> page, long total) {
            wanted.stream()
                    .flatMap(one -> one.fitting(page).stream())
                    .distinct()
                    .forEach(fitting::add);
            totalAtFirst = totalAtFirst < 0 ? total : totalAtFirst;
            records += page.size();
            isOver = page.size() < LISTED_MAX;
        }

        /** Where it gets shorter while it is read, or is not as long as Optiply says, rows may have slipped past. */
        boolean isShifting(long total) {
            return total < totalAtFirst || records > total || isOver && records < total;
        }

        Listing again(Kind kind) {
            if (attempt == ATTEMPTS_MAX) {
                throw new DoubtedAnswersException(List.of("Optiply's list of " + kind.resource()
                        + " got shorter, or was not as long as Optiply says it is, each of " + ATTEMPTS_MAX
                        + " times that it was read. The next run tries again."));
            }
            return new Listing(attempt + 1);
        }
    }
}
