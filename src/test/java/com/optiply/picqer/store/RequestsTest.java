package com.optiply.picqer.store;

import static com.optiply.picqer.store.Samples.ACME;
import static com.optiply.picqer.store.Samples.NOON;
import static com.optiply.picqer.store.Samples.ZEBRA;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.store.row.Request;
import com.optiply.picqer.store.row.RequestId;
import com.optiply.picqer.store.row.RequestState;
import com.optiply.picqer.store.row.RunId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class RequestsTest {
    private final Store store;

    RequestsTest(Store store) {
        this.store = store;
    }

    @Test
    void keepsWhatWasAsked() {
        RequestId id = ask("products", "suppliers");

        assertThat(find(id))
                .isEqualTo(
                        new Request(id, ACME, List.of("products", "suppliers"), NOON, RequestState.ASKED, List.of()));
    }

    @Test
    void givesOutTheOldestFirstAndEachOnce() {
        RequestId first = ask("products");
        RequestId second = ask("suppliers");

        assertThat(take()).map(Request::id).contains(first);
        assertThat(take()).map(Request::id).contains(second);
        assertThat(take()).isEmpty();
    }

    @Test
    void aTakenRequestSaysSo() {
        RequestId id = ask("products");

        assertThat(take()).map(Request::state).contains(RequestState.TAKEN);
        assertThat(find(id).state()).isEqualTo(RequestState.TAKEN);
    }

    @Test
    void givesOutOnlyTheRequestsOfThatCustomer() {
        ask("products");

        assertThat(store.<Optional<Request>>durably(tx -> tx.requests().take(ZEBRA)))
                .isEmpty();
    }

    @Test
    void namesItsRunsAsTheyBegin() {
        RequestId id = ask("products", "suppliers");

        store.saveDurably(tx -> tx.requests().began(id, new RunId(41)));
        assertThat(find(id).runs()).containsExactly(new RunId(41));

        store.saveDurably(tx -> tx.requests().began(id, new RunId(42)));
        assertThat(find(id).runs()).containsExactly(new RunId(41), new RunId(42));
    }

    @Test
    void whatItsProcessDidNotGetToIsAskedAgain() {
        RequestId left = ask("products", "suppliers");
        RequestId done = ask("products");
        take();
        store.saveDurably(tx -> {
            tx.requests().began(left, new RunId(41));
            tx.requests().done(done);
            tx.requests().askAgain(ACME, NOON);
        });

        assertThat(take()).map(Request::id).contains(left);
        assertThat(find(left).runs()).containsExactly(new RunId(41));
        assertThat(take()).isEmpty();
    }

    @Test
    void aRequestThatIsDoneIsNotGivenOut() {
        RequestId id = ask("products");

        store.saveDurably(tx -> tx.requests().done(id));

        assertThat(find(id).state()).isEqualTo(RequestState.DONE);
        assertThat(take()).isEmpty();
    }

    private RequestId ask(String... flows) {
        return store.durably(tx -> tx.requests().ask(ACME, List.of(flows), NOON));
    }

    private Optional<Request> take() {
        return store.durably(tx -> tx.requests().take(ACME));
    }

    private Request find(RequestId id) {
        return store.read(tx -> tx.requests().find(id)).orElseThrow();
    }
}
