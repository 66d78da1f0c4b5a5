package com.optiply.picqer.sync.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.CustomerSettings.WriteScope;
import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.WhenSent;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.HoldState;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.TestClock;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.LeaseLostException;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunBook;
import com.optiply.picqer.sync.run.Tally.Written;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Orders that do not go to Picqer have their outcome and wait for nothing more than they have to. */
@OnEveryDatabase
class ExportDecisionsTest {
    private final Store store;
    private final TestClock clock = new TestClock();
    private final RunBook book;
    private final ExportDecisions decisions;

    ExportDecisionsTest(Store store) {
        this.store = store;
        this.book = new RunBook(store, "test", clock);
        this.decisions = new ExportDecisions(store, clock);
    }

    @Test
    void eachOrderOfAPageGoesOrHasItsOutcome() {
        Run run = begin(Acme.settings());

        List<Send> sends = decisions.compare(
                run, List.of(send(1), park(2, ParkReason.PRODUCT_NOT_LINKED), filter(3, FilterReason.ASSEMBLY)));

        assertThat(sends).extracting(send -> send.remoteId().value()).containsExactly("1");
        assertThat(run.tally().counts().read()).isEqualTo(3);
        assertThat(run.tally().counts().parked()).isEqualTo(Map.of("product_not_linked", 1L));
        assertThat(run.tally().counts().filtered()).isEqualTo(Map.of("assembly", 1L));
        assertThat(run.tally().counts().adjusted()).isEqualTo(Map.of("unit_price_rounded", 1L));
        assertThat(link(2).orElseThrow().standing()).isEqualTo(Standing.PARK);
        assertThat(quarantine()).containsExactly("2 product_not_linked");
        assertThat(link(3).orElseThrow().reason()).isEqualTo("assembly");
        assertThat(held()).as("nothing is a person's to decide").isEmpty();
    }

    @Test
    void whereNothingIsWrittenToPicqerItIsSaidWhatWouldBe() {
        Run run = begin(Acme.writing(WriteScope.OPTIPLY));

        assertThat(decisions.compare(run, List.of(send(1)))).isEmpty();

        assertThat(run.tally().counts().withheld()).isEqualTo(new Written(1, 0, 0));
        assertThat(run.tally().counts().filtered()).isEqualTo(Map.of("writes_off", 1L));
        assertThat(run.tally().counts().addsUp()).isTrue();
        assertThat(link(1).orElseThrow().reason()).isEqualTo("writes_off");
    }

    @Test
    void whatIsOlderThanTheExportIsHeldHoweverFewTheyAre() {
        Run run = begin(Acme.settings());

        decisions.compare(run, List.of(park(1, ParkReason.OLDER_THAN_EXPORT)));

        assertThat(ExportDecisions.held(run)).isEqualTo(1);
        assertThat(held()).containsExactly(id(1));
        assertThat(approve(run)).isEqualTo(Map.of(HoldAction.EXPORT, 1L));
    }

    @Test
    void whatARuleKeepsOutNowWaitsForNobody() {
        decisions.compare(begin(Acme.settings()), List.of(park(1, ParkReason.OLDER_THAN_EXPORT)));

        decisions.compare(begin(Acme.settings()), List.of(filter(1, FilterReason.NOT_PLACED)));

        assertThat(quarantine()).isEmpty();
        assertThat(held()).isEmpty();
        assertThat(link(1).orElseThrow().standing()).isEqualTo(Standing.FILTER);
    }

    @Test
    void anOrderThatCouldNotGoIsParkedWithItsReason() {
        Run run = begin(Acme.settings());
        decisions.compare(run, List.of(send(1)));

        decisions.stuck(run, park(1, ParkReason.REFUSED_BY_PICQER), "{}");

        assertThat(run.tally().counts().parked()).isEqualTo(Map.of("refused_by_picqer", 1L));
        assertThat(quarantine()).containsExactly("1 refused_by_picqer");
        assertThat(link(1).orElseThrow().reason()).isEqualTo("refused_by_picqer");
    }

    @Test
    void whatTheListHasNoMoreWaitsNoMoreHoweverManyTheyAre() {
        List<Decision> many = IntStream.rangeClosed(1, 201)
                .<Decision>mapToObj(order -> park(order, ParkReason.PRODUCT_NOT_LINKED))
                .toList();
        decisions.compare(begin(Acme.settings()), many);
        Run run = begin(Acme.settings());
        decisions.compare(run, List.of(park(150, ParkReason.PRODUCT_NOT_LINKED)));

        decisions.endOfList(run);

        assertThat(quarantine()).containsExactly("150 product_not_linked");
        assertThat(link(150).orElseThrow().standing()).isEqualTo(Standing.PARK);
        assertThat(link(201).orElseThrow().standing()).isEqualTo(Standing.FILTER);
        assertThat(link(201).orElseThrow().reason()).isEqualTo("not_open");
    }

    /** It was suspended, and wakes when another run has placed the order. */
    @Test
    void aRunThatWasCalledInterruptedSaysNothingOfAnOrder() {
        Run old = begin(Acme.settings());
        begin(Acme.settings());

        assertThatThrownBy(() -> decisions.stuck(old, park(1, ParkReason.UNCONFIRMED), null))
                .isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(() -> decisions.compare(old, List.of(park(1, ParkReason.OLDER_THAN_EXPORT))))
                .isInstanceOf(LeaseLostException.class);

        assertThat(link(1)).isEmpty();
        assertThat(quarantine()).isEmpty();
        assertThat(held()).isEmpty();
    }

    private Run begin(CustomerSettings customer) {
        return book.begin(customer, Flow.PURCHASE_ORDERS.code(), List.of(Kind.PURCHASE_ORDERS));
    }

    private static RemoteId id(long order) {
        return new RemoteId(Long.toString(order));
    }

    private static Subject subject(long order) {
        return Subject.of(Long.toString(order), "Optiply-" + order);
    }

    private static Send send(long order) {
        Adjustment rounded = new Adjustment(Adjustment.Rule.UNIT_PRICE_ROUNDED, "10.00 for 3 pieces", "3.3333");
        return Send.of(subject(order), Attributes.parse("{\"idsupplier\":9410}"), List.of(rounded));
    }

    private static Park park(long order, ParkReason reason) {
        return Park.of(subject(order), reason, "found");
    }

    private static Decision filter(long order, FilterReason reason) {
        return new Decision.Filter(subject(order), reason, WhenSent.LEFT);
    }

    private Optional<Link> link(long order) {
        return Optional.ofNullable(
                store.read(tx -> tx.links().find(Acme.NAME, Kind.PURCHASE_ORDERS, List.of(id(order))))
                        .get(id(order)));
    }

    private List<String> quarantine() {
        List<Parked> parked = store.read(tx -> tx.quarantine().page(Acme.NAME, Kind.PURCHASE_ORDERS, null, 1000));
        return parked.stream().map(one -> one.remoteId() + " " + one.reason()).toList();
    }

    private List<RemoteId> held() {
        return store.read(tx -> tx.holds().ids(Acme.NAME, Kind.PURCHASE_ORDERS, EnumSet.of(HoldState.HELD)));
    }

    private Map<HoldAction, Long> approve(Run run) {
        return store.durably(tx -> tx.approvals().approve(Acme.NAME, run.id()));
    }
}
