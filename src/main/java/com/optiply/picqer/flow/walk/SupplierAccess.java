package com.optiply.picqer.flow.walk;

import com.optiply.picqer.sync.run.ReadSoFar;
import com.optiply.picqer.sync.run.Run;

/** Whether the customer's key may read suppliers; keys of fulfilment customers may not (contract: Picqer 11). */
public final class SupplierAccess {
    private static final String LIST = "supplier-access";
    private static final String GRANTED = "granted";
    /** Sorts behind the other, so that one list that was refused says so of the run. */
    private static final String REFUSED = "refused";

    private SupplierAccess() {}

    /** Remembered with the end of a complete run. */
    public static void note(Run run, boolean isRefused) {
        run.read(LIST, isRefused ? REFUSED : GRANTED);
    }

    /** Whether the last complete run that wanted to read suppliers was refused. */
    public static boolean isRefused(Run run, ReadSoFar readSoFar) {
        return readSoFar.of(run, LIST).filter(REFUSED::equals).isPresent();
    }
}
