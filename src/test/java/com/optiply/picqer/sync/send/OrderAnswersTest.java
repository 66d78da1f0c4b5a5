package com.optiply.picqer.sync.send;

import static com.optiply.picqer.sync.SampleLinks.inOptiply;
import static com.optiply.picqer.sync.SampleLinks.notInOptiply;
import static com.optiply.picqer.sync.SampleLinks.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.door.DoorSamples;
import com.optiply.picqer.door.Failure;
import com.optiply.picqer.door.FailureClass;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Change;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.TestClock;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.LeaseLostException;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunBook;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Optiply's answers about orders mean for their lines and deliveries, which it says nothing of. */
@OnEveryDatabase
class OrderAnswersTest {
    private static final String ORDER = "{\"supplierId\":7,\"totalValue\":10.00}";
    private static final Link SENT = inOptiply(Kind.BUY_ORDERS, "5", 900, ORDER);
    private static final Link LINE = within("5", inOptiply(Kind.BUY_ORDER_LINES, "51", 901, "{\"productId\":1}"));
    private static final Link DELIVERY =
            within("3", inOptiply(Kind.RECEIPT_LINES, "31", 902, "{\"buyOrderLineId\":901}"));

    private final Store store;
    private final RunBook book;
    private final Acknowledgements acknowledgements;

    OrderAnswersTest(Store store) {
        TestClock clock = new TestClock();
        this.store = store;
        this.book = new RunBook(store, "test", clock);
        this.acknowledgements = new Acknowledgements(store, clock);
    }

    @Test
    void linesThatWentWithTheirOrderAreThereThoughNobodyKnowsTheirIds() {
        Write create = Write.create(notInOptiply(Kind.BUY_ORDERS, "5", Standing.SEND, null), order("51"));

        answer(begin(), new WriteAnswer.Acknowledged(create, new OptiplyId(900), "uuid-900"));

        Link line = link(Kind.BUY_ORDER_LINES, "51");
        assertThat(line.attributes()).isEqualTo("{\"productId\":1,\"buyOrderId\":900}");
        assertThat(line.optiplyId()).isNull();
        assertThat(line.parent()).isEqualTo(new RemoteId("5"));
        assertThat(line.sighting().run()).as("nobody has looked at it since").isEqualTo(new RunId(0));
        assertThat(asked(Kind.BUY_ORDERS)).isEmpty();
    }

    @Test
    void anOrderWhoseLinesNobodyKnowsIsReadAgain() {
        Write create = Write.create(notInOptiply(Kind.BUY_ORDERS, "5", Standing.SEND, null), order());

        answer(begin(), new WriteAnswer.Acknowledged(create, new OptiplyId(900), null));

        assertThat(asked(Kind.BUY_ORDERS)).containsExactly(new RemoteId("5"));
    }

    @Test
    void aDeletedOrderTakesItsLinesAndTheirDeliveriesAlong() {
        save(SENT, LINE, DELIVERY);

        answer(begin(), acknowledged(Write.delete(SENT, Standing.FILTER, "no_lines")));

        assertThat(link(Kind.BUY_ORDERS, "5").optiplyId()).isNull();
        assertThat(link(Kind.BUY_ORDER_LINES, "51").optiplyId()).isNull();
        assertThat(link(Kind.RECEIPT_LINES, "31").optiplyId()).isNull();
        assertThat(link(Kind.RECEIPT_LINES, "31").reason()).isEqualTo("removed");
        assertThat(asked(Kind.RECEIPT_LINES)).containsExactly(new RemoteId("3"));
    }

    @Test
    void aDeletedLineTakesItsOwnDeliveriesAlong() {
        Link other = within("4", inOptiply(Kind.RECEIPT_LINES, "32", 903, "{\"buyOrderLineId\":904}"));
        save(SENT, LINE, DELIVERY, other);

        answer(begin(), acknowledged(Write.delete(LINE, Standing.FILTER, "removed")));

        assertThat(link(Kind.RECEIPT_LINES, "31").optiplyId()).isNull();
        assertThat(link(Kind.RECEIPT_LINES, "32").optiplyId()).isEqualTo(new OptiplyId(903));
        assertThat(asked(Kind.RECEIPT_LINES)).containsExactly(new RemoteId("3"));
    }

