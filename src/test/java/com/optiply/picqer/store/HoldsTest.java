package com.optiply.picqer.store;

import static com.optiply.picqer.store.Samples.ACME;
import static com.optiply.picqer.store.Samples.NOON;
import static com.optiply.picqer.store.Samples.PRODUCTS;
import static com.optiply.picqer.store.Samples.proposed;
import static com.optiply.picqer.store.Samples.remoteId;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Approval;
import com.optiply.picqer.store.row.Hold;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.HoldCount;
import com.optiply.picqer.store.row.HoldState;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.Standing;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class HoldsTest {
    private static final RunId FIRST = new RunId(1);
    private static final RunId SECOND = new RunId(2);

    private final Store store;

    HoldsTest(Store store) {
        this.store = store;
    }

    @BeforeEach
    void twoRunsOfProducts() {
        assertThat(List.of(begin("products"), begin("products"))).containsExactly(FIRST, SECOND);
    }

    @Test
    void aFirstProposalIsKeptAsItIs() {
        propose(proposed(1, HoldAction.DISABLE, FIRST));

        assertThat(page(FIRST)).containsExactly(proposed(1, HoldAction.DISABLE, FIRST));
        String name = page(FIRST).get(0).label();
        assertThat(store.<List<RemoteId>>read(tx -> tx.holds().called(ACME, PRODUCTS, name)))
                .containsExactly(remoteId(1));
    }

    @Test
    void aHeldChangeStaysHeldSinceItsFirstRunAndTakesTheNewAttributes() {
        propose(proposed(1, HoldAction.DISABLE, FIRST));
        settle(FIRST, HoldAction.DISABLE);

        propose(proposed(1, HoldAction.DISABLE, SECOND));

        assertThat(page(SECOND)).containsExactly(hold(HoldAction.DISABLE, FIRST, SECOND, HoldState.HELD));
    }

    @Test
    void anApprovedChangeStaysApprovedWhenItIsProposedAgain() {
        propose(proposed(1, HoldAction.DISABLE, FIRST));
        settle(FIRST, HoldAction.DISABLE);
        approve(FIRST);

        propose(proposed(1, HoldAction.DISABLE, SECOND));

        assertThat(page(SECOND)).containsExactly(hold(HoldAction.DISABLE, FIRST, SECOND, HoldState.APPROVED));
    }

    @Test
    void anotherActionIsANewQuestion() {
        propose(proposed(1, HoldAction.STOCK_ZERO, FIRST));
        settle(FIRST, HoldAction.STOCK_ZERO);
        approve(FIRST);

        propose(proposed(1, HoldAction.DISABLE, SECOND));

        assertThat(page(SECOND)).containsExactly(hold(HoldAction.DISABLE, SECOND, SECOND, HoldState.PROPOSED));
    }

    @Test
    void countsWhatTheRunProposedByActionAndState() {
        propose(proposed(1, HoldAction.DISABLE, FIRST), proposed(9, HoldAction.DISABLE, FIRST));
        settle(FIRST, HoldAction.DISABLE);
        propose(
                proposed(1, HoldAction.DISABLE, SECOND),
                proposed(2, HoldAction.DISABLE, SECOND),
                proposed(3, HoldAction.DISABLE, SECOND),
                proposed(4, HoldAction.STOCK_ZERO, SECOND));

        assertThat(store.<List<HoldCount>>read(tx -> tx.holds().counts(ACME, PRODUCTS, SECOND)))
                .containsExactly(
                        new HoldCount(HoldAction.DISABLE, HoldState.HELD, 1),
                        new HoldCount(HoldAction.DISABLE, HoldState.PROPOSED, 2),
                        new HoldCount(HoldAction.STOCK_ZERO, HoldState.PROPOSED, 1));
    }

    @Test
    void settlesOneActionOfOneRun() {
        propose(proposed(1, HoldAction.DISABLE, FIRST));
        propose(proposed(2, HoldAction.DISABLE, SECOND), proposed(3, HoldAction.DELETE, SECOND));

        assertThat(settle(SECOND, HoldAction.DISABLE)).isEqualTo(1);

        assertThat(page(FIRST)).extracting(Hold::state).containsExactly(HoldState.PROPOSED);
        assertThat(page(SECOND)).extracting(Hold::state).containsExactly(HoldState.HELD, HoldState.PROPOSED);
    }

    @Test
    void approvesWhatIsHeldSinceARunAndSaysHowMuch() {
        propose(
                proposed(1, HoldAction.DISABLE, FIRST),
                proposed(2, HoldAction.DISABLE, FIRST),
                proposed(3, HoldAction.STOCK_ZERO, FIRST),
                proposed(4, HoldAction.DELETE, FIRST));
        settle(FIRST, HoldAction.DISABLE);
        settle(FIRST, HoldAction.STOCK_ZERO);

        assertThat(approve(SECOND)).isEmpty();
        assertThat(approve(FIRST)).isEqualTo(Map.of(HoldAction.DISABLE, 2L, HoldAction.STOCK_ZERO, 1L));
        assertThat(approve(FIRST)).isEmpty();
        assertThat(page(FIRST))
                .extracting(Hold::state)
                .containsExactly(HoldState.APPROVED, HoldState.APPROVED, HoldState.APPROVED, HoldState.PROPOSED);
    }

    /** Runs of all flows share their numbers, and what is held is proposed again every few minutes. */
    @Test
    void approvesNothingThatOnlyRunsOfOtherFlowsProposed() {
        RunId suppliers = begin("suppliers");
        RunId later = begin("products");
        propose(proposed(1, HoldAction.DISABLE, FIRST));
        settle(FIRST, HoldAction.DISABLE);
        propose(proposed(1, HoldAction.DISABLE, later));

        assertThat(approve(suppliers)).isEmpty();
        assertThat(store.<Approval>durably(tx -> tx.approvals().approve(ACME, suppliers, Set.of("SKU-1"))))
                .isEqualTo(new Approval(Map.of(), Set.of()));
        assertThat(store.<Approval>durably(tx -> tx.approvals().approve(ACME, SECOND, Set.of("SKU-1", "SKU-2"))))
                .isEqualTo(new Approval(Map.of(HoldAction.DISABLE, 1L), Set.of("SKU-1")));
    }

    @Test
    void asksAgainAboutAllThatWasApprovedWhenACopyIsPutBack() {
        propose(proposed(1, HoldAction.DISABLE, FIRST), proposed(2, HoldAction.DELETE, FIRST));
        settle(FIRST, HoldAction.DISABLE);
        approve(FIRST);

        store.saveDurably(Transaction::notePutBack);

        assertThat(page(FIRST)).extracting(Hold::state).containsExactly(HoldState.HELD, HoldState.PROPOSED);
        assertThat(approve(FIRST)).isEqualTo(Map.of(HoldAction.DISABLE, 1L));
    }

    @Test
    void asksAgainForWhatWasApprovedOfOneAction() {
        propose(proposed(1, HoldAction.DISABLE, FIRST), proposed(2, HoldAction.STOCK_ZERO, FIRST));
        propose(proposed(3, HoldAction.DISABLE, FIRST));
        settle(FIRST, HoldAction.DISABLE);
        settle(FIRST, HoldAction.STOCK_ZERO);
        approve(FIRST);

        store.saveDurably(tx -> tx.approvals().askAgain(ACME, HoldAction.DISABLE));

        assertThat(page(FIRST))
                .extracting(Hold::state)
                .containsExactly(HoldState.HELD, HoldState.APPROVED, HoldState.HELD);
        assertThat(approve(FIRST)).isEqualTo(Map.of(HoldAction.DISABLE, 2L));
    }

    @Test
    void pagesOnlyThroughTheStatesAskedFor() {
        propose(IntStream.range(10, 25)
                .mapToObj(number -> proposed(number, HoldAction.DISABLE, FIRST))
                .toArray(Hold[]::new));
        propose(proposed(99, HoldAction.DELETE, FIRST));
        settle(FIRST, HoldAction.DELETE);

        List<Hold> first = page(Set.of(HoldState.PROPOSED), null);
        List<Hold> second = page(Set.of(HoldState.PROPOSED), first.get(9).remoteId());

        assertThat(second).hasSize(5).doesNotContainAnyElementsOf(first);
        assertThat(page(Set.of(HoldState.HELD), null))
                .extracting(Hold::remoteId)
                .containsExactly(remoteId(99));
        assertThat(page(Set.of(), null)).isEmpty();
    }

    @Test
    void withdrawsWhatTheRunReadAndNoLongerProposed() {
        store.saveRelaxed(tx -> {
            tx.links().save(List.of(Samples.seen(1, FIRST), Samples.seen(3, FIRST)));
            tx.sightings().note(ACME, PRODUCTS, List.of(Samples.seen(1, FIRST)), SECOND, Leg.ACTIVE);
        });
        propose(proposed(3, HoldAction.DELETE, FIRST));
        propose(proposed(1, HoldAction.DISABLE, FIRST), proposed(2, HoldAction.DISABLE, FIRST));
        settle(FIRST, HoldAction.DISABLE);
        approve(FIRST);
        propose(proposed(2, HoldAction.DISABLE, SECOND));

        assertThat(store.<Integer>durably(tx -> tx.holds().withdrawStale(ACME, PRODUCTS, SECOND, Set.of("unreadable"))))
                .isEqualTo(1);

        assertThat(page(FIRST)).extracting(Hold::remoteId).containsExactly(remoteId(3));
        assertThat(page(SECOND)).extracting(Hold::remoteId).containsExactly(remoteId(2));
    }

    @Test
    void takesOverHeldDeletionsOfRecordsThatTheRunDidNotRead() {
        store.saveRelaxed(tx -> tx.links().save(List.of(Samples.linked(1), Samples.linked(2))));
        propose(proposed(1, HoldAction.DELETE, FIRST), proposed(2, HoldAction.DISABLE, FIRST));
        settle(FIRST, HoldAction.DELETE);
        settle(FIRST, HoldAction.DISABLE);

        assertThat(store.<Integer>durably(tx -> tx.holds().takeOverUnread(ACME, PRODUCTS, SECOND)))
                .isEqualTo(1);

        assertThat(page(SECOND)).extracting(Hold::remoteId).containsExactly(remoteId(1));
    }

    @Test
    void dropsWhatADeadRunOnlyProposed() {
        propose(proposed(1, HoldAction.DISABLE, FIRST), proposed(2, HoldAction.DELETE, FIRST));
        settle(FIRST, HoldAction.DELETE);

        assertThat(store.<Integer>durably(tx -> tx.holds().dropProposed(ACME, PRODUCTS)))
                .isEqualTo(1);

        assertThat(page(FIRST)).extracting(Hold::remoteId).containsExactly(remoteId(2));
    }

    @Test
    void holdsAgainWhatADeadRunLetGo() {
        propose(proposed(1, HoldAction.DELETE, FIRST), proposed(2, HoldAction.DELETE, FIRST));
        settle(FIRST, HoldAction.DELETE);
        propose(proposed(1, HoldAction.DELETE, SECOND));
        store.saveDurably(tx -> tx.holds().release(ACME, PRODUCTS, SECOND, HoldAction.DELETE));

        assertThat(store.<Integer>durably(tx -> tx.holds().dropProposed(ACME, PRODUCTS)))
                .isZero();

        assertThat(page(SECOND)).singleElement().satisfies(hold -> {
            assertThat(hold.remoteId()).isEqualTo(remoteId(1));
            assertThat(hold.state()).isEqualTo(HoldState.HELD);
        });
    }

    @Test
    void removesWhatWasCarriedOut() {
        propose(proposed(1, HoldAction.DISABLE, FIRST), proposed(2, HoldAction.DISABLE, FIRST));

        store.saveDurably(tx -> tx.holds().remove(ACME, PRODUCTS, List.of(remoteId(1))));

        assertThat(page(FIRST)).extracting(Hold::remoteId).containsExactly(remoteId(2));
    }

    private RunId begin(String flow) {
        return store.durably(tx -> tx.runs().begin(ACME, flow, "test", NOON));
    }

    private void propose(Hold... holds) {
        store.saveRelaxed(tx -> tx.holds().propose(List.of(holds)));
    }

    private int settle(RunId run, HoldAction action) {
        return store.durably(tx -> tx.holds().settle(ACME, PRODUCTS, run, action));
    }

    private Map<HoldAction, Long> approve(RunId run) {
        return store.durably(tx -> tx.approvals().approve(ACME, run));
    }

    private List<Hold> page(RunId run) {
        return store.read(tx -> tx.holds().page(ACME, PRODUCTS, run, EnumSet.allOf(HoldState.class), null, 100));
    }

    private List<Hold> page(Set<HoldState> states, RemoteId after) {
        return store.read(tx -> tx.holds().page(ACME, PRODUCTS, FIRST, states, after, 10));
    }

    private static Hold hold(HoldAction action, RunId first, RunId last, HoldState state) {
        return new Hold(
                ACME,
                PRODUCTS,
                remoteId(1),
                "SKU-1",
                action,
                "{\"by\":" + last + "}",
                Standing.FILTER,
                "inactive",
                first,
                last,
                state);
    }
}
