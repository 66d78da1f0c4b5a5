package com.optiply.picqer.flow.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Leg;
import java.util.List;
import java.util.Optional;

/** One list of Picqer's, or one record, as a part of a walk. Confined to the run's thread. */
public interface Stretch {
    /** What is asked for next. */
    PicqerRequest request();

    /** The rows of an answer, as Picqer gave them. */
    List<JsonNode> rows(PicqerAnswer answer);

    /**
     * Takes what was answered, and moves on.
     *
     * @param keys of the rows, in their order
     * @return whether the rows join on to what was read; if not, they are to be left aside
     */
    boolean take(List<String> keys);

    /** Whether its end was seen. */
    boolean hasEnded();

    /** Which of Picqer's lists it reads. */
    Leg leg();

    /** Whether the account lacks access to it: then its end was not seen, and never will be. */
    default boolean isRefused() {
        return false;
    }

    /** The record that it asks for, where it asks for one. */
    default Optional<RemoteId> record() {
        return Optional.empty();
    }
}
