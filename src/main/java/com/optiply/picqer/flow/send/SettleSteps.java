package com.optiply.picqer.flow.send;

import com.optiply.picqer.door.DoorTime;
import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.optiply.NaturalKey;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.store.row.Intent;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.send.Settlement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** The steps of {@code direct:settle}: look for what was sent and never answered. */
public final class SettleSteps {
    private static final String SETTLING = "settling";
    private static final String NEWEST_FIRST = "-id";

    private final Settlement settlement;
    private final Duration settleAfter;
    private final DoorTime time;
    private final Clock clock;
    private final RunListener listener;

    /**
     * @param settleAfter how long Optiply may still be busy with a request whose answer was lost
     * @param clock by which the state says when it was sent
     */
    public SettleSteps(Settlement settlement, Duration settleAfter, DoorTime time, Clock clock, RunListener listener) {
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
        Duration left = left(sent);
        if (left.compareTo(Duration.ZERO) > 0 && sent.isAfter(settling.waitedFor)) {
            listener.settling(next.run(), settling.open.size(), left);
            time.pause(left);
            settling.waitedFor = sent;
        }
        return next.key().isFilterable()
                ? lookup(next)
                : settling.listing(next.run()).request();
    }

    /** No longer than from now on, though the clock may have been set back since. */
    private Duration left(Instant sent) {
        Duration left = Duration.between(clock.instant(), sent.plus(settleAfter));
        return left.compareTo(settleAfter) > 0 ? settleAfter : left;
    }

    private static OptiplyRequest lookup(Lookup next) {
        return OptiplyListing.withKey(next.run(), next.key(), NEWEST_FIRST);
    }

    /** Takes the look-up's answer. */
    public void found(Exchange exchange) {
        Settling settling = settling(exchange);
        Lookup next = settling.open.element();
        OptiplyAnswer answer = exchange.getMessage().getBody(OptiplyAnswer.class);
        List<Lookup> answered = settling.answeredWith(next);
        if (next.key().isFilterable()) {
            settle(settling, next, OptiplyListing.recordsIn(lookup(next), answer));
        } else if (settling.isWhole(answered, answer)) {
            answered.forEach(one -> settle(settling, one, one.fitting(settling.fitting)));
            settling.listing = null;
            settling.fitting.clear();
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
        private final List<OptiplyRecord> fitting = new ArrayList<>();
        private @Nullable OptiplyListing listing;
        /** What was sent until then has been waited for, whatever the clock says. */
        private Instant waitedFor = Instant.MIN;

        /** What is settled by its answer: where no filter bears the key, one list is for all that are like it. */
        List<Lookup> answeredWith(Lookup next) {
            return next.key().isFilterable()
                    ? List.of(next)
                    : open.stream().filter(lookup -> lookup.isOfList(next)).toList();
        }

        /** The list that is being read, or a new one. */
        OptiplyListing listing(Run run) {
            listing = listing == null ? OptiplyListing.of(run, run.kind()) : listing;
            return listing;
        }

        /** Takes one more page of a list. @return whether it was the last, and none has slipped past */
        boolean isWhole(List<Lookup> wanted, OptiplyAnswer answer) {
            OptiplyListing list = listing(wanted.get(0).run());
            List<OptiplyRecord> page = list.take(answer);
            if (list.isDoubtful()) {
                list.again();
                fitting.clear();
                return false;
            }
            wanted.stream()
                    .flatMap(one -> one.fitting(page).stream())
                    .distinct()
                    .forEach(fitting::add);
            return list.hasEnded();
        }
    }
}
