package com.optiply.picqer.sync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.flow.begin.RunSteps;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.RunRow;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class RunBookTest {
    private static final RequestCounts REQUESTS = new RequestCounts(12, 3);

    private final Store store;
    private final TestClock clock = new TestClock();
    private final RunBook book;

    RunBookTest(Store store) {
        this.store = store;
        this.book = new RunBook(store, "this process", clock);
    }

    @Test
    void aRunThatAddsUpIsComplete() {
        Run run = begin();
        run.tally().read(1);
        run.tally().unchanged();
        clock.goOn(Duration.ofSeconds(90));

        RunReport report = book.complete(run, REQUESTS);

        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(report.took()).isEqualTo(Duration.ofSeconds(90));
        assertThat(report.problem()).isNull();
        assertThat(kept(run)).isEqualTo(report);
    }

    @Test
    void aRunThatDoesNotAddUpDoesNotCount() {
        Run run = begin();
        run.tally().read(2);
        run.tally().unchanged();

        assertThatThrownBy(() -> book.complete(run, REQUESTS))
                .isInstanceOf(AccountingException.class)
                .hasMessageContaining("2 records were read, 1 have an outcome");
        assertThat(outcome(run)).isEqualTo(Outcome.RUNNING);
    }

    @Test
    void anAnswerThatIsStillOpenAtTheEndIsParked() {
        Run run = begin();
        run.tally().read(1);
        run.tally().unconfirmed();

        assertThat(book.complete(run, REQUESTS).counts().parked()).isEqualTo(Map.of("unconfirmed", 1L));
    }

    @Test
    void aRunThatBrokeOffSaysWhy() {
        Run run = begin();
        run.tally().read(5);

        RunReport report = book.failed(run, REQUESTS, "Picqer gave no answer.", Blame.REMOTE);

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(kept(run)).isEqualTo(report);
        assertThat(kept(run).problem()).isEqualTo("Picqer gave no answer.", Blame.REMOTE);
    }

    @Test
    void whatADeadProcessLeftRunningIsInterruptedWithTheNext() {
        Run dead = begin();

        Run next = begin();

        assertThat(outcome(dead)).isEqualTo(Outcome.INTERRUPTED);
        assertThat(outcome(next)).isEqualTo(Outcome.RUNNING);
        assertThat(next.id()).isGreaterThan(dead.id());
    }

    @Test
    void aRunThatWasCalledInterruptedIsNotBelievedComplete() {
        Run run = begin();
        begin();

        assertThatThrownBy(() -> book.complete(run, REQUESTS)).isInstanceOf(IllegalStateException.class);
        assertThat(outcome(run)).isEqualTo(Outcome.INTERRUPTED);
    }

    @Test
    void onlyACompleteRunMovesOnWhereItReadTo() {
        Run broken = begin();
        broken.read("products", "2026-01-02");
        book.failed(broken, REQUESTS, "Picqer gave no answer.", Blame.REMOTE);
        assertThat(readTo()).isEmpty();

        Run complete = begin();
        complete.read("products", "2026-01-01");
        book.complete(complete, REQUESTS);
        assertThat(readTo()).contains("2026-01-01");
    }

    @Test
    void whatWasAskedForIsDoneWithTheNextCompleteRunOfAFlowThatReadsIt() {
        ask(begin());
        book.failed(begin(), REQUESTS, "Picqer gave no answer.", Blame.REMOTE);
        book.complete(book.begin(Acme.settings(), Flow.COMPARISON.code(), List.of(Kind.PRODUCTS)), REQUESTS);
        assertThat(asked()).hasSize(1);

        Run asking = begin();
        ask(asking);
        book.complete(asking, REQUESTS);
        assertThat(asked()).as("by this very run").hasSize(1);

        book.complete(begin(), REQUESTS);
        assertThat(asked()).isEmpty();
    }

    /** It has read nothing in Picqer, of whatever kind. */
    @Test
    void aRunThatOnlyLooksIsDoneWithNothingThatWasAskedFor() {
        ask(begin());
        book.complete(book.begin(Acme.settings(), RunSteps.LOOK, Flow.COMPARISON.kinds()), REQUESTS);

        assertThat(asked()).hasSize(1);
    }

    @Test
    void everyKindOfRecordHasToAddUpAndIsReportedBesideTheFirst() {
        Run orders = orders();
        orders.of(Kind.BUY_ORDER_LINES).tally().read(2);
        orders.of(Kind.BUY_ORDER_LINES).tally().unchanged();

        assertThatThrownBy(() -> book.complete(orders, REQUESTS))
                .isInstanceOf(AccountingException.class)
                .hasMessageContaining("The accounting of buyOrderLines does not add up");

        orders.of(Kind.BUY_ORDER_LINES).tally().unchanged();
        RunReport report = book.complete(orders, REQUESTS);
        assertThat(report.besides()).containsOnlyKeys("buyOrderLines");
        assertThat(report.besides().get("buyOrderLines").unchanged()).isEqualTo(2);
    }

    @Test
    void oneAnswerThatIsStillOpenIsParkedForEachRecord() {
        Run run = begin();
        run.tally().read(2);
        run.tally().unconfirmed();
        run.tally().unconfirmed();

        assertThat(book.complete(run, REQUESTS).counts().parked()).isEqualTo(Map.of("unconfirmed", 2L));
        assertThat(run.tally().openAnswers()).isZero();
    }

    private Run orders() {
        return book.begin(Acme.settings(), Flow.BUY_ORDERS.code(), List.of(Kind.BUY_ORDERS, Kind.BUY_ORDER_LINES));
    }

    private void ask(Run run) {
        store.saveDurably(tx -> tx.rereads().ask(Acme.NAME, Kind.PRODUCTS, run.id(), List.of(new RemoteId("1"))));
    }

    private List<RemoteId> asked() {
        return store.read(tx -> tx.rereads().asked(Acme.NAME, Kind.PRODUCTS));
    }

    private Optional<String> readTo() {
        return store.read(tx -> tx.watermarks().find(Acme.NAME, "products"));
    }

    private Run begin() {
        return book.begin(Acme.settings(), Flow.PRODUCTS.code(), List.of(Kind.PRODUCTS));
    }

    private RunReport kept(Run run) {
        return RunReport.of(row(run.id()));
    }

    private Outcome outcome(Run run) {
        return row(run.id()).outcome();
    }

    private RunRow row(RunId id) {
        return store.read(tx -> tx.runs().find(id)).orElseThrow();
    }
}
