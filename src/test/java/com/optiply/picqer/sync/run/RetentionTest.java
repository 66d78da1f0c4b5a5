package com.optiply.picqer.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.DropId;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.store.row.DropState;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.PicqerShop;
import com.optiply.picqer.sync.ProductSync;
import com.optiply.picqer.sync.run.Retention.Forgotten;
import com.optiply.picqer.sync.run.Retention.Terms;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is old goes, but for what something still goes by. */
@OnEveryDatabase
class RetentionTest {
    private static final Terms TERMS = new Terms(Duration.ofDays(90), Duration.ofDays(400), Duration.ofDays(7));

    private final Store store;
    private final ProductSync sync;
    private final Retention retention;

    RetentionTest(Store store) {
        this.store = store;
        this.sync = new ProductSync(store, Acme.settings(), PicqerShop.with(2));
        this.retention = new Retention(store, TERMS, sync.clock);
    }

    @Test
    void oldRunsGoAndTheLastStays() {
        List<RunId> runs = runs(3);
        sync.clock.goOn(Duration.ofDays(91));

        assertThat(retention.forget()).isEqualTo(new Forgotten(2, 0, 0, 0));
        assertThat(isKnown(runs.get(2))).isTrue();
        assertThat(isKnown(runs.get(0))).isFalse();
    }

    @Test
    void oldRunsGoHoweverManyAndWhateverStaysAmongThem() {
        store.saveDurably(tx -> {
            for (int run = 0; run < 1003; run++) {
                RunId id =
                        tx.runs().begin(Acme.NAME, run == 499 ? "suppliers" : "products", "test", sync.clock.instant());
                tx.runs().finish(id, Outcome.FAILED, "{}", null, sync.clock.instant());
            }
        });
        sync.clock.goOn(Duration.ofDays(91));

        assertThat(retention.forget()).isEqualTo(new Forgotten(1001, 0, 0, 0));
        assertThat(retention.forget().total()).isZero();
    }

    @Test
    void youngRunsStay() {
        runs(3);
        sync.clock.goOn(Duration.ofDays(89));

        assertThat(retention.forget().total()).isZero();
    }

    @Test
    void theLastCompleteRunStaysThoughLaterOnesFailed() {
        RunId complete = runs(1).get(0);
        sync.runThatBreaksOff();
        RunId last = new RunId(sync.runThatBreaksOff().run());
        sync.clock.goOn(Duration.ofDays(91));
        retention.forget();

        assertThat(isKnown(complete)).isTrue();
        assertThat(isKnown(last)).isTrue();
    }

    @Test
    void theRunThatLastSawARecordStays() {
        RunId saw = runs(1).get(0);
        sync.shop.loses(1);
        List<RunId> later = runs(3);
        sync.clock.goOn(Duration.ofDays(91));
        retention.forget();

        assertThat(sync.link(1).orElseThrow().sighting().run()).isEqualTo(saw);
        assertThat(isKnown(saw)).isTrue();
        assertThat(isKnown(later.get(0))).isFalse();
    }

    @Test
    void aRunWhoseWorkIsHeldStays() {
        sync.customer(Acme.guardedBy(new com.optiply.picqer.customer.CustomerSettings.GuardSettings(
                0, java.math.BigDecimal.ZERO, java.math.BigDecimal.ZERO)));
        runs(1);
        sync.shop.active(1, false);
        RunId held = runs(3).get(0);
        sync.clock.goOn(Duration.ofDays(91));
        retention.forget();

        assertThat(isKnown(held)).isTrue();
    }

    @Test
    void absencesAreFoundAfterwardsAsBefore() {
        runs(2);
        sync.shop.loses(1);
        runs(1);
        sync.clock.goOn(Duration.ofDays(91));
        retention.forget();

        assertThat(sync.run().counts().written().patch()).isEqualTo(1);
    }

    @Test
    void oldChangesGoHoweverMany() {
        sync.run();
        for (int stock = 100; stock < 110; stock++) {
            sync.shop.stock(1, stock);
            sync.run();
        }
        sync.clock.goOn(Duration.ofDays(401));
        sync.shop.stock(1, 5);
        sync.run();

        Forgotten forgotten = retention.forget();
        assertThat(forgotten.changes()).isEqualTo(12);
        assertThat(forgotten.total()).isEqualTo(forgotten.runs() + 12);
        assertThat(store.<Integer>read(tx -> tx.changes()
                        .ofRecord(
                                Acme.NAME,
                                Kind.PRODUCTS,
                                sync.link(1).orElseThrow().remoteId(),
                                100)
                        .size()))
                .isEqualTo(1);
    }

    @Test
    void whatCommandsAskedGoesButNotWhatNobodyHasTaken() {
        store.durably(tx -> tx.requests().ask(Acme.NAME, List.of("products"), sync.clock.instant()));
        store.durably(tx -> tx.requests().take(Acme.NAME));
        store.durably(tx -> tx.requests().ask(Acme.NAME, List.of("products"), sync.clock.instant()));
        sync.clock.goOn(Duration.ofDays(8));

        Forgotten forgotten = retention.forget();
        assertThat(forgotten).isEqualTo(new Forgotten(0, 0, 1, 0));
        assertThat(forgotten.total()).isEqualTo(1);
        assertThat(store.<Boolean>read(tx -> tx.requests().isAsked(Acme.NAME))).isTrue();
    }

    @Test
    void oldListsGoButNotOneThatIsUnderWay() {
        DropId answered = list(DropState.ANSWERED);
        DropId refused = list(DropState.REFUSED);
        DropId waiting = list(DropState.STAGED);
        sync.clock.goOn(Duration.ofDays(399));
        assertThat(retention.forget().total()).isZero();
        DropId young = list(DropState.ANSWERED);
        sync.clock.goOn(Duration.ofDays(2));

        assertThat(retention.forget()).isEqualTo(new Forgotten(0, 0, 0, 2));
        assertThat(isListKnown(answered)).isFalse();
        assertThat(isListKnown(refused)).isFalse();
        assertThat(isListKnown(waiting)).isTrue();
        assertThat(isListKnown(young)).isTrue();
        assertThat(list(DropState.CLAIMED).value())
                .as("no number is given twice")
                .isGreaterThan(young.value());
    }

    private DropId list(DropState state) {
        return store.durably(tx -> {
            DropId id = tx.droppedFiles().add(Acme.NAME, "list.csv", DropPurpose.APPLY, sync.clock.instant());
            tx.droppedFiles().state(id, state);
            return id;
        });
    }

    private boolean isListKnown(DropId id) {
        return store.read(tx -> tx.droppedFiles().find(id).isPresent());
    }

    private List<RunId> runs(int count) {
        return IntStream.range(0, count)
                .mapToObj(run -> new RunId(sync.run().run()))
                .toList();
    }

    private boolean isKnown(RunId run) {
        return store.read(tx -> tx.runs().find(run).isPresent());
    }
}
