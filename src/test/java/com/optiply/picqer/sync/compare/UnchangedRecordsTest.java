package com.optiply.picqer.sync.compare;

import static com.optiply.picqer.sync.SampleLinks.inOptiply;
import static com.optiply.picqer.sync.SampleLinks.notInOptiply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Adjustment.Rule;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.WhenSent;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.TestClock;
import com.optiply.picqer.sync.run.LeaseLostException;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunBook;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A record that needs no write is noted as seen, and whatever else is new about it is kept. */
@OnEveryDatabase
class UnchangedRecordsTest {
    private static final String HOSE = "{\"name\":\"Hose\"}";

    private final Store store;
    private final RunBook book;
    private final Comparison comparison;

    UnchangedRecordsTest(Store store) {
        TestClock clock = new TestClock();
        this.store = store;
        this.book = new RunBook(store, "test", clock);
        this.comparison = new Comparison(store, new Adoption(store, clock), clock);
    }

    @Test
    void isSeenByTheRunThatReadIt() {
        save(inOptiply(Kind.PRODUCTS, "1", 1001, HOSE));

        Run run = compare(send("L-1"));

        assertThat(link().sighting().run()).isEqualTo(run.id());
        assertThat(link().label()).isEqualTo("L-1");
    }

    @Test
    void isFoundByItsNewName() {
        save(inOptiply(Kind.PRODUCTS, "1", 1001, HOSE));

        compare(send("L-2"));

        assertThat(link().label()).isEqualTo("L-2");
    }

    @Test
    void isListedWithWhatWasChangedOnTheWayAndCountsByItsRule() {
        save(inOptiply(Kind.PRODUCTS, "1", 1001, HOSE));

        Run run = compare(send("L-1", new Adjustment(Rule.NAME_CLEANED, " Hose", "Hose")));

        assertThat(link().adjustments()).isEqualTo("[[\"name_cleaned\",\" Hose\",\"Hose\"]]");
        assertThat(run.tally().counts().adjusted()).isEqualTo(Map.of("name_cleaned", 1L));
        assertThat(run.tally().counts().unchanged()).isEqualTo(1);

        compare(send("L-1"));
        assertThat(link().adjustments()).isNull();
    }

    @Test
    void isKeptOutForTheReasonOfToday() {
        save(notInOptiply(Kind.PRODUCTS, "1", Standing.FILTER, "inactive"));

        compare(new Decision.Filter(Subject.of("1", "L-1"), FilterReason.ASSEMBLED, WhenSent.LEFT));

        assertThat(link().reason()).isEqualTo("assembled");
    }

    /** It was suspended with links in hand, and wakes when another run has sent what they do not know of. */
    @Test
    void isNotWrittenOverByARunThatWasCalledInterrupted() {
        save(inOptiply(Kind.PRODUCTS, "1", 1001, HOSE));
        Run old = begin();
        begin();

        assertThatThrownBy(() -> comparison.compareAbsent(
                        old,
                        List.of(new Decision.Filter(Subject.of("1", "L-1"), FilterReason.ASSEMBLED, WhenSent.LEFT)),
                        Map.of()))
                .isInstanceOf(LeaseLostException.class);

        assertThat(link().optiplyId()).isNotNull();
    }

    private Run begin() {
        return book.begin(Acme.settings(), "products", List.of(Kind.PRODUCTS));
    }

    private Run compare(Decision decision) {
        Run run = begin();
        assertThat(comparison.compare(run, Leg.ACTIVE, List.of(decision))).isEmpty();
        return run;
    }

    private static Decision send(String label, Adjustment... adjustments) {
        return Send.of(Subject.of("1", label), Attributes.parse(HOSE), List.of(adjustments));
    }

    private void save(Link link) {
        store.saveDurably(tx -> tx.links().save(List.of(link)));
    }

    private Link link() {
        RemoteId one = new RemoteId("1");
        return store.read(tx -> tx.links().find(Acme.NAME, Kind.PRODUCTS, List.of(one)))
                .get(one);
    }
}
