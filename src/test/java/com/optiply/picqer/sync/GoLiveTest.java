package com.optiply.picqer.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Candidate;
import com.optiply.picqer.store.Candidate.Author;
import com.optiply.picqer.store.Leg;
import com.optiply.picqer.store.Link;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Standing;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.sync.GoLive.Beginning;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The highest number by which an order counts as older than the export. */
@OnEveryDatabase
class GoLiveTest {
    private static final RequestCounts REQUESTS = new RequestCounts(1, 1);

    private final Store store;
    private final RunBook book;
    private final GoLive goLive;

    GoLiveTest(Store store) {
        this.store = store;
        book = new RunBook(store, "this process", new TestClock());
        goLive = new GoLive(store);
    }

    @Test
    void isTheHighestThatOptiplyHasGivenAnOrder() {
        link(998);
        candidate(999);

        assertThat(earnedWith(1000)).isEqualTo(1000);
    }

    /** Numbers are compared as numbers: 1000 is more than 999. */
    @Test
    void isThatOfALinkedOrderWhereOptiplysAnswerKnowsLess() {
        link(999);
        link(1000);
        candidate(998);

        assertThat(earnedWith(7)).isEqualTo(1000);
    }

    @Test
    void isThatOfAnOrderWithoutALinkWhereTheAnswerAndTheLinksKnowLess() {
        link(998);
        candidate(999);
        candidate(1000);

        assertThat(earnedWith(999)).isEqualTo(1000);
    }

    @Test
    void isTheAnswersWhereTheStateKnowsNothing() {
        assertThat(earnedWith(0)).isZero();
    }

    @Test
    void isNotEarnedByARunThatBrokeOff() {
        Run run = begin();
        goLive.earn(run, new OptiplyId(1000));
        book.failed(run, REQUESTS, "Picqer gave no answer.");

        assertThat(goLive.of(begin())).isEmpty();
    }

    private long earnedWith(long answer) {
        Run run = begin();
        goLive.earn(run, new OptiplyId(answer));
        book.complete(run, REQUESTS);
        return goLive.of(begin()).map(Beginning::last).orElseThrow().value();
    }

    private Run begin() {
        return book.begin(Acme.settings(), Flow.BUY_ORDERS.code(), List.of(Kind.BUY_ORDERS));
    }

    private void link(long optiplyId) {
        Link link = new Link(
                Acme.NAME,
                Kind.BUY_ORDERS,
                remoteId(optiplyId),
                null,
                "an order",
                new OptiplyId(optiplyId),
                null,
                "{}",
                Standing.SEND,
                null,
                null,
                begin().id(),
                Leg.ACTIVE);
        store.saveDurably(tx -> tx.links().save(List.of(link)));
    }

    private void candidate(long optiplyId) {
        Candidate candidate = new Candidate(
                Acme.NAME,
                Kind.BUY_ORDERS,
                new OptiplyId(optiplyId),
                null,
                remoteId(optiplyId),
                "",
                null,
                "{}",
                Author.PROGRAM);
        store.saveDurably(tx -> tx.candidates().save(List.of(candidate)));
    }

    private static RemoteId remoteId(long optiplyId) {
        return new RemoteId("5" + optiplyId);
    }
}
