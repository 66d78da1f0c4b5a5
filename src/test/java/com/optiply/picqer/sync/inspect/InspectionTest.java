package com.optiply.picqer.sync.inspect;

import static com.optiply.picqer.sync.SampleLinks.inOptiply;
import static com.optiply.picqer.sync.SampleLinks.notInOptiply;
import static com.optiply.picqer.sync.SampleLinks.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.CustomerSettings.WriteScope;
import com.optiply.picqer.door.DoorSamples;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.TestClock;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunBook;
import com.optiply.picqer.sync.run.Tally.Counts;
import com.optiply.picqer.sync.send.Acknowledgements;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was edited or deleted in Optiply is put right or told, and a listing that lacks too much is not believed. */
@OnEveryDatabase
class InspectionTest {
    private static final String HOSE = "{\"name\":\"Hose\",\"stockLevel\":10}";
    private static final String EDITED = "{\"name\":\"Pipe\",\"stockLevel\":10}";

    private final Store store;
    private final RunBook book;
    private final Acknowledgements acknowledgements;
    private final Inspection inspection;

    InspectionTest(Store store) {
        TestClock clock = new TestClock();
        this.store = store;
        this.book = new RunBook(store, "test", clock);
        this.acknowledgements = new Acknowledgements(store, clock);
        this.inspection = Inspection.repairing(store, clock);
    }

    @Test
    void whatWasEditedIsPutBackAndTheRestIsLeftAlone() {
        save(product(1), product(2));
        Run run = begin(Kind.PRODUCTS);

        List<Write> repairs = inspection.compare(
                run, List.of(listed(1001, EDITED), listed(1002, "{\"stockLevel\":\"10\"}"), listed(7, EDITED)));

        assertThat(repairs).singleElement().satisfies(repair -> {
            assertThat(repair.remoteId()).isEqualTo(new RemoteId("1"));
            assertThat(repair.changes().json()).isEqualTo("{\"name\":\"Hose\"}");
            assertThat(repair.before().attributes()).isEqualTo(EDITED);
        });
        assertThat(run.tally().counts().read()).isEqualTo(2);
        assertThat(run.tally().counts().unchanged()).isEqualTo(1);
    }

    @Test
    void whatWasComparedOrIsBeingWrittenIsPassedOver() {
        save(product(1), product(2));
        Run run = begin(Kind.PRODUCTS);
        inspection.compare(run, List.of(listed(1001, HOSE)));
        Attributes stock = Attributes.parse("{\"stockLevel\":11}");
        Write patch = Write.patch(product(2), Attributes.parse(HOSE).with(stock), stock, Standing.SEND, null);
        acknowledgements.writeAhead(run, List.of(patch));

        assertThat(inspection.compare(run, List.of(listed(1001, EDITED), listed(1002, EDITED))))
                .isEmpty();
        assertThat(run.tally().counts().read()).isEqualTo(1);
    }

    @Test
    void whereNothingIsWrittenItIsSaidWhatWouldBe() {
        save(product(1));
        Run run = book.begin(Acme.writing(WriteScope.OFF), Flow.COMPARISON.code(), List.of(Kind.PRODUCTS));

        assertThat(inspection.compare(run, List.of(listed(1001, EDITED)))).isEmpty();
        assertThat(run.tally().counts().withheld().patch()).isEqualTo(1);
        assertThat(run.tally().counts().addsUp()).isTrue();
    }

    @Test
    void whatCannotBePutBackIsToldToAPerson() {
        save(inOptiply(Kind.BUY_ORDERS, "5", 900, "{\"supplierId\":7}"));
        Run run = begin(Kind.BUY_ORDERS);

        assertThat(inspection.compare(run, List.of(listed(900, "{\"supplierId\":8}"))))
                .isEmpty();
        assertThat(run.tally().counts().parked()).isEqualTo(Map.of("moved_in_optiply", 1L));
        assertThat(quarantined(Kind.BUY_ORDERS)).isEqualTo(1);
    }

    @Test
    void whatAPersonPutBackWaitsForNobody() {
        save(inOptiply(Kind.BUY_ORDERS, "5", 900, "{\"supplierId\":7}"));
        inspection.compare(begin(Kind.BUY_ORDERS), List.of(listed(900, "{\"supplierId\":8}")));

        inspection.compare(begin(Kind.BUY_ORDERS), List.of(listed(900, "{\"supplierId\":7}")));

        assertThat(quarantined(Kind.BUY_ORDERS)).isZero();
    }

    @Test
    void anOrderThatSomebodyBroughtBackIsDeletedNoMore() {
        Link told = inOptiply(Kind.BUY_ORDERS, "5", 900, "{\"supplierId\":7}")
                .standing(Standing.PARK, "deleted_in_optiply");
        save(told);
        Run run = begin(Kind.BUY_ORDERS);
        assertThat(inspection.missing(run, null)).as("a person knows").isEmpty();

        inspection.compare(run, List.of(listed(900, "{\"supplierId\":7}")));

        assertThat(link(Kind.BUY_ORDERS, "5").standing()).isEqualTo(Standing.SEND);
    }