    @Test
    void aReplacedOrderIsMadeAnewOnceTheOldOneIsGone() {
        save(SENT, LINE, DELIVERY);
        Run run = begin();

        List<Write> again = answer(run, acknowledged(Write.replace(SENT, order("51"))));

        assertThat(again).singleElement().satisfies(write -> {
            assertThat(write.action()).isEqualTo(Action.CREATE);
            assertThat(write.lines()).hasSize(1);
        });
        assertThat(link(Kind.BUY_ORDER_LINES, "51").optiplyId()).isNull();
        assertThat(link(Kind.RECEIPT_LINES, "31").optiplyId()).isNull();
        assertThat(run.tally().counts().outcomes())
                .as("its outcome is still to come")
                .isZero();
    }

    @Test
    void anOrderThatIsGoneBeforeItIsReplacedIsMadeAnewAsWell() {
        save(SENT);

        assertThat(answer(begin(), refused(Write.replace(SENT, order("51")), FailureClass.MISSING)))
                .extracting(Write::action)
                .containsExactly(Action.CREATE);
    }

    @ParameterizedTest
    @EnumSource(names = {"BUY_ORDERS", "BUY_ORDER_LINES", "RECEIPT_LINES", "SELL_ORDERS", "SELL_ORDER_LINES"})
    void whatAUserDeletedOfOrdersIsParkedForAPersonAndNotMadeAgain(Kind kind) {
        Link link = inOptiply(kind, "5", 900, ORDER);
        save(link);
        Run run = book.begin(Acme.settings(), "comparison", List.of(kind));

        assertThat(answer(run, refused(patch(link), FailureClass.MISSING))).isEmpty();

        assertThat(run.tally().counts().parked()).isEqualTo(Map.of("deleted_in_optiply", 1L));
        assertThat(link(kind, "5").reason()).isEqualTo("deleted_in_optiply");
    }

    @ParameterizedTest
    @EnumSource(names = {"PRODUCTS", "SUPPLIERS", "SUPPLIER_PRODUCTS", "PRODUCT_COMPOSITIONS"})
    void allElseThatAUserDeletedIsMadeAgainAsAWhole(Kind kind) {
        Link link = inOptiply(kind, "5", 900, ORDER);
        save(link);
        Run run = book.begin(Acme.settings(), "comparison", List.of(kind));

        assertThat(answer(run, refused(patch(link), FailureClass.MISSING)))
                .singleElement()
                .satisfies(write -> {
                    assertThat(write.action()).isEqualTo(Action.CREATE);
                    assertThat(write.changes().json()).isEqualTo("{\"supplierId\":7,\"totalValue\":11.00}");
                });
    }

    @Test
    void anOrderThatAUserDeletedNeedsNoDeletion() {
        save(SENT, LINE, DELIVERY);
        Run run = begin();

        answer(run, refused(Write.delete(SENT, Standing.FILTER, "no_lines"), FailureClass.MISSING));

        assertThat(run.tally().counts().filtered()).isEqualTo(Map.of("no_lines", 1L));
        assertThat(link(Kind.BUY_ORDERS, "5").optiplyId()).isNull();
        assertThat(link(Kind.BUY_ORDER_LINES, "51").optiplyId()).isNull();
        assertThat(link(Kind.RECEIPT_LINES, "31").optiplyId()).isNull();
    }

    @Test
    void aPairThatSomebodyMadeMeanwhileIsLookedForAndAnOrderIsNot() {
        Run pairs = book.begin(Acme.settings(), "supplier-products", List.of(Kind.SUPPLIER_PRODUCTS));
        Write pair = create(Kind.SUPPLIER_PRODUCTS);
        answer(pairs, refused(pair, FailureClass.CONFLICT));
        assertThat(pairs.tally().openAnswers()).isEqualTo(1);
        assertThat(openIntents(Kind.SUPPLIER_PRODUCTS)).isEqualTo(1);

        Run orders = begin();
        answer(orders, refused(create(Kind.BUY_ORDERS), FailureClass.CONFLICT));
        assertThat(orders.tally().counts().parked()).isEqualTo(Map.of("rejected", 1L));
        assertThat(openIntents(Kind.BUY_ORDERS)).isZero();
    }

