package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.sandbox.server.SimulatedRequest;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import com.optiply.picqer.sync.run.Tally.Counts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Optiply says that an order has more lines than it lists, however often it is asked. That is this one order's affair:
 * half of its lines would be created twice, or ordered as if they were all.
 */
class UnlistedLinesTest {
    private static final String LINES = Kind.BUY_ORDER_LINES.resource();
    private static final String OF_ORDER = "filter[buyOrderId]";
    private static final Duration LATER = Duration.ofDays(2);

    private final SyncWorld world = SyncSetup.plain(4).impatient().start();
    private final Placements placements = new Placements(world);
    private final Purchases purchases = placements.purchases();

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void theLinesOfThatOrderWaitAndNoOther() {
        placements.goLive();
        purchases.order(purchases.line(0, 3, 2), purchases.line(1, 2, 2));
        purchases.order(purchases.line(1, 5, 2), purchases.line(2, 4, 2));
        halveLinesOf(theFirstThatIsAskedFor());

        Counts imported = ofLines(world.run(Flow.BUY_ORDERS).get(0));

        assertThat(imported.parked()).containsExactly(Map.entry("lines_not_listed", 2L));
        assertThat(imported.written().create()).isEqualTo(2);
        world.distort((request, whole) -> whole);
        world.goOn(LATER);
        assertThat(ofLines(world.run(Flow.BUY_ORDERS).get(0)).parked()).isEmpty();
        assertThat(world.account().count(LINES)).isEqualTo(4);
        assertThat(world.differences()).isEmpty();
    }

    /** Optiply is asked for such a line alone too, and counts it without showing it. */
    @Test
    void noComparisonTakesThemForDeleted() {
        placements.goLive();
        purchases.order(purchases.line(0, 3, 2), purchases.line(1, 2, 2));
        halveLinesOf(theFirstThatIsAskedFor());
        world.run(Flow.BUY_ORDERS);

        assertThat(world.tryRun(Flow.COMPARISON)).hasSize(1);

        world.distort((request, whole) -> whole);
        world.goOn(LATER);
        world.run(Flow.BUY_ORDERS);
        assertThat(world.account().count(LINES)).isEqualTo(2);
        assertThat(world.run(Flow.COMPARISON).get(0).counts().parked()).isEmpty();
        assertThat(world.differences()).isEmpty();
    }

    /** When it is listed among the open ones, and when it is read once more right before it is created. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void thatOrderIsNotOrderedByHalfAndTheOthersAre(int reading) {
        placements.goLive();
        long order = placements.place(placements.line(0, 3, "6.00"), placements.line(1, 2, "4.00"));
        long fine = placements.place(placements.line(1, 5, "10.00"), placements.line(2, 1, "2.00"));
        halveLinesOf(fromThatReadingOn(order, reading));

        RunReport exported = placements.export();

        assertThat(placements.parkedFor(order)).isEqualTo("lines_not_listed");
        assertThat(exported.counts().failed()).isZero();
        assertThat(placements.marked(order)).isEmpty();
        placements.requireOrderedOnce(fine);
        world.distort((request, whole) -> whole);
        world.goOn(LATER);
        placements.export();
        placements.requireOrderedOnce(order);
    }

    private static Counts ofLines(RunReport report) {
        return Objects.requireNonNull(report.besides().get(LINES));
    }

    private void halveLinesOf(Predicate<SimulatedRequest> isStruck) {
        HalfLists halved = new HalfLists(LINES, true);
        world.distort((request, whole) ->
                request.query().containsKey(OF_ORDER) && isStruck.test(request) ? halved.apply(request, whole) : whole);
    }

    private static Predicate<SimulatedRequest> theFirstThatIsAskedFor() {
        AtomicReference<List<String>> first = new AtomicReference<>();
        return request -> {
            List<String> asked = List.copyOf(request.query().get(OF_ORDER));
            return first.compareAndSet(null, asked) || asked.equals(first.get());
        };
    }

    private static Predicate<SimulatedRequest> fromThatReadingOn(long order, int reading) {
        AtomicInteger readings = new AtomicInteger();
        return request -> request.query().get(OF_ORDER).equals(List.of(Long.toString(order)))
                && readings.incrementAndGet() >= reading;
    }
}
