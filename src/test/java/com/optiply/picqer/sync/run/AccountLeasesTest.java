package com.optiply.picqer.sync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.store.row.RequestId;
import com.optiply.picqer.store.row.RequestState;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class AccountLeasesTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000);
    private final TestClock clock = new TestClock();
    private final Store store;
    private final AccountLeases mine;
    private final AccountLeases others;

    AccountLeasesTest(Store store) {
        this.store = store;
        mine = new AccountLeases(store, "mine", nanos::get, clock);
        others = new AccountLeases(store, "others", nanos::get, clock);
    }

    @Test
    void onlyOneProcessHasTheLease() {
        assertThat(mine.acquire(Acme.NAME)).isTrue();
        assertThat(others.acquire(Acme.NAME)).isFalse();

        assertThat(mine.holds(Acme.NAME)).isTrue();
        assertThat(others.holds(Acme.NAME)).isFalse();
        assertThat(others.holderOf(Acme.NAME)).contains("mine");
    }

    @Test
    void whatWasNeverAskedForIsNotHeld() {
        assertThat(mine.holds(Acme.NAME)).isFalse();
        assertThatThrownBy(() -> mine.require(Acme.NAME))
                .isInstanceOf(LeaseLostException.class)
                .hasMessageContaining("customer acme");
    }

    @Test
    void isBelievedForLessThanTheDatabaseGrantsIt() {
        mine.acquire(Acme.NAME);

        goOn(AccountLeases.TERM.minusSeconds(5).minusNanos(1));
        assertThatCode(() -> mine.require(Acme.NAME)).doesNotThrowAnyException();

        goOn(Duration.ofNanos(1));
        assertThat(mine.holds(Acme.NAME)).isFalse();
    }

    @Test
    void isNotBelievedByAProcessWhoseMachineHasSleptMeanwhile() {
        mine.acquire(Acme.NAME);

        clock.goOn(AccountLeases.TERM.minusSeconds(5));

        assertThatThrownBy(() -> mine.require(Acme.NAME)).isInstanceOf(LeaseLostException.class);
        mine.renew();
        assertThat(mine.holds(Acme.NAME)).isTrue();
    }

    @Test
    void isNotBelievedForLongerWhereSomebodySetsTheClockBack() {
        mine.acquire(Acme.NAME);

        clock.goOn(Duration.ofHours(-1));
        goOn(AccountLeases.TERM.minusSeconds(5));

        assertThat(mine.holds(Acme.NAME)).isFalse();
    }

    @Test
    void aRenewedLeaseIsBelievedAnew() {
        mine.acquire(Acme.NAME);
        goOn(Duration.ofSeconds(20));

        mine.renew();
        goOn(Duration.ofSeconds(20));

        assertThat(mine.holds(Acme.NAME)).isTrue();
    }

    @Test
    void aLeaseThatAnotherTookMeanwhileIsNoLongerBelieved() {
        mine.acquire(Acme.NAME);
        assertThat(others.acquireFromTheDead(Acme.NAME, holder -> holder.equals("mine")))
                .isTrue();

        mine.renew();

        assertThat(mine.holds(Acme.NAME)).isFalse();
        assertThat(others.holds(Acme.NAME)).isTrue();
    }

    @Test
    void theLeaseOfALivingProcessIsNotTaken() {
        mine.acquire(Acme.NAME);

        assertThat(others.acquireFromTheDead(Acme.NAME, holder -> false)).isFalse();
        assertThat(others.holderOf(Acme.NAME)).contains("mine");
    }

    @Test
    void aFreeLeaseNeedsNobodyDead() {
        assertThat(mine.acquireFromTheDead(Acme.NAME, holder -> false)).isTrue();
    }

    @Test
    void aReleasedLeaseIsFreeAtOnce() {
        mine.acquire(Acme.NAME);

        mine.release(Acme.NAME);

        assertThat(mine.holds(Acme.NAME)).isFalse();
        assertThat(others.acquire(Acme.NAME)).isTrue();
    }

    @Test
    void aReleasedLeaseIsNotRenewed() {
        mine.acquire(Acme.NAME);
        mine.release(Acme.NAME);

        mine.renew();

        assertThat(mine.holds(Acme.NAME)).isFalse();
        assertThat(mine.holderOf(Acme.NAME)).isEmpty();
    }

    /** Of every flow: what it read before may be older than what is sent from now on. */
    @Test
    void whoeverTakesItOverEndsWhatTheOtherWasAt() {
        mine.acquire(Acme.NAME);
        Run run = new RunBook(store, "mine", clock).begin(Acme.settings(), "comparison", List.of(Kind.PRODUCTS));
        RequestId request = asked();
        mine.acquire(Acme.NAME);
        assertThat(outcome(run)).isEqualTo(Outcome.RUNNING);

        mine.release(Acme.NAME);
        others.acquire(Acme.NAME);

        assertThat(outcome(run)).isEqualTo(Outcome.INTERRUPTED);
        assertThatThrownBy(() -> store.saveRelaxed(Fence.within(run, tx -> {}))).isInstanceOf(LeaseLostException.class);
        assertThat(store.read(tx -> tx.requests().find(request)).orElseThrow().state())
                .isEqualTo(RequestState.ASKED);
    }

    private RequestId asked() {
        RequestId request = store.durably(tx -> tx.requests().ask(Acme.NAME, List.of("products"), clock.instant()));
        store.durably(tx -> tx.requests().take(Acme.NAME));
        return request;
    }

    private Outcome outcome(Run run) {
        return store.read(tx -> tx.runs().find(run.id())).orElseThrow().outcome();
    }

    private void goOn(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }
}
