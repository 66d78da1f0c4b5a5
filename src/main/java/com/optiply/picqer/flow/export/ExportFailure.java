package com.optiply.picqer.flow.export;

import com.optiply.picqer.door.Account;
import com.optiply.picqer.door.Failure;
import com.optiply.picqer.door.FailureClass;
import com.optiply.picqer.flow.export.Exporting.Step;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.sync.send.Acknowledgements;

/** What a step of an order's export failed with, and whose affair it is. */
record ExportFailure(Step step, Failure failure) {
    private static final int FORBIDDEN = 403;

    /**
     * Whether it is no order's affair, and the next one would fail of it too. Half a listing says nothing about an
     * order; what is refused for one order is that one's affair all the same.
     */
    boolean isOfTheAccount() {
        return Acknowledgements.stopsTheRun(failure) && !isForbidden()
                || isServers() && (step == Step.READ || step == Step.LOOK);
    }

    /** One order that Optiply fails to show is that one's affair; several one after the other are Optiply's. */
    boolean isUnshown() {
        return isServers() && step == Step.CONFIRM;
    }

    /** Whether the order may be in Picqer all the same. */
    boolean leavesCreateInDoubt() {
        return step == Step.CREATE && !isCertainlyNotDone();
    }

    boolean saysNotCreated() {
        return step == Step.CREATE && isCertainlyNotDone();
    }

    /** Whether something was sent that is to change what is there. */
    boolean isOfAWrite() {
        return step == Step.CREATE || step == Step.MARK || step == Step.TELL;
    }

    /** @param isLost whether this run has sent the order's create, and does not know what became of it */
    ParkReason reason(boolean isLost) {
        if (isForbidden()) {
            return ParkReason.NO_RIGHT_IN_PICQER;
        }
        return failure.account() == Account.OPTIPLY ? ofOptiply() : ofPicqer(isLost);
    }

    String found() {
        return failure.getMessage() == null ? "" : failure.getMessage();
    }

    private ParkReason ofOptiply() {
        return switch (failure.failureClass()) {
            case AMBIGUOUS -> ParkReason.UNCONFIRMED;
            case SERVER -> ParkReason.SERVER_ERROR;
            case REJECTED, MISSING, CONFLICT, CONNECTION, MISADDRESSED, AUTH, RATE_LIMITED -> ParkReason.REJECTED;
        };
    }

    private ParkReason ofPicqer(boolean isLost) {
        if (isLost || !isCertainlyNotDone()) {
            return ParkReason.UNCONFIRMED;
        }
        return isOfAWrite() ? ParkReason.REFUSED_BY_PICQER : ParkReason.NOT_SHOWN_BY_PICQER;
    }

    /** The key may not write purchase orders: the flow's other steps need not write any. */
    private boolean isForbidden() {
        return failure.status().orElse(0) == FORBIDDEN && (step == Step.CREATE || step == Step.MARK);
    }

    private boolean isServers() {
        return failure.failureClass() == FailureClass.SERVER;
    }

    private boolean isCertainlyNotDone() {
        return failure.failureClass() != FailureClass.AMBIGUOUS && !isServers();
    }
}
