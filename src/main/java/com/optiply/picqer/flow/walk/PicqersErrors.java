package com.optiply.picqer.flow.walk;

import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * Errors of Picqer's own on records that are asked for one by one, and its refusals to show them. A record that it
 * fails on twice running costs itself only. Where it fails on a few one after the other it is in doubt whether Picqer
 * answers at all: others that it ought to answer for tell, and where it fails on each of them too, or there are none,
 * the next error is the run's. Confined to the run's thread.
 */
public final class PicqersErrors {
    /** A key that may read a list may not read every record of it (contract: Picqer 1.5). */
    private static final Integer[] ERRORS = {500, 403};

    /** So many records may fail one after the other. */
    private static final int IN_A_ROW_MAX = 3;

    /** Of each record that ought to be answered for, the requests that are left; none unless there is doubt. */
    private final Deque<Deque<PicqerRequest>> probes = new ArrayDeque<>();

    private int inARow;
    private boolean isAskedAgain;

    /** What an answer says of the record that is being asked for. */
    public enum Said {
        /** Nothing: the next request is to be made before anything is known of it. */
        NOTHING,
        FAILS,
        ANSWERED
    }

    /**
     * The request to make: the record's own, or in doubt one for another record.
     *
     * @param others records that Picqer ought to answer for, each as all the requests that such a record takes; asked
     *     only when there is doubt
     */
    public PicqerRequest next(PicqerRequest ofRecord, Supplier<? extends Collection<List<PicqerRequest>>> others) {
        if (isInDoubt() && probes.isEmpty()) {
            others.get().forEach(requests -> probes.add(new ArrayDeque<>(requests)));
        }
        if (probes.isEmpty()) {
            return isInDoubt() ? ofRecord : ofRecord.orAnswer(ERRORS);
        }
        PicqerRequest probe = probes.element().element();
        return probes.size() > 1 ? probe.orAnswer(ERRORS) : probe; // An error on the last is the run's.
    }

    /** The next request, where nothing but the record itself can tell whether Picqer answers. */
    public PicqerRequest next(PicqerRequest ofRecord) {
        return next(ofRecord, List::of);
    }

    private boolean isInDoubt() {
        return inARow >= IN_A_ROW_MAX;
    }

    /** Takes the answer to what {@link #next} gave. One error may be one of the moment: the record is asked again. */
    public Said take(PicqerAnswer answer) {
        boolean isError = List.of(ERRORS).contains(answer.status());
        if (!probes.isEmpty()) {
            takeProbe(isError);
            return Said.NOTHING;
        }
        isAskedAgain = isError && !isAskedAgain;
        if (isAskedAgain) {
            return Said.NOTHING;
        }
        if (isError) {
            inARow++;
            return Said.FAILS;
        }
        return Said.ANSWERED;
    }

    /** Picqer answers where it does so to everything that is asked about one of them. */
    private void takeProbe(boolean isError) {
        if (isError) {
            probes.remove();
            return;
        }
        probes.element().remove();
        if (probes.element().isEmpty()) {
            probes.clear();
            answered();
        }
    }

    /** Everything that belongs to a record was answered: Picqer does not fail on one after the other. */
    public void answered() {
        inARow = 0;
    }
}