    @Test
    void anAnswerThatSaysNothingLeavesACreateToBeLookedForAndAPatchToBeSentAgain() {
        save(SENT);
        Run run = begin();
        acknowledgements.writeAhead(run, List.of(patch(SENT)));
        answer(run, new WriteAnswer.Unclear(patch(SENT), "an answer of three letters"));

        assertThat(run.tally().counts().parked()).isEqualTo(Map.of("unconfirmed", 1L));
        assertThat(link(Kind.BUY_ORDERS, "5").attributes()).isEqualTo("{\"supplierId\":7,\"totalValue\":null}");
        assertThat(openIntents(Kind.BUY_ORDERS)).isZero();

        answer(run, new WriteAnswer.Unclear(create(Kind.BUY_ORDERS), "an answer of three letters"));
        assertThat(run.tally().openAnswers()).isEqualTo(1);
        assertThat(openIntents(Kind.BUY_ORDERS)).isEqualTo(1);
    }

    @Test
    void whatWasChangedIsKeptWithWhatItWasBefore() {
        save(SENT);
        Run run = begin();

        answer(run, acknowledged(patch(SENT)));

        assertThat(store.<List<Change>>read(tx -> tx.changes().ofRun(run.id(), 10)))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.before()).isEqualTo("{\"totalValue\":10.00}");
                    assertThat(change.after()).isEqualTo("{\"totalValue\":11.00}");
                });
    }

    @Test
    void aRunThatWasCalledInterruptedSendsNothingMore() {
        Run run = begin();
        begin();

        assertThatThrownBy(() -> acknowledgements.writeAhead(run, List.of(patch(SENT))))
                .isInstanceOf(LeaseLostException.class);
        assertThat(openIntents(Kind.BUY_ORDERS)).isZero();
    }

    @Test
    void aFailureOfTheAccountStopsTheRunAfterEverythingWasStored() {
        Link other = inOptiply(Kind.BUY_ORDERS, "6", 910, ORDER);
        save(SENT, other);
        Run run = begin();
        List<WriteAnswer> answers = List.of(
                refused(patch(SENT), FailureClass.RATE_LIMITED),
                acknowledged(Write.delete(other, Standing.FILTER, "no_lines")));

        assertThatThrownBy(() -> acknowledgements.store(run, answers)).isInstanceOf(Failure.class);

        assertThat(link(Kind.BUY_ORDERS, "6").optiplyId()).isNull();
        assertThat(run.tally().counts().failed()).isEqualTo(1);
        assertThat(run.tally().counts().written().delete()).isEqualTo(1);
    }

    private Run begin() {
        return book.begin(Acme.settings(), Flow.BUY_ORDERS.code(), List.of(Kind.BUY_ORDERS, Kind.BUY_ORDER_LINES));
    }

    private List<Write> answer(Run run, WriteAnswer answer) {
        return acknowledgements.store(run, List.of(answer));
    }

    private static Write patch(Link link) {
        Attributes after = Attributes.parse("{\"supplierId\":7,\"totalValue\":11.00}");
        return Write.patch(link, after, Attributes.parse("{\"totalValue\":11.00}"), Standing.SEND, null);
    }

    private static Write create(Kind kind) {
        return Write.create(notInOptiply(kind, "8", Standing.SEND, null), order());
    }

    private static Send order(String... lines) {
        List<Send> sent = Arrays.stream(lines)
                .map(id -> Send.of(
                        Subject.within(new RemoteId("5"), id, "L-" + id),
                        Attributes.parse("{\"productId\":1}"),
                        List.of()))
                .toList();
        return Send.of(Subject.of("5", "L-5"), Attributes.parse(ORDER), List.of())
                .withLines(sent);
    }

    private static WriteAnswer acknowledged(Write write) {
        return new WriteAnswer.Acknowledged(write, write.optiplyId().orElseThrow(), null);
    }

    private static WriteAnswer refused(Write write, FailureClass failure) {
        return new WriteAnswer.Refused(write, DoorSamples.failure(failure));
    }

    private void save(Link... links) {
        store.saveDurably(tx -> tx.links().save(List.of(links)));
    }

    private @Nullable Link link(Kind kind, String id) {
        return store.read(tx -> tx.links().find(Acme.NAME, kind, List.of(new RemoteId(id))))
                .get(new RemoteId(id));
    }

    private List<RemoteId> asked(Kind kind) {
        return store.read(tx -> tx.rereads().asked(Acme.NAME, kind));
    }

    private long openIntents(Kind kind) {
        return store.read(tx -> tx.intents().count(Acme.NAME, kind));
    }
}
