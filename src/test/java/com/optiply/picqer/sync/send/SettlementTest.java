package com.optiply.picqer.sync.send;

import static com.optiply.picqer.sync.SampleLinks.notInOptiply;
import static com.optiply.picqer.sync.SampleLinks.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.door.DoorSamples;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Intent;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.SampleLinks;
import com.optiply.picqer.sync.TestClock;
import com.optiply.picqer.sync.compare.Adoption;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunBook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a look-up says of a create whose answer was lost, for records other than products. */
@OnEveryDatabase
class SettlementTest {
    private static final String PAIR = "{\"productId\":1,\"supplierId\":7,\"price\":2.50}";
    private static final String ORDER = "{\"supplierId\":7,\"placed\":\"2026-01-08T14:03:22Z\",\"totalValue\":10.00}";

    private final Store store;
    private final RunBook book;
    private final Acknowledgements acknowledgements;
    private final Settlement settlement;

    SettlementTest(Store store) {
        TestClock clock = new TestClock();
        this.store = store;
        this.book = new RunBook(store, "test", clock);
        this.acknowledgements = new Acknowledgements(store, clock);
        this.settlement = new Settlement(store, new Adoption(store, clock), clock);
    }

    @Test
    void anOrderThatIsFoundIsReadAgainForItsLines() {
        Run run = begin(Acme.settings(), Kind.BUY_ORDERS);
        Intent lost = lose(run, ORDER);

        assertThat(settlement.found(run, lost, List.of(ours(900, ORDER)))).isEmpty();

        assertThat(link(Kind.BUY_ORDERS).optiplyId()).isEqualTo(new OptiplyId(900));
        assertThat(run.tally().counts().written().create()).isEqualTo(1);
        assertThat(store.<List<RemoteId>>read(tx -> tx.rereads().asked(Acme.NAME, Kind.BUY_ORDERS)))
                .containsExactly(new RemoteId("5"));
    }

    /** The process was killed before it heard the answer: nothing but the intent says that it was sent. */
    @ParameterizedTest
    @EnumSource(names = {"SELL_ORDER_LINES", "BUY_ORDER_LINES", "PRODUCT_COMPOSITIONS", "RECEIPT_LINES"})
    void whatIsFoundBelongsToTheRecordThatItWasReadWith(Kind kind) {
        Send send = Send.of(Subject.of("5", "L-5"), Attributes.parse(PAIR), List.of());
        Link unsent = within("41", notInOptiply(kind, "5", Standing.SEND, null));
        acknowledgements.writeAhead(begin(Acme.settings(), kind), List.of(Write.create(unsent, send)));
        Run next = begin(Acme.settings(), kind);
        Intent lost = settlement.openCreates(next).get(0);

        settlement.found(next, lost, List.of(ours(900, PAIR)));

        assertThat(link(kind).optiplyId()).isEqualTo(new OptiplyId(900));
        assertThat(link(kind).parent()).isEqualTo(new RemoteId("41"));
    }

    @Test
    void aPairIsTheOneThatIsThereWhoeverMadeItAndIsBroughtIntoLine() {
        Run run = begin(Acme.settings(), Kind.SUPPLIER_PRODUCTS);
        Intent lost = lose(run, PAIR);
        OptiplyRecord usersOwn = record(900, "{\"productId\":1,\"supplierId\":7,\"price\":\"9.99\"}");

        Optional<Write> patch = settlement.found(run, lost, List.of(usersOwn));

        assertThat(patch).hasValueSatisfying(write -> {
            assertThat(write.action()).isEqualTo(Action.PATCH);
            assertThat(write.changes().json()).isEqualTo("{\"price\":2.50}");
        });
        assertThat(link(Kind.SUPPLIER_PRODUCTS).optiplyId()).isEqualTo(new OptiplyId(900));
        assertThat(run.tally().openAnswers()).isZero();
        assertThat(run.tally().counts().written().create())
                .as("its outcome is that of the patch")
                .isZero();
    }

    @Test
    void severalThatFitAreAPersonsToTellApart() {
        Run run = begin(Acme.withoutCoupling(), Kind.BUY_ORDERS);
        Intent lost = lose(run, ORDER);

        assertThat(settlement.found(run, lost, List.of(record(900, ORDER), record(901, ORDER))))
                .isEmpty();

        assertThat(link(Kind.BUY_ORDERS).reason()).isEqualTo("several_in_optiply");
        assertThat(run.tally().counts().parked()).isEqualTo(Map.of("several_in_optiply", 1L));
        assertThat(openIntents()).isZero();
    }

    @Test
    void withoutACouplingARecordThatIsLinkedAlreadyIsAnothers() {
        Run run = begin(Acme.withoutCoupling(), Kind.BUY_ORDERS);
        Intent lost = lose(run, ORDER);
        store.saveDurably(tx -> tx.links().save(List.of(SampleLinks.inOptiply(Kind.BUY_ORDERS, "6", 900, ORDER))));

        Optional<Write> write = settlement.found(run, lost, List.of(record(900, ORDER)));

        assertThat(write)
                .hasValueSatisfying(create -> assertThat(create.action()).isEqualTo(Action.CREATE));
    }

    @Test
    void whatAnEarlierRunLostIsNotSentFromHere() {
        Intent lost = lose(begin(Acme.settings(), Kind.BUY_ORDERS), ORDER);
        Run next = begin(Acme.settings(), Kind.BUY_ORDERS);

        assertThat(settlement.found(next, lost, List.of())).isEmpty();
        assertThat(openIntents()).isZero();
        assertThat(next.tally().counts().outcomes()).isZero();
    }

    private Run begin(CustomerSettings customer, Kind kind) {
        return book.begin(customer, kind.resource(), List.of(kind));
    }

    private Intent lose(Run run, String attributes) {
        Send send = Send.of(Subject.of("5", "L-5"), Attributes.parse(attributes), List.of());
        Write create = Write.create(notInOptiply(run.kind(), "5", Standing.SEND, null), send);
        acknowledgements.writeAhead(run, List.of(create));
        acknowledgements.store(run, List.of(new WriteAnswer.Unclear(create, "the connection was cut")));
        return settlement.openCreates(run).get(0);
    }

    private static OptiplyRecord ours(long id, String attributes) {
        OptiplyRecord record = record(id, attributes);
        ((ObjectNode) record.attributes()).putObject("remoteIdMap").put(Long.toString(Acme.COUPLING), "5");
        return record;
    }

    private static OptiplyRecord record(long id, String attributes) {
        return new OptiplyRecord(new OptiplyId(id), null, (ObjectNode) DoorSamples.read(attributes));
    }

    private Link link(Kind kind) {
        RemoteId id = new RemoteId("5");
        return store.read(tx -> tx.links().find(Acme.NAME, kind, List.of(id))).get(id);
    }

    private long openIntents() {
        return store.read(tx -> tx.intents().count(Acme.NAME, Kind.BUY_ORDERS));
    }
}
