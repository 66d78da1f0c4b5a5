package com.optiply.picqer.sync.lookup;

import static com.optiply.picqer.sync.SampleLinks.inOptiply;
import static com.optiply.picqer.sync.SampleLinks.notInOptiply;
import static com.optiply.picqer.sync.SampleLinks.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Hold;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.TestClock;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunBook;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order is passed by only if it is in Optiply with every line, and nothing of it is still to be done. */
@OnEveryDatabase
class SeenThroughTest {
    private static final RemoteId ORDER = new RemoteId("5");
    private static final Map<RemoteId, String> LOOKS = Map.of(ORDER, "as it was");

    private final Store store;
    private final SeenThrough seenThrough;
    private Run run;

    SeenThroughTest(Store store) {
        this.store = store;
        this.seenThrough = new SeenThrough(store);
    }

    @BeforeEach
    void begin() {
        run = new RunBook(store, "test", new TestClock())
                .begin(Acme.settings(), "sell-orders", List.of(Kind.SELL_ORDERS, Kind.SELL_ORDER_LINES));
    }

    @Test
    void anOrderWithEveryLineIsSeenThroughUntilItIsForgotten() {
        save(inOptiply(Kind.SELL_ORDERS, "5", 900, "{}"));
        save(within("5", inOptiply(Kind.SELL_ORDER_LINES, "5_1", 901, "{}")));
        save(within("5", notInOptiply(Kind.SELL_ORDER_LINES, "5_2", Standing.FILTER, "zero_amount")));

        seenThrough.saveWhole(run, LOOKS);
        assertThat(marks()).isEqualTo(LOOKS);

        seenThrough.forget(run, Set.of());
        assertThat(marks()).isEqualTo(LOOKS);
        seenThrough.forget(run, Set.of(ORDER));
        assertThat(marks()).isEmpty();
    }

    @Test
    void anOrderThatIsNotInOptiplyAsItShouldBeIsNotSeenThrough() {
        save(notInOptiply(Kind.SELL_ORDERS, "5", Standing.SEND, null));
        seenThrough.saveWhole(run, LOOKS);
        assertThat(marks()).isEmpty();

        save(inOptiply(Kind.SELL_ORDERS, "5", 900, "{}").standing(Standing.PARK, "rejected"));
        seenThrough.saveWhole(run, LOOKS);
        assertThat(marks()).isEmpty();
    }

    @Test
    void anOrderWithALineThatWaitsIsNotSeenThrough() {
        save(inOptiply(Kind.SELL_ORDERS, "5", 900, "{}"));
        save(within("5", notInOptiply(Kind.SELL_ORDER_LINES, "5_1", Standing.PARK, "rejected")));

        seenThrough.saveWhole(run, LOOKS);

        assertThat(marks()).isEmpty();
    }

    @Test
    void anOrderWithALineThatIsStillToBeDeletedIsNotSeenThrough() {
        save(inOptiply(Kind.SELL_ORDERS, "5", 900, "{}"));
        save(within("5", inOptiply(Kind.SELL_ORDER_LINES, "5_1", 901, "{}")));
        propose(Kind.SELL_ORDER_LINES, "5_1");

        seenThrough.saveWhole(run, LOOKS);

        assertThat(marks()).isEmpty();
    }

    @Test
    void aComposedProductIsSeenThroughOnceNoPartIsToBeDeleted() {
        Run parts = run.of(Kind.PRODUCT_COMPOSITIONS);
        save(within("5", inOptiply(Kind.PRODUCT_COMPOSITIONS, "5_1", 901, "{}")));
        propose(Kind.PRODUCT_COMPOSITIONS, "5_1");
        seenThrough.saveComposed(parts, LOOKS);
        assertThat(seenThrough.marks(parts, Set.of(ORDER))).isEmpty();

        store.saveDurably(tx -> tx.holds().remove(Acme.NAME, Kind.PRODUCT_COMPOSITIONS, List.of(new RemoteId("5_1"))));
        seenThrough.saveComposed(parts, LOOKS);
        assertThat(seenThrough.marks(parts, Set.of(ORDER))).isEqualTo(LOOKS);
    }

    @Test
    void whatThisRunHasReadIsNotReadTwice() {
        Link order = inOptiply(Kind.SELL_ORDERS, "5", 900, "{}");
        save(order);
        assertThat(seenThrough.known(run, Set.of(ORDER)).readBefore()).isEmpty();

        store.saveDurably(tx -> tx.sightings().note(Acme.NAME, Kind.SELL_ORDERS, List.of(order), run.id(), Leg.ACTIVE));
        assertThat(seenThrough.known(run, Set.of(ORDER)).readBefore()).containsExactly(ORDER);
    }

    private Map<RemoteId, String> marks() {
        return seenThrough.marks(run, Set.of(ORDER));
    }

    private void propose(Kind kind, String id) {
        Hold hold = Hold.proposed(
                run.id(),
                Acme.NAME,
                kind,
                new RemoteId(id),
                "L-" + id,
                HoldAction.DELETE,
                "{}",
                Standing.FILTER,
                "removed");
        store.saveDurably(tx -> tx.holds().propose(List.of(hold)));
    }

    private void save(Link link) {
        store.saveDurably(tx -> tx.links().save(List.of(link)));
    }
}
