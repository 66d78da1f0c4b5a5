package com.optiply.picqer.sync.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.WhenSent;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Candidate;
import com.optiply.picqer.store.row.Candidate.Author;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.SampleLinks;
import com.optiply.picqer.sync.run.Run;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which of Optiply's records is which of Picqer's, where no id says so; what nobody can tell is left to a person. */
@OnEveryDatabase
class NaturalMatchesTest {
    private static final Attributes AT_NINE = Attributes.parse("{\"placed\":\"2026-01-08T09:00:00Z\"}");

    private final Store store;
    private final Map<RemoteId, Link> known = new HashMap<>();
    private final Map<RemoteId, List<Candidate>> fitting = new HashMap<>();

    NaturalMatchesTest(Store store) {
        this.store = store;
    }

    @Test
    void ordersOfOneMomentAreToldApartByTheirLines() {
        has(900, line(2, 1, "5.00"));
        has(901, line(1, 2, "10.00"));

        match(order("1", line(1, 2, "10.00")), order("2", line(2, 1, "5.00")));

        assertThat(found("1")).containsExactly(901L);
        assertThat(found("2")).containsExactly(900L);
    }

    @Test
    void equalOrdersArePairedOffOneToOne() {
        has(900, line(1, 2, "10.00"));
        has(901, line(1, 2, "10.00"));

        match(order("1", line(1, 2, "10.00")), order("2", line(1, 2, "10.00")), order("3", line(1, 2, "10.00")));

        assertThat(found("1")).containsExactly(900L);
        assertThat(found("2")).containsExactly(901L);
        assertThat(found("3")).as("there is none left for it").isEmpty();
    }

    @Test
    void whatIsLeftBesideOneThatIsClearWasChangedMeanwhile() {
        has(900, line(1, 2, "10.00"));
        has(901, line(1, 7, "35.00"));

        match(order("1", line(1, 8, "40.00")), order("2", line(1, 2, "10.00")));

        assertThat(found("2")).containsExactly(900L);
        assertThat(found("1")).containsExactly(901L);
    }

    @Test
    void severalThatNobodyCanTellApartAreAllShown() {
        has(900, line(1, 2, "10.00"));
        has(901, line(1, 7, "35.00"));

        match(order("1", line(1, 8, "40.00")));

        assertThat(found("1")).containsExactly(900L, 901L);
    }

    @Test
    void whatBearsTheIdOfAnotherRecordIsThatOnes() {
        has(900, line(1, 2, "10.00"));
        Candidate others = candidate(Kind.SELL_ORDERS, 900, "", null, AT_NINE);
        fitting.put(new RemoteId("7"), List.of(others));

        match(order("1", line(1, 2, "10.00")));

        assertThat(found("1")).isEmpty();
    }

    @Test
    void whatGoesToOptiplyComesBeforeWhatWaits() {
        save(candidate(Kind.PRODUCTS, 900, "S-1", null, Attributes.parse("{\"skuCode\":\"S-1\"}")));
        Decision waits = Decision.Park.of(Subject.of("1", "S-1"), ParkReason.STOCK_MISSING, "no array");
        Decision goes = Send.of(Subject.of("2", "S-1"), Attributes.parse("{\"skuCode\":\"S-1\"}"), List.of());

        new NaturalMatches(run(Kind.PRODUCTS), store, known).match(List.of(waits, goes), fitting);

        assertThat(found("2")).containsExactly(900L);
        assertThat(found("1")).isEmpty();
    }

    @Test
    void whatWasSentSaysTheKeyOfARecordThatIsNotSentNow() {
        save(candidate(Kind.PRODUCTS, 900, "S-old", null, Attributes.parse("{\"skuCode\":\"S-old\"}")));
        Subject renamed = Subject.of("1", "S-new");
        known.put(renamed.remoteId(), SampleLinks.link(null, "{\"skuCode\":\"S-old\"}", Standing.FILTER, "inactive"));

        new NaturalMatches(run(Kind.PRODUCTS), store, known)
                .match(List.of(new Decision.Filter(renamed, FilterReason.INACTIVE, WhenSent.LEFT)), fitting);

        assertThat(found("1")).containsExactly(900L);
    }

    @Test
    void linesOfOneProductInOneOrderArePairedOffAndWhatIsLeftWasChanged() {
        Kind lines = Kind.BUY_ORDER_LINES;
        Attributes three = Attributes.parse("{\"buyOrderId\":5,\"productId\":1,\"quantity\":3,\"subtotalValue\":3.00}");
        Attributes four = Attributes.parse("{\"buyOrderId\":5,\"productId\":1,\"quantity\":4,\"subtotalValue\":4.00}");
        Attributes nine = Attributes.parse("{\"buyOrderId\":5,\"productId\":1,\"quantity\":9,\"subtotalValue\":9.00}");
        save(candidate(lines, 900, key(lines, three), null, three));
        save(candidate(lines, 901, key(lines, four), null, four));

        new NaturalMatches(run(lines), store, known)
                .match(
                        List.of(
                                Send.of(Subject.of("1", "S-1"), nine, List.of()),
                                Send.of(Subject.of("2", "S-1"), three, List.of())),
                        fitting);

        assertThat(found("2")).containsExactly(900L);
        assertThat(found("1")).containsExactly(901L);
    }

    private void match(Decision... orders) {
        new NaturalMatches(run(Kind.SELL_ORDERS), store, known).match(List.of(orders), fitting);
    }

    private List<Long> found(String id) {
        return fitting.getOrDefault(new RemoteId(id), List.of()).stream()
                .map(candidate -> candidate.optiplyId().value())
                .toList();
    }

    private static Run run(Kind kind) {
        return new Run(SampleLinks.NOW, kind.resource(), List.of(kind), Acme.withoutCoupling(), Instant.EPOCH);
    }

    /** Optiply has a sell order of that moment, with such lines. */
    private void has(long id, Attributes... lines) {
        save(candidate(Kind.SELL_ORDERS, id, key(Kind.SELL_ORDERS, AT_NINE), null, AT_NINE));
        for (int i = 0; i < lines.length; i++) {
            save(candidate(Kind.SELL_ORDER_LINES, 10 * id + i, "", new OptiplyId(id), lines[i]));
        }
    }

    private static String key(Kind kind, Attributes attributes) {
        return kind.naturalKey(attributes).orElseThrow().value();
    }

    private static Send order(String id, Attributes... lines) {
        List<Send> sent = Arrays.stream(lines)
                .map(line -> Send.of(Subject.of(id + "_1", "line"), line, List.of()))
                .toList();
        return Send.of(Subject.of(id, "order " + id), AT_NINE, List.of()).withLines(sent);
    }

    private static Attributes line(long product, long quantity, String subtotal) {
        return Attributes.parse(
                "{\"productId\":" + product + ",\"quantity\":" + quantity + ",\"subtotalValue\":" + subtotal + "}");
    }

    private static Candidate candidate(
            Kind kind, long id, String key, @Nullable OptiplyId parent, Attributes attributes) {
        return new Candidate(
                Acme.NAME, kind, new OptiplyId(id), null, null, key, parent, attributes.json(), Author.PERSON);
    }

    private void save(Candidate candidate) {
        store.saveDurably(tx -> tx.candidates().save(List.of(candidate)));
    }
}
