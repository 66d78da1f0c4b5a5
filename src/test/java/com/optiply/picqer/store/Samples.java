package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Candidate;
import com.optiply.picqer.store.row.Change;
import com.optiply.picqer.store.row.Hold;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.Intent;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.Sighting;
import com.optiply.picqer.store.row.Standing;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Rows in their plainest form, for tests that care about one column. */
public final class Samples {
    public static final CustomerName ACME = new CustomerName("acme");
    static final CustomerName ZEBRA = new CustomerName("zebra");
    public static final Kind PRODUCTS = Kind.PRODUCTS;
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");
    static final RunId RUN = new RunId(7);

    private Samples() {}

    static RemoteId remoteId(long number) {
        return new RemoteId(Long.toString(number));
    }

    static List<RemoteId> remoteIds(int from, int to) {
        return IntStream.range(from, to).mapToObj(Samples::remoteId).toList();
    }

    /** In Optiply, under an id made of its number. */
    public static Link linked(long number) {
        return link(number, new OptiplyId(1000 + number), Standing.SEND, null);
    }

    static Link filtered(long number, String reason) {
        return link(number, null, Standing.FILTER, reason);
    }

    static Link link(long number, OptiplyId optiplyId, Standing standing, String reason) {
        return link(number, optiplyId, standing, reason, RUN);
    }

    /** In Optiply, and seen by that run last. */
    static Link seen(long number, RunId run) {
        return link(number, new OptiplyId(1000 + number), Standing.SEND, null, run);
    }

    private static Link link(long number, OptiplyId optiplyId, Standing standing, String reason, RunId run) {
        return new Link(
                ACME,
                PRODUCTS,
                remoteId(number),
                null,
                "SKU-" + number,
                optiplyId,
                optiplyId == null ? null : "uuid-" + optiplyId,
                optiplyId == null ? null : "{\"name\":\"Bottle\"}",
                standing,
                reason,
                null,
                new Sighting(run, Leg.ACTIVE));
    }

    static Intent intent(long number) {
        return new Intent(ACME, PRODUCTS, remoteId(number), null, "SKU-" + number, Action.CREATE, "{}", RUN, NOON);
    }

    static Change change(long number, RunId run, Instant at) {
        return new Change(
                run,
                at,
                ACME,
                PRODUCTS,
                remoteId(number),
                Action.PATCH,
                new OptiplyId(1000 + number),
                "{}",
                "{\"a\":1}");
    }

    static Parked parked(long number, String reason, RunId run, Instant at) {
        return new Parked(
                ACME,
                PRODUCTS,
                remoteId(number),
                "SKU-" + number,
                reason,
                "found",
                "do this",
                null,
                null,
                1,
                at,
                at,
                run,
                null,
                null);
    }

    static Hold proposed(long number, HoldAction action, RunId run) {
        return Hold.proposed(
                run,
                ACME,
                PRODUCTS,
                remoteId(number),
                "SKU-" + number,
                action,
                "{\"by\":" + run + "}",
                Standing.FILTER,
                "inactive");
    }

    static Candidate candidate(long optiplyId, RemoteId remoteId, String naturalKey) {
        return new Candidate(
                ACME,
                PRODUCTS,
                new OptiplyId(optiplyId),
                "uuid",
                remoteId,
                naturalKey,
                null,
                "{}",
                Candidate.Author.PERSON);
    }
}
