package com.optiply.picqer.oracle;

import com.optiply.picqer.oracle.Verdict.KeptOut;
import com.optiply.picqer.oracle.Verdict.Sent;
import java.util.Map;

/**
 * Whether something can be referred to: it counts whether it is linked, not whether it is eligible today (mapping.md,
 * "Products").
 */
sealed interface Standing {
    /** Its Optiply id is known. */
    record Linked() implements Standing {}

    /** It is on its way. */
    record Waiting() implements Standing {}

    /** A rule keeps it out of Optiply. */
    record Out(Reason reason) implements Standing {}

    static Standing of(
            Resource resource, String remoteId, Map<String, Verdict> verdicts, History history, Standing ifUnknown) {
        Verdict verdict = verdicts.get(remoteId);
        if (history.wasSent(resource, remoteId) || verdict instanceof Sent) {
            return new Linked();
        }
        if (verdict == null) {
            return ifUnknown;
        }
        return verdict instanceof KeptOut out ? new Out(out.reason()) : new Waiting();
    }
}
