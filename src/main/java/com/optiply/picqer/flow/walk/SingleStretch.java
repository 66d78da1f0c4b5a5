package com.optiply.picqer.flow.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Leg;
import java.util.List;
import java.util.Optional;

/** One record, asked for by its id: one that waited, and is in no list that is read. */
public final class SingleStretch implements Stretch {
    private final String path;
    private final RemoteId remoteId;
    private boolean hasEnded;

    /** @param path of the list, below which the record stands */
    public SingleStretch(String path, RemoteId remoteId) {
        this.path = path;
        this.remoteId = remoteId;
    }

    @Override
    public PicqerRequest request() {
        return PicqerRequest.get(path + "/" + remoteId, Query.NONE).orAnswer(Gone.STATUSES);
    }

    /** None when Picqer no longer has it. */
    @Override
    public List<JsonNode> rows(PicqerAnswer answer) {
        JsonNode body = answer.body();
        return body == null || Gone.says(answer.status()) ? List.of() : List.of(body);
    }

    @Override
    public boolean take(List<String> keys) {
        hasEnded = true;
        return true;
    }

    @Override
    public boolean hasEnded() {
        return hasEnded;
    }

    @Override
    public Leg leg() {
        return Leg.ACTIVE;
    }

    @Override
    public Optional<RemoteId> record() {
        return Optional.of(remoteId);
    }
}
