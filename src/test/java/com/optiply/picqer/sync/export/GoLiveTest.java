package com.optiply.picqer.sync.export;

import static com.optiply.picqer.sync.SampleLinks.inOptiply;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.CustomerSettings.WriteScope;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.PlacedBuyOrder;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Candidate;
import com.optiply.picqer.store.row.Candidate.Author;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.TestClock;
import com.optiply.picqer.sync.export.GoLive.Beginning;
import com.optiply.picqer.sync.run.Blame;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RequestCounts;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunBook;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The export begins once, behind all that was there before, and has to be earned anew by whoever switched it off. */
@OnEveryDatabase
class GoLiveTest {
    private static final RequestCounts REQUESTS = new RequestCounts(0, 0);

    private final Store store;
    private final RunBook book;
    private final GoLive goLive;

    GoLiveTest(Store store) {
        this.store = store;
        this.book = new RunBook(store, "test", new TestClock());
        this.goLive = new GoLive(store);
    }

    @Test
    void aCompleteImportEarnsItOnce() {
        Run run = begin(Acme.settings());
        assertThat(goLive.isEarnedBy(run)).isTrue();

        goLive.earn(run, new OptiplyId(500));
        assertThat(goLive.of(run)).as("while the import is under way").isEmpty();
        book.complete(run, REQUESTS);

        assertThat(goLive.of(run)).contains(new Beginning(new OptiplyId(500)));
        assertThat(goLive.isEarnedBy(begin(Acme.settings()))).isFalse();
    }

    @Test
    void anImportThatBrokeOffEarnsNothing() {
        Run run = begin(Acme.settings());
        goLive.earn(run, new OptiplyId(500));
        book.failed(run, REQUESTS, "Picqer gave no answer.", Blame.REMOTE);

        assertThat(goLive.of(run)).isEmpty();
    }

    @Test
    void whoWritesNothingToPicqerDoesNotEarnIt() {
        assertThat(goLive.isEarnedBy(begin(Acme.notExporting()))).isFalse();
        assertThat(goLive.isEarnedBy(begin(Acme.writing(WriteScope.OPTIPLY)))).isFalse();
        assertThat(goLive.isEarnedBy(begin(Acme.writing(WriteScope.OFF)))).isFalse();
    }

    @Test
    void anOrderThatTheStateKnowsWasThereWhateverOptiplySays() {
        store.saveDurably(tx -> tx.links().save(List.of(inOptiply(Kind.BUY_ORDERS, "5120", 1000, "{}"))));
        assertThat(earned(500)).isEqualTo(new OptiplyId(1000));

        store.saveDurably(tx -> tx.candidates().save(List.of(listed(1700))));
        assertThat(earned(500)).isEqualTo(new OptiplyId(1700));
        assertThat(earned(999)).as("numbers, not texts").isEqualTo(new OptiplyId(1700));
        assertThat(earned(1800)).isEqualTo(new OptiplyId(1800));
    }

    @Test
    void theLastOrderBeforeItIsOldAndTheNextIsNot() {
        Beginning beginning = new Beginning(new OptiplyId(500));

        assertThat(beginning.isAfter(order(499))).isTrue();
        assertThat(beginning.isAfter(order(500))).isTrue();
        assertThat(beginning.isAfter(order(501))).isFalse();
    }

    @Test
    void whoSwitchesTheExportOffHasToEarnItAnew() {
        earned(500);
        Run run = begin(Acme.settings());

        goLive.withdrawWhereOff(run);
        assertThat(goLive.of(run)).isPresent();

        goLive.withdrawWhereOff(begin(Acme.notExporting()));
        assertThat(goLive.of(run)).isEmpty();

        earned(500);
        goLive.withdrawWhereOff(begin(Acme.writing(WriteScope.OPTIPLY)));
        assertThat(goLive.of(run)).isEmpty();
    }

    @Test
    void theFileOfAProcessThatOnlyStartsCountsWhereNobodyElseWorks() {
        earned(500);
        Run run = begin(Acme.settings());
        store.durably(tx -> tx.leases().acquire(Acme.NAME, "another machine", Duration.ofMinutes(1)));

        goLive.withdrawWhereOff(Acme.notExporting());
        assertThat(goLive.of(run)).isPresent();

        store.saveDurably(tx -> tx.leases().release(Acme.NAME, "another machine"));
        goLive.withdrawWhereOff(Acme.notExporting());
        assertThat(goLive.of(run)).isEmpty();
    }

    private OptiplyId earned(long last) {
        Run run = begin(Acme.settings());
        goLive.earn(run, new OptiplyId(last));
        book.complete(run, REQUESTS);
        return goLive.of(run).orElseThrow().last();
    }

    private Run begin(CustomerSettings customer) {
        return book.begin(customer, Flow.BUY_ORDERS.code(), List.of(Kind.BUY_ORDERS));
    }

    private static Candidate listed(long optiplyId) {
        return new Candidate(
                Acme.NAME, Kind.BUY_ORDERS, new OptiplyId(optiplyId), null, null, "key", null, "{}", Author.PERSON);
    }

    private static PlacedBuyOrder order(long id) {
        OptiplyRecord record = new OptiplyRecord(new OptiplyId(id), null, JsonNodeFactory.instance.objectNode());
        return PlacedBuyOrder.read(record, OptionalLong.empty());
    }
}
