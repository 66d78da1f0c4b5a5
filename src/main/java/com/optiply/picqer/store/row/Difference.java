package com.optiply.picqer.store.row;

import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import org.jspecify.annotations.Nullable;

/**
 * Something in Optiply that is not as it should be, or of which nobody can tell.
 *
 * @param label what a person calls the record; empty where nobody knows it
 * @param optiplyId null where Optiply has no such record
 * @param attribute that differs; empty where it is about the whole record
 * @param held what Optiply has, as JSON; empty for a whole record
 * @param wanted what it should have, likewise
 */
public record Difference(
        Kind kind,
        RemoteId remoteId,
        String label,
        @Nullable OptiplyId optiplyId,
        Sort sort,
        String attribute,
        String held,
        String wanted) {

    /** What is the matter. */
    public enum Sort {
        /** An attribute has another value. */
        DIFFERS,
        /** It should be there and is not. */
        MISSING,
        /** It bears our coupling's name of a source record, and is not the one that is known for it. */
        UNKNOWN,
        /** It was not compared: something was sent about it, and nobody has heard whether it arrived. */
        UNANSWERED
    }
}