    @ParameterizedTest(name = "{0} of {1} are not listed: {2}")
    @CsvSource({"0, 4, true", "2, 4, true", "3, 59, false", "3, 60, true", "4, 60, false", "130, 140, false"})
    void aListingThatLacksMoreThanTheGuardsAllowIsNotBelieved(long missing, long expected, boolean isBelieved) {
        save(LongStream.rangeClosed(1, expected)
                .mapToObj(InspectionTest::product)
                .toArray(Link[]::new));
        Run run = begin(Kind.PRODUCTS);
        inspection.compare(
                run,
                LongStream.rangeClosed(missing + 1, expected)
                        .mapToObj(id -> listed(1000 + id, HOSE))
                        .toList());

        assertThat(inspection.expected(run)).isEqualTo(expected);
        assertThat(inspection.tooMany(run).isEmpty()).isEqualTo(isBelieved);
        inspection.tooMany(run).ifPresent(many -> assertThat(many).isEqualTo(missing));
    }

    @Test
    void thereIsNothingToCompareWhereNothingWasSent() {
        save(notInOptiply(Kind.PRODUCTS, "1", Standing.FILTER, "inactive"));
        assertThat(inspection.isCompared(begin(Kind.PRODUCTS))).isFalse();

        save(product(2));
        assertThat(inspection.isCompared(begin(Kind.PRODUCTS))).isTrue();
    }

    @Test
    void aProductThatIsGoneIsMadeAgainAndAnOrderIsNot() {
        Link order = inOptiply(Kind.BUY_ORDERS, "5", 900, "{}");
        save(product(1), order);

        assertThat(gone(begin(Kind.PRODUCTS), product(1)).parked()).isEqualTo(Map.of("created_again", 1L));
        assertThat(gone(begin(Kind.BUY_ORDERS), order).parked()).isEqualTo(Map.of("deleted_in_optiply", 1L));

        assertThat(link(Kind.PRODUCTS, "1").attributes()).isNull();
        assertThat(store.<List<Parked>>read(tx -> tx.quarantine().page(Acme.NAME, Kind.PRODUCTS, null, 10)))
                .as("which is why its flow reads it again")
                .hasSize(1);
        assertThat(link(Kind.BUY_ORDERS, "5").optiplyId()).isEqualTo(new OptiplyId(900));
        assertThat(link(Kind.BUY_ORDERS, "5").reason()).isEqualTo(ParkReason.DELETED_IN_OPTIPLY.code());
    }

    @Test
    void aHiddenProductThatIsGoneIsNotMissedAndOneThatWasListedMeanwhileIsNotGone() {
        Link hidden = product(1).standing(Standing.FILTER, "inactive");
        save(hidden, product(2));
        Run run = begin(Kind.PRODUCTS);
        assertThat(gone(run, hidden).filtered()).isEqualTo(Map.of("inactive", 1L));
        assertThat(link(Kind.PRODUCTS, "1").optiplyId()).isNull();

        inspection.compare(run, List.of(listed(1002, HOSE)));
        assertThat(gone(run, product(2)).parked()).isEmpty();
    }

    @Test
    void whatIsGoneWithItsOrderIsNotToldBesideIt() {
        Link line = within("5", inOptiply(Kind.BUY_ORDER_LINES, "51", 901, "{\"buyOrderId\":900}"));
        Link delivery = within("3", inOptiply(Kind.RECEIPT_LINES, "31", 902, "{\"buyOrderLineId\":901}"));
        save(inOptiply(Kind.BUY_ORDERS, "5", 900, "{}"), line, delivery);
        Run orders = begin(Kind.BUY_ORDERS, Kind.BUY_ORDER_LINES, Kind.RECEIPT_LINES);
        Run lines = orders.of(Kind.BUY_ORDER_LINES);
        Run deliveries = orders.of(Kind.RECEIPT_LINES);
        assertThat(inspection.missing(orders, null)).hasSize(1);
        assertThat(inspection.missing(lines, null)).isEmpty();
        assertThat(inspection.missing(deliveries, null)).isEmpty();

        inspection.compare(orders, List.of(listed(900, "{}")));
        assertThat(inspection.missing(lines, null)).containsExactly(line);

        inspection.compare(lines, List.of(listed(901, "{\"buyOrderId\":900}")));
        assertThat(inspection.missing(deliveries, null)).containsExactly(delivery);
    }

    private Run begin(Kind... kinds) {
        CustomerSettings customer = Acme.settings();
        return book.begin(customer, Flow.COMPARISON.code(), List.of(kinds));
    }

    private Counts gone(Run run, Link link) {
        inspection.gone(run, link);
        assertThat(run.tally().counts().addsUp()).isTrue();
        return run.tally().counts();
    }

    private static Link product(long id) {
        return inOptiply(Kind.PRODUCTS, Long.toString(id), 1000 + id, HOSE);
    }

    private static OptiplyRecord listed(long id, String attributes) {
        return new OptiplyRecord(new OptiplyId(id), null, (ObjectNode) DoorSamples.read(attributes));
    }

    private long quarantined(Kind kind) {
        return store.read(tx -> tx.quarantine()
                .find(Acme.NAME, kind, List.of(new RemoteId("5")))
                .size());
    }

    private void save(Link... links) {
        store.saveDurably(tx -> tx.links().save(List.of(links)));
    }

    private Link link(Kind kind, String id) {
        RemoteId remoteId = new RemoteId(id);
        return store.read(tx -> tx.links().find(Acme.NAME, kind, List.of(remoteId)))
                .get(remoteId);
    }
}
