package com.optiply.picqer.flow;

import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;

/**
 * Errors of Picqer's own on single records that are asked for by their ids. One record that it fails on costs itself
 * only; where it fails on one after the other, it is Picqer that fails, and the run with it. Confined to the run's
 * thread.
 */
final class PicqersErrors {
    private static final int FAILED = 500;

    /** So many records may fail one after the other. */
    private static final int IN_A_ROW_MAX = 3;

    private int inARow;
    private boolean isAskedAgain;

    /** The request for the next record: an error of Picqer's own is an answer to it, as long as there are few. */
    PicqerRequest request(PicqerRequest ofRecord) {
        return isInDoubt() ? ofRecord : ofRecord.orAnswer(FAILED);
    }

    /** Whether so many failed one after the other that it may be Picqer itself. */
    boolean isInDoubt() {
        return inARow >= IN_A_ROW_MAX;
    }

    /** A request for something that is known to be there, while it is in doubt whether Picqer answers at all. */
    static PicqerRequest probe(PicqerRequest ofKnown) {
        return ofKnown.orAnswer(FAILED);
    }

    /** Whether the record is to be asked for once more: one error may be one of the moment. */
    boolean isToBeRepeated(PicqerAnswer answer) {
        isAskedAgain = isError(answer) && !isAskedAgain;
        return isAskedAgain;
    }

    /** Whether Picqer fails on the record. To be asked once for each answer that is not to be repeated. */
    boolean isFailing(PicqerAnswer answer) {
        boolean isFailing = isError(answer);
        if (isFailing) {
            inARow++;
        }
        return isFailing;
    }

    static boolean isError(PicqerAnswer answer) {
        return answer.status() == FAILED;
    }

    /** Everything that belongs to a record was answered: Picqer does not fail on one after the other. */
    void answered() {
        inARow = 0;
    }
}
