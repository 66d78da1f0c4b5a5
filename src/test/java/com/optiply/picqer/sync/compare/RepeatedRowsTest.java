package com.optiply.picqer.sync.compare;

import static com.optiply.picqer.sync.SampleLinks.inOptiply;
import static com.optiply.picqer.sync.SampleLinks.notInOptiply;
import static com.optiply.picqer.sync.SampleLinks.unseen;
import static com.optiply.picqer.sync.SampleLinks.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.Subject;
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
import com.optiply.picqer.sync.guard.Guards;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunBook;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list that moves while it is read gives rows twice; each record counts once, and what is absent is told once. */
@OnEveryDatabase
class RepeatedRowsTest {
    private static final String HOSE = "{\"name\":\"Hose\"}";
    private static final String PIPE = "{\"name\":\"Pipe\"}";

    private final Store store;
    private final RunBook book;
    private final Guards guards;
    private final Comparison comparison;

    RepeatedRowsTest(Store store) {
        TestClock clock = new TestClock();
        this.store = store;
        this.book = new RunBook(store, "test", clock);
        this.guards = new Guards(store, clock);
        this.comparison = new Comparison(store, new Adoption(store, clock), clock);
    }

    @BeforeEach
    void threeProductsAreInOptiply() {
        save(
                inOptiply(Kind.PRODUCTS, "1", 1001, HOSE),
                inOptiply(Kind.PRODUCTS, "2", 1002, HOSE),
                inOptiply(Kind.PRODUCTS, "3", 1003, HOSE));
    }

    @Test
    void aRowOfAnEarlierPageOfTheSameListIsPassedOver() {
        Run run = begin(Kind.PRODUCTS);
        comparison.compare(run, Leg.ACTIVE, List.of(product("1", HOSE), product("2", HOSE)));

        assertThat(comparison.compare(run, Leg.ACTIVE, List.of(product("2", PIPE), product("3", HOSE))))
                .isEmpty();

        assertThat(run.tally().counts().read()).isEqualTo(3);
        assertThat(run.tally().counts().repeated()).isEqualTo(1);
        assertThat(run.tally().counts().unchanged()).isEqualTo(3);
    }

    @Test
    void aRowThatStandsTwiceOnAPageCountsOnceAsItStoodFirst() {
        Run run = begin(Kind.PRODUCTS);

        List<Write> writes = comparison.compare(run, Leg.ACTIVE, List.of(product("1", PIPE), product("1", HOSE)));

        assertThat(writes).extracting(write -> write.changes().json()).containsExactly(PIPE);
        assertThat(run.tally().counts().read()).isEqualTo(1);
        assertThat(run.tally().counts().repeated()).isEqualTo(1);
    }

    @Test
    void aRowOfTheOtherListIsDecidedAnew() {
        Run run = begin(Kind.PRODUCTS);
        comparison.compare(run, Leg.ACTIVE, List.of(product("1", HOSE)));

        assertThat(comparison.compare(run, Leg.INACTIVE, List.of(product("1", PIPE))))
                .hasSize(1);
    }

    @Test
    void aPartThatIsOnThePageNoMoreIsRemovedAndOneThatWaitedWaitsNoMore() {
        Kind parts = Kind.PRODUCT_COMPOSITIONS;
        save(
                within("9", inOptiply(parts, "9_1", 2001, HOSE)),
                within("9", inOptiply(parts, "9_2", 2002, HOSE)),
                within("9", notInOptiply(parts, "9_3", Standing.PARK, "waits_for_product")),
                within("9", notInOptiply(parts, "9_4", Standing.FILTER, "part_not_in_optiply")),
                within("8", inOptiply(parts, "8_1", 2003, HOSE)));
        Run run = begin(parts);
        Family family = new Family(Set.of(new RemoteId("9")), Filter::removed);

        comparison.compare(run, Leg.ACTIVE, List.of(product("9_1", HOSE)), family);
        guards.held(run);
        List<Write> judged = guards.writes(run, guards.page(run, null));

        assertThat(judged).extracting(write -> write.remoteId().value()).containsExactly("9_2");
        assertThat(run.tally().counts().read()).isEqualTo(3);
        assertThat(run.tally().counts().filtered()).isEqualTo(Map.of("removed", 1L));
    }

    @Test
    void aPairThatOptiplysUsersMadeIsNotPicqersToTakeAway() {
        Kind pairs = Kind.SUPPLIER_PRODUCTS;
        Link users = inOptiply(pairs, "9_1", 2001, HOSE).standing(Standing.FILTER, "not_from_picqer");
        save(unseen(within("9", users)));
        Run run = begin(pairs);

        comparison.compare(run, Leg.ACTIVE, List.of(), new Family(Set.of(new RemoteId("9")), Filter::removed));

        assertThat(run.tally().counts().read()).isZero();
    }

    private Run begin(Kind kind) {
        Run run = book.begin(Acme.settings(), kind.resource(), List.of(kind));
        guards.begin(run);
        return run;
    }

    private static Decision product(String id, String attributes) {
        return Send.of(Subject.of(id, "L-" + id), Attributes.parse(attributes), List.of());
    }

    private void save(Link... links) {
        store.saveDurably(tx -> tx.links().save(List.of(links)));
    }
}
