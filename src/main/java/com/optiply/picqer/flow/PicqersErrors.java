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
        return inARow < IN_A_ROW_MAX ? ofRecord.orAnswer(FAILED) : ofRecord;
    }

    /** Whether the record is to be asked for once more: one error may be one of the moment. */
    boolean isToBeRepeated(PicqerAnswer answer) {
        isAskedAgain = answer.status() == FAILED && !isAskedAgain;
        return isAskedAgain;
    }

    /** Whether Picqer fails on the record. To be asked once for each that is not to be repeated. */
    boolean isFailing(PicqerAnswer answer) {
        inARow = answer.status() == FAILED ? inARow + 1 : 0;
        return inARow > 0;
    }
}
