package com.optiply.picqer.sync.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.door.Failure;
import com.optiply.picqer.door.FailureClass;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Change;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.PicqerShop;
import com.optiply.picqer.sync.ProductSync;
import com.optiply.picqer.sync.run.RunReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody knows is found out or sent again: no update is lost, and nothing is created twice. */
@OnEveryDatabase
class LostAnswersTest {
    private final Store store;
    private final ProductSync sync;

    LostAnswersTest(Store store) {
        this.store = store;
        sync = new ProductSync(store, Acme.settings(), PicqerShop.with(1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tenTwentyTenEndsAtTenWhenTheAnswerToTwentyWasLost(boolean twentyArrives) {
        sync.run();
        sync.shop.stock(1, 20);
        lose(twentyArrives);
        sync.run();

        sync.shop.stock(1, 10);
        sync.run();

        assertThat(sync.optiply.bySku(1).path("stockLevel").asInt()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBarcodeThatWasClearedIsClearedAgainWhenTheAnswerWasLost(boolean clearingArrives) {
        sync.run();
        sync.shop.noBarcode(1);
        lose(clearingArrives);
        sync.run();

        sync.run();

        assertThat(sync.optiply.bySku(1).path("eanCode").isNull()).isTrue();
        assertThat(sync.run().counts().unchanged()).isEqualTo(1);
    }

    @Test
    void aPatchWithoutAnAnswerIsParkedUntilTheNextRunSentItAgain() {
        sync.run();
        sync.shop.stock(1, 20);
        sync.optiply.losesTheNextRequest(1);

        assertThat(sync.run().counts().parked()).isEqualTo(Map.of("unconfirmed", 1L));
        assertThat(sync.quarantine()).containsExactly("1 unconfirmed");

        assertThat(sync.run().counts().written().patch()).isEqualTo(1);
        assertThat(sync.quarantine()).isEmpty();
    }

    @Test
    void aPriceBeyondTheLimitStaysUntouchedAlsoWhereNobodyKnowsWhatOptiplyHas() {
        sync.run();
        sync.shop.price(1, "30.00");
        sync.optiply.losesTheNextRequest(1);
        sync.run();

        sync.shop.price(1, "10000000.00");
        sync.run();
        assertThat(sync.optiply.bySku(1).path("price").asText()).isEqualTo("24.95");

        sync.shop.price(1, "24.95");
        assertThat(sync.run().counts().written().patch())
                .as("sent, for it is still unknown")
                .isEqualTo(1);
    }

    @Test
    void aCreateThatArrivedIsFoundInTheSameRun() {
        sync.optiply.losesTheNextAnswer(1);

        RunReport report = sync.run();

        assertThat(report.counts().written().create()).isEqualTo(1);
        assertThat(sync.optiply.size()).isEqualTo(1);
        assertThat(sync.quarantine()).isEmpty();
        assertThat(sync.openIntents()).isZero();
        assertThat(sync.run().counts().unchanged()).isEqualTo(1);
    }

    @Test
    void aCreateThatDidNotArriveIsSentAfterAllInTheSameRun() {
        sync.optiply.losesTheNextRequest(1);

        RunReport report = sync.run();

        assertThat(report.counts().written().create()).isEqualTo(1);
        assertThat(sync.optiply.size()).isEqualTo(1);
        assertThat(sync.quarantine()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCreateThatIsLostTwiceWaitsForTheNextRunAndIsThereOnce(boolean arrivesTheSecondTime) {
        sync.optiply.losesTheNextRequest(1);
        lose(arrivesTheSecondTime);

        RunReport report = sync.run();
        assertThat(report.counts().parked()).isEqualTo(Map.of("unconfirmed", 1L));
        assertThat(sync.quarantine()).containsExactly("1 unconfirmed");
        assertThat(sync.openIntents()).isEqualTo(1);

        sync.run();
        assertThat(sync.optiply.size()).isEqualTo(1);
        assertThat(sync.quarantine()).isEmpty();
        assertThat(sync.openIntents()).isZero();
    }

    @Test
    void aCrashAfterACreateCreatesNothingTwice() {
        sync.runThatCrashesAfterSending();

        RunReport report = sync.run();

        assertThat(sync.optiply.size()).isEqualTo(1);
        assertThat(report.counts().unchanged()).isEqualTo(1);
        assertThat(sync.openIntents()).isZero();
    }

    @Test
    void aCrashAfterACreateThatDidNotArriveCreatesItInTheNextRun() {
        sync.optiply.losesTheNextRequest(1);
        sync.runThatCrashesAfterSending();

        assertThat(sync.run().counts().written().create()).isEqualTo(1);
        assertThat(sync.optiply.size()).isEqualTo(1);
    }

    @Test
    void aCrashLeavesNothingToBeFoundOutForEver() {
        sync.shop.sells(2, 5);
        sync.run();
        sync.shop.stock(1, 20);
        sync.shop.sells(3, 5);
        sync.optiply.losesTheNextRequest(3);
        sync.runThatCrashesAfterSending();
        sync.shop.loses(1);
        sync.shop.active(3, false);

        sync.run();

        assertThat(sync.openIntents()).isZero();
        assertThat(sync.optiply.size()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anotherProductOfTheSameSkuIsNotTakenForTheOneWhoseAnswerWasLost(boolean arrives) {
        sync.optiply.has(new RemoteId("77"), "{\"skuCode\":\"S-1\"}");
        lose(arrives);

        assertThat(sync.run().counts().written().create()).isEqualTo(1);
        assertThat(sync.optiply.size()).isEqualTo(2);
        assertThat(sync.quarantine()).isEmpty();
    }

    @Test
    void aCreateThatWasFoundIsAmongTheChangesOfItsRun() {
        sync.optiply.losesTheNextAnswer(1);
        RunReport report = sync.run();

        List<Change> changes = store.read(tx -> tx.changes().ofRun(new RunId(report.run()), 10));
        assertThat(changes).extracting(Change::action).containsExactly(Action.CREATE);
    }

    @Test
    void aProductThatChangedSinceTheCrashEndsAsItIsNow() {
        sync.runThatCrashesAfterSending();
        sync.shop.stock(1, 3);

        sync.run();

        assertThat(sync.optiply.bySku(1).path("stockLevel").asInt()).isEqualTo(3);
    }

    @Test
    void aCrashAfterAPatchSendsItAgain() {
        sync.run();
        sync.shop.stock(1, 20);
        sync.shop.noBarcode(1);
        sync.optiply.losesTheNextRequest(1);
        sync.runThatCrashesAfterSending();

        sync.run();

        assertThat(sync.optiply.bySku(1).path("stockLevel").asInt()).isEqualTo(20);
        assertThat(sync.optiply.bySku(1).path("eanCode").isNull()).isTrue();
    }

    @Test
    void aStockThatWentBackSinceTheCrashEndsAsItIsNow() {
        sync.run();
        sync.shop.stock(1, 20);
        sync.runThatCrashesAfterSending();
        sync.shop.stock(1, 10);

        sync.run();

        assertThat(sync.optiply.bySku(1).path("stockLevel").asInt()).isEqualTo(10);
    }

    @Test
    void anAccountOutOfReachStopsTheRunAndNothingIsBelieved() {
        sync.run();
        sync.shop.stock(1, 20);
        sync.optiply.refusesTheNext(1, FailureClass.CONNECTION);

        assertThatThrownBy(sync::run).isInstanceOf(Failure.class);
        assertThat(sync.openIntents()).isZero();

        sync.run();
        assertThat(sync.optiply.bySku(1).path("stockLevel").asInt()).isEqualTo(20);
    }

    @Test
    void whatWasUnderWayWhenTheAccountWentOutOfReachIsSentAgainThoughItWentBack() {
        sync.run();
        sync.shop.stock(1, 20);
        sync.optiply.refusesTheNext(1, FailureClass.CONNECTION);
        assertThatThrownBy(sync::run).isInstanceOf(Failure.class);
        sync.shop.stock(1, 10);
        sync.optiply.sent();

        sync.run();

        assertThat(sync.optiply.sent()).containsExactly("PATCH 1 {\"stockLevel\":10}");
    }

    @Test
    void whatWasAcknowledgedBesideAFailureIsKept() {
        sync.shop.sells(2, 5);
        sync.optiply.refusesTheNext(1, FailureClass.AUTH);

        assertThatThrownBy(sync::run).isInstanceOf(Failure.class);
        sync.optiply.sent();
        sync.run();

        assertThat(sync.optiply.sent()).singleElement().asString().startsWith("CREATE 1 ");
        assertThat(sync.optiply.size()).isEqualTo(2);
    }

    private void lose(boolean arrives) {
        if (arrives) {
            sync.optiply.losesTheNextAnswer(1);
        } else {
            sync.optiply.losesTheNextRequest(1);
        }
    }
}
