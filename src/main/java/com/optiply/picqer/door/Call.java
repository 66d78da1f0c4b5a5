package com.optiply.picqer.door;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.door.Protocol.Envelope;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request on its way through a door, over all its attempts. Belongs to one exchange: one thread at a time. */
final class Call {
    final CustomerSettings customer;
    final DoorRequest request;
    final Map<String, Object> callersHeaders;
    final @Nullable Object callersLoopIndex;
    final Budget budget;

    Troubles troubles = Troubles.NONE;
    Duration wait = Duration.ZERO;
    Optional<Duration> retryAfter = Optional.empty();
    boolean credentialsRenewed;

    @Nullable
    Envelope envelope;

    @Nullable
    Object answer;

    private boolean hasPlace;
    private long taken;
    private long sent;

    Call(
            CustomerSettings customer,
            DoorRequest request,
            Map<String, Object> callersHeaders,
            @Nullable Object callersLoopIndex,
            Budget budget) {
        this.customer = customer;
        this.request = request;
        this.callersHeaders = callersHeaders;
        this.callersLoopIndex = callersLoopIndex;
        this.budget = budget;
    }

    void enter() throws InterruptedException, Budget.HeldException {
        taken = budget.enter();
        sent = taken;
        hasPlace = true;
    }

    void answered(Object answer) {
        this.answer = answer;
        heard();
    }

    /** The account itself has spoken, be it that it said no. */
    void heard() {
        budget.know();
    }

    void sentAt(long now) {
        sent = now;
    }

    /** Gives the place back, once: whatever fails after an answer was judged must not free another's place. */
    void leave(Signals signals) {
        if (hasPlace) {
            hasPlace = false;
            budget.leave(new Allowance.Place(request.method(), taken, sent), signals);
        }
    }
}
