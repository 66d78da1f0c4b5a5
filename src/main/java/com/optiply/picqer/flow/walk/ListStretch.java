package com.optiply.picqer.flow.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.customer.CustomerSettings.Paging;
import com.optiply.picqer.door.Account;
import com.optiply.picqer.door.Failure;
import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.picqer.ListWalk;
import com.optiply.picqer.store.row.Leg;
import java.util.ArrayList;
import java.util.List;

/** A list that is read by offset, to its end (see {@link ListWalk}). */
public final class ListStretch implements Stretch {
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;

    private final String path;
    private final Query filter;
    private final Leg leg;
    private final ListWalk list;
    private boolean mayBeRefused;
    private boolean isRefused;

    public ListStretch(String path, Query filter, Leg leg, Paging paging) {
        this.path = path;
        this.filter = filter;
        this.leg = leg;
        this.list = switch (paging) {
            case OVERLAPPING -> ListWalk.overlapping();
            case PLAIN -> ListWalk.plain();
        };
    }

    /** The same list, where a key without access to it is no failure (contract: Picqer 11). */
    public ListStretch unlessRefused() {
        mayBeRefused = true;
        return this;
    }

    @Override
    public PicqerRequest request() {
        PicqerRequest page = PicqerRequest.get(path, filter.and("offset", list.offset()));
        return mayBeRefused ? page.orAnswer(UNAUTHORISED, FORBIDDEN) : page;
    }

    @Override
    public List<JsonNode> rows(PicqerAnswer answer) {
        isRefused = answer.status() == UNAUTHORISED || answer.status() == FORBIDDEN;
        return isRefused ? List.of() : arrayOf(request(), answer);
    }

    /** The elements of an answer that has to be a list; a {@link Failure} where it is none. */
    public static List<JsonNode> arrayOf(PicqerRequest request, PicqerAnswer answer) {
        JsonNode body = answer.body();
        if (body == null || !body.isArray()) {
            throw Failure.noList(Account.PICQER, request, answer.status());
        }
        List<JsonNode> rows = new ArrayList<>(body.size());
        body.forEach(rows::add);
        return rows;
    }

    @Override
    public boolean take(List<String> keys) {
        return isRefused || list.take(keys);
    }

    @Override
    public boolean hasEnded() {
        return isRefused || list.ended();
    }

    @Override
    public boolean isRefused() {
        return isRefused;
    }

    @Override
    public Leg leg() {
        return leg;
    }
}
