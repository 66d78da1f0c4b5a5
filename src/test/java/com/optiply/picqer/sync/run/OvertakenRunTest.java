package com.optiply.picqer.sync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.PicqerShop;
import com.optiply.picqer.sync.ProductSync;
import com.optiply.picqer.sync.compare.Adoption;
import com.optiply.picqer.sync.compare.Comparison;
import com.optiply.picqer.sync.guard.Guards;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.lookup.SeenThrough;
import com.optiply.picqer.sync.send.Acknowledgements;
import com.optiply.picqer.sync.send.WriteAnswer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process stands still with an answer in hand, another one takes the account over, and the first one wakes. */
@OnEveryDatabase
class OvertakenRunTest {
    private static final RemoteId PRODUCT = new RemoteId("1");

    private final Store store;
    private final ProductSync sync;
    private final Acknowledgements answers;

    OvertakenRunTest(Store store) {
        this.store = store;
        sync = new ProductSync(store, Acme.settings(), PicqerShop.with(1));
        answers = new Acknowledgements(store, sync.clock);
    }

    @BeforeEach
    void hasSentItsProduct() {
        sync.run();
    }

    @Test
    void tenTwentyTenEndsAtTheLastThoughTheOlderAnswerComesLater() {
        sync.shop.stock(1, 20);
        Run overtaken = begin();
        List<Write> writes = compared(overtaken);
        answers.writeAhead(overtaken, writes);
        List<WriteAnswer> inHand = writes.stream().map(sync.optiply::answer).toList();
        sync.shop.stock(1, 30);
        sync.run();

        assertThatThrownBy(() -> answers.store(overtaken, inHand)).isInstanceOf(LeaseLostException.class);

        sync.shop.stock(1, 20);
        sync.run();
        assertThat(sync.optiply.bySku(1).path("stockLevel").asInt()).isEqualTo(20);
    }

    @Test
    void whatTheOtherHasInDoubtStaysForItToFindOut() {
        sync.shop.stock(1, 20);
        Run overtaken = begin();
        List<Write> writes = compared(overtaken);
        List<WriteAnswer> inHand = writes.stream().map(sync.optiply::answer).toList();
        Run other = begin();
        answers.writeAhead(other, compared(other));

        assertThatThrownBy(() -> answers.store(overtaken, inHand)).isInstanceOf(LeaseLostException.class);

        assertThat(sync.openIntents()).isEqualTo(1);
    }

    @Test
    void nothingIsPassedByForWhatItHadSeenThrough() {
        Run overtaken = begin();
        begin();

        SeenThrough seen = new SeenThrough(store);

        assertThatThrownBy(() -> seen.saveComposed(overtaken, Map.of(PRODUCT, "as it was")))
                .isInstanceOf(LeaseLostException.class);
        assertThat(seen.marks(overtaken, List.of(PRODUCT))).isEmpty();
    }

    @Test
    void whatItHeldForAPersonIsTheOthersToHold() {
        Guards guards = new Guards(store, sync.clock);
        Run overtaken = begin();
        begin();

        assertThatThrownBy(() -> guards.held(overtaken)).isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(() -> guards.writes(overtaken, List.of())).isInstanceOf(LeaseLostException.class);
    }

    /** As a process does that takes over: what was under way is called interrupted. */
    private Run begin() {
        return new RunBook(store, "another process", sync.clock)
                .begin(Acme.settings(), Flow.PRODUCTS.code(), List.of(Kind.PRODUCTS));
    }

    private List<Write> compared(Run run) {
        Comparison comparison = new Comparison(store, new Adoption(store, sync.clock), sync.clock);
        return comparison.compare(run, Leg.ACTIVE, sync.shop.decisions(Leg.ACTIVE));
    }
}
