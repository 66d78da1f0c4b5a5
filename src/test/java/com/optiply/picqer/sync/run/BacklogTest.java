package com.optiply.picqer.sync.run;

import static com.optiply.picqer.sync.SampleLinks.inOptiply;
import static com.optiply.picqer.sync.SampleLinks.notInOptiply;
import static com.optiply.picqer.sync.SampleLinks.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.mapping.Awaited;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Hold;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.SampleLinks;
import com.optiply.picqer.sync.TestClock;
import com.optiply.picqer.sync.link.Parking;
import com.optiply.picqer.sync.run.Backlog.Freed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a run has to read besides its lists, because no list need hold it any more. */
@OnEveryDatabase
class BacklogTest {
    private final Store store;
    private final TestClock clock = new TestClock();
    private final Run run;
    private final Backlog backlog;

    BacklogTest(Store store) {
        this.store = store;
        this.backlog = new Backlog(store, clock);
        this.run = new Run(
                SampleLinks.NOW,
                Flow.BUY_ORDERS.code(),
                List.of(Kind.BUY_ORDERS, Kind.BUY_ORDER_LINES),
                Acme.settings(),
                Instant.EPOCH);
    }

    @Test
    void aRefusedOrderIsReadWhenItsTimeHasCome() {
        park(Kind.BUY_ORDERS, "1", ParkReason.REJECTED, null);
        assertThat(backlog.of(run)).isEmpty();

        clock.goOn(Duration.ofMinutes(1));
        assertThat(backlog.of(run)).containsExactly(id("1"));
    }

    @Test
    void anOrderThatWaitsIsReadWhenWhatItWaitsForIsThere() {
        Awaited supplier = new Awaited(Kind.SUPPLIERS, id("9"));
        park(Kind.BUY_ORDERS, "1", ParkReason.WAITS_FOR_SUPPLIER, supplier);
        assertThat(backlog.of(run)).isEmpty();
        assertThat(backlog.freed(Acme.NAME)).isEmpty();

        save(inOptiply(Kind.SUPPLIERS, "9", 900, "{}"));

        assertThat(backlog.of(run)).containsExactly(id("1"));
        assertThat(backlog.freed(Acme.NAME)).containsExactly(new Freed(Kind.BUY_ORDERS, id("1")));
    }

    @Test
    void whatIsHeldOrWasApprovedIsReadAgainAndWhatIsOnlyProposedIsNot() {
        propose(Kind.BUY_ORDERS, "1");
        assertThat(backlog.of(run)).isEmpty();

        store.saveDurably(tx -> tx.holds().settle(Acme.NAME, Kind.BUY_ORDERS, run.id(), HoldAction.DELETE));
        assertThat(backlog.of(run)).containsExactly(id("1"));

        store.saveDurably(tx -> tx.approvals().approve(Acme.NAME, run.id()));
        assertThat(backlog.of(run)).containsExactly(id("1"));
    }

    @Test
    void whatWasAskedForIsReadOnceHoweverManyReasonsThereAre() {
        store.saveDurably(tx -> tx.rereads().ask(Acme.NAME, Kind.BUY_ORDERS, run.id(), List.of(id("1"), id("2"))));
        park(Kind.BUY_ORDERS, "1", ParkReason.REJECTED, null);
        clock.goOn(Duration.ofMinutes(1));

        assertThat(backlog.of(run)).containsExactly(id("1"), id("2"));
    }

    @Test
    void aLineIsReadWithItsOrder() {
        save(within("5", notInOptiply(Kind.BUY_ORDER_LINES, "77", Standing.PARK, "rejected")));
        park(Kind.BUY_ORDER_LINES, "77", ParkReason.REJECTED, null);
        clock.goOn(Duration.ofMinutes(1));

        assertThat(backlog.of(run)).containsExactly(id("5"));
    }

    @Test
    void partsAndDeliveriesAreReadWithWhatTheyStandIn() {
        Run deliveries = new Run(
                SampleLinks.NOW, "item-deliveries", List.of(Kind.RECEIPT_LINES), Acme.settings(), Instant.EPOCH);
        save(within("3", notInOptiply(Kind.RECEIPT_LINES, "31", Standing.PARK, "rejected")));
        park(Kind.RECEIPT_LINES, "31", ParkReason.REJECTED, null);
        store.saveDurably(tx -> tx.rereads().ask(Acme.NAME, Kind.RECEIPT_LINES, run.id(), List.of(id("4"))));
        assertThat(backlog.parentsOf(deliveries)).containsExactly(id("4"));

        clock.goOn(Duration.ofMinutes(1));
        assertThat(backlog.parentsOf(deliveries)).containsExactly(id("3"), id("4"));
    }

    private static RemoteId id(String id) {
        return new RemoteId(id);
    }

    private void park(Kind kind, String id, ParkReason reason, @Nullable Awaited awaits) {
        var row = Parking.by(run.of(kind), clock.instant()).row(id(id), "L-" + id, reason, "found", awaits);
        store.saveDurably(tx -> tx.quarantine().park(List.of(row)));
    }

    private void propose(Kind kind, String id) {
        Hold hold = Hold.proposed(
                run.id(), Acme.NAME, kind, id(id), "L-" + id, HoldAction.DELETE, "{}", Standing.FILTER, "no_lines");
        store.saveDurably(tx -> tx.holds().propose(List.of(hold)));
    }

    private void save(Link link) {
        store.saveDurably(tx -> tx.links().save(List.of(link)));
    }
}
