package com.optiply.picqer.sync.guard;

import static com.optiply.picqer.sync.SampleLinks.inOptiply;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.WhenSent;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.Row.FieldProblem;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Hold;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.HoldState;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.TestClock;
import com.optiply.picqer.sync.compare.Adoption;
import com.optiply.picqer.sync.compare.Comparison;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RequestCounts;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunBook;
import com.optiply.picqer.sync.run.Tally;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is to be deleted waits for a person although no list shows it any more, and is accounted for in each run. */
@OnEveryDatabase
class GuardedDeletionsTest {
    private final Store store;
    private final RunBook book;
    private final Guards guards;
    private final Comparison comparison;

    GuardedDeletionsTest(Store store) {
        TestClock clock = new TestClock();
        this.store = store;
        this.book = new RunBook(store, "test", clock);
        this.guards = new Guards(store, clock);
        this.comparison = new Comparison(store, new Adoption(store, clock), clock);
    }

    @Test
    void whatIsHeldIsJudgedByEveryRunAndGoesOnceItIsApproved() {
        Run first = begin();
        gone(first, 3, WhenSent.DELETED);
        assertThat(judge(first)).isEmpty();
        assertThat(end(first).parked()).isEqualTo(Map.of("held", 3L));

        Run second = begin();
        assertThat(judge(second)).isEmpty();
        assertThat(end(second).read()).isEqualTo(3);
        assertThat(second.tally().counts().parked()).isEqualTo(Map.of("held", 3L));
        assertThat(second.tally().counts().repeated()).isZero();

        assertThat(store.<Map<HoldAction, Long>>durably(tx -> tx.approvals().approve(Acme.NAME, second.id())))
                .isEqualTo(Map.of(HoldAction.DELETE, 3L));
        List<Write> writes = judge(begin());
        assertThat(writes).hasSize(3).allMatch(write -> write.action() == Action.DELETE);
        assertThat(writes).allMatch(write -> write.standing() == Standing.FILTER);
    }

    @Test
    void whatIsInUseIsNeverDeletedWithoutAPersonHoweverFewTheyAre() {
        Run run = begin();
        gone(run, 1, WhenSent.DELETED_IF_APPROVED);

        assertThat(judge(run)).isEmpty();
        assertThat(end(run).parked()).isEqualTo(Map.of("held", 1L));
    }

    @Test
    void oneOrTwoThatNothingUsesGoAtOnce() {
        Run run = begin();
        gone(run, 2, WhenSent.DELETED);

        assertThat(judge(run)).extracting(write -> write.remoteId().value()).containsExactly("1", "2");
    }

    @Test
    void whatHasLeftOptiplyMeanwhileNeedsNoDeletionOfItsOwn() {
        Run run = begin();
        gone(run, 2, WhenSent.DELETED);
        store.saveDurably(tx -> tx.links().save(List.of(linked(1).unlinked())));

        assertThat(judge(run)).extracting(write -> write.remoteId().value()).containsExactly("2");
        assertThat(run.tally().counts().filtered()).isEqualTo(Map.of("removed", 1L));
        assertThat(store.<List<RemoteId>>read(
                        tx -> tx.holds().ids(Acme.NAME, Kind.SUPPLIERS, EnumSet.allOf(HoldState.class))))
                .containsExactly(id(2));
    }

    @Test
    void whatWasApprovedStaysSoOverARunThatCannotTellWhatBecameOfTheRecord() {
        approved(2);
        Run blind = begin();
        compared(
                blind,
                Decision.Park.unreadable(subject(1), List.of(new FieldProblem("answer", "an error", "the record"))),
                new Decision.Keep(subject(2)));
        assertThat(judge(blind)).isEmpty();
        end(blind);

        Run next = begin();
        gone(next, 2, WhenSent.DELETED_IF_APPROVED);
        assertThat(judge(next)).hasSize(2).allMatch(write -> write.action() == Action.DELETE);
    }

    @Test
    void whatIsParkedBecauseOfWhatItIsNowIsAskedForAnew() {
        approved(1);
        Run changed = begin();
        compared(changed, Decision.Park.of(subject(1), ParkReason.SUPPLIER_CHANGED, "It has another supplier."));
        assertThat(judge(changed)).isEmpty();
        end(changed);

        Run next = begin();
        gone(next, 1, WhenSent.DELETED_IF_APPROVED);
        assertThat(judge(next)).isEmpty();
        assertThat(end(next).parked()).isEqualTo(Map.of("held", 1L));
    }

    private void approved(int suppliers) {
        Run run = begin();
        gone(run, suppliers, WhenSent.DELETED_IF_APPROVED);
        assertThat(judge(run)).isEmpty();
        end(run);
        assertThat(store.<Map<HoldAction, Long>>durably(tx -> tx.approvals().approve(Acme.NAME, run.id())))
                .isEqualTo(Map.of(HoldAction.DELETE_IN_USE, (long) suppliers));
    }

    private void compared(Run run, Decision... decisions) {
        assertThat(comparison.compare(run, Leg.ACTIVE, List.of(decisions))).isEmpty();
    }

    private static Subject subject(long supplier) {
        return Subject.of(Long.toString(supplier), "Supplier " + supplier);
    }

    private Run begin() {
        Run run = book.begin(Acme.settings(), Flow.SUPPLIERS.code(), List.of(Kind.SUPPLIERS));
        guards.begin(run);
        return run;
    }

    private Tally.Counts end(Run run) {
        return book.complete(run, new RequestCounts(0, 0)).counts();
    }

    /** So many of so many suppliers that are in Optiply have to leave it. */
    private void gone(Run run, int suppliers, WhenSent whenSent) {
        List<Link> links = LongStream.rangeClosed(1, suppliers)
                .mapToObj(GuardedDeletionsTest::linked)
                .toList();
        store.saveDurably(tx -> tx.links().save(links));
        Map<RemoteId, Link> known = new HashMap<>();
        links.forEach(link -> known.put(link.remoteId(), link));
        List<Decision> decisions = links.stream()
                .<Decision>map(link -> new Decision.Filter(
                        Subject.of(link.remoteId().value(), link.label()), FilterReason.REMOVED, whenSent))
                .toList();
        assertThat(comparison.compareAbsent(run, decisions, known)).isEmpty();
    }

    private List<Write> judge(Run run) {
        guards.held(run);
        List<Hold> page = guards.page(run, null);
        return guards.writes(run, page);
    }

    private static RemoteId id(long supplier) {
        return new RemoteId(Long.toString(supplier));
    }

    private static Link linked(long supplier) {
        return inOptiply(Kind.SUPPLIERS, Long.toString(supplier), 1000 + supplier, "{\"name\":\"Supplier\"}");
    }
}
