package com.optiply.picqer.flow.export;

import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.flow.walk.Gone;
import com.optiply.picqer.picqer.FoundPurchaseOrder;
import com.optiply.picqer.picqer.PurchaseOrderStatus;
import java.util.Optional;

/**
 * Whether a purchase order that we created is still to be marked as purchased. That it is ordered must be certain: a
 * concept taken for an ordered one is never delivered, and stands open in Optiply for ever.
 */
enum Marking {
    DUE,
    /** It is purchased or over, or the customer wants it to stay a concept. */
    NOT_DUE,
    /** Picqer's answer does not say what it is. */
    UNKNOWN,
    /** Picqer has no such purchase order any more. */
    GONE;

    /** Of one that we have just created, or found: what does not say otherwise is the concept that we made. */
    static boolean isDueFor(FoundPurchaseOrder ours, boolean asConcept) {
        return !asConcept && of(ours.status(), false) != NOT_DUE;
    }

    /** Of one that an earlier run created: people have had the time to do anything with it. */
    static Marking afterRead(PicqerAnswer answer, boolean asConcept) {
        return Gone.says(answer.status())
                ? GONE
                : of(FoundPurchaseOrder.read(answer.body()).flatMap(FoundPurchaseOrder::status), asConcept);
    }

    private static Marking of(Optional<PurchaseOrderStatus> status, boolean asConcept) {
        return status.map(known -> known == PurchaseOrderStatus.CONCEPT && !asConcept ? DUE : NOT_DUE)
                .orElse(UNKNOWN);
    }
}
