package com.optiply.picqer.flow.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.flow.begin.RunSteps;
import com.optiply.picqer.flow.run.Turns.Turn;
import com.optiply.picqer.harness.Eventually;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.sync.run.Flow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two writers of one record never meet. */
@Timeout(60)
class TurnsTest {
    private static final CustomerName ACME = new CustomerName("acme");
    private static final CustomerName BETA = new CustomerName("beta");

    private final Turns turns = new Turns();

    @Test
    void passesOverAFlowWhoseOwnRunIsUnderWay() {
        Turn turn = turn(ACME, Flow.PRODUCTS);
        turn.await();

        assertThat(turns.claim(ACME, Flow.PRODUCTS)).isEmpty();
        turn.close();
        assertThat(turns.claim(ACME, Flow.PRODUCTS)).isPresent();
    }

    @Test
    void passesOverAFlowWhoseOwnRunWaits() {
        turn(ACME, Flow.SUPPLIERS).await();
        turn(ACME, Flow.SUPPLIER_NAMES);

        assertThat(turns.claim(ACME, Flow.SUPPLIER_NAMES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SUPPLIERS, SUPPLIER_NAMES",
        "COMPOSITIONS, COMPOSITIONS_IN_FULL",
        "SELL_ORDERS, CHANGED_SELL_ORDERS",
        "CHANGED_SELL_ORDERS, SELL_ORDERS",
        "BUY_ORDERS, ITEM_DELIVERIES",
        "ITEM_DELIVERIES, BUY_ORDERS"
    })
    void letsAFlowWaitForTheOtherThatWritesTheSame(Flow first, Flow second) throws Exception {
        requireWaits(turn(ACME, first), turn(ACME, second));
    }

    /** Both note what Optiply lists; neither is passed over for the other. */
    @Test
    void letsTheComparisonAndALookWaitForEachOther() throws Exception {
        Turn look = turns.claim(ACME, Flow.COMPARISON, RunSteps.LOOK).orElseThrow();
        requireWaits(turn(ACME, Flow.COMPARISON), look);

        turn(BETA, Flow.COMPARISON).await();
        assertThat(turns.claim(ACME, Flow.COMPARISON, RunSteps.LOOK)).isEmpty();
    }

    private void requireWaits(Turn underWay, Turn next) throws Exception {
        underWay.await();
        FutureTask<Boolean> waiting = new FutureTask<>(next::await, true);
        Thread thread = started(waiting);

        untilWaiting(thread);
        assertThat(waiting).isNotDone();
        underWay.close();
        assertThat(waiting.get()).isTrue();
    }

    @Test
    void letsFlowsOfOtherKindsAndCustomersRunAtOnce() {
        turn(ACME, Flow.SELL_ORDERS).await();

        turn(ACME, Flow.PRODUCTS).await();
        turn(BETA, Flow.SELL_ORDERS).await();
    }

    @Test
    void givesNothingBackTwice() {
        Turn first = turn(ACME, Flow.PRODUCTS);
        first.await();
        first.close();
        Turn second = turn(ACME, Flow.PRODUCTS);
        second.await();

        first.close();
        assertThat(turns.claim(ACME, Flow.PRODUCTS)).isEmpty();
    }

    @Test
    void aRunThatIsStoppedWhileItWaitsGivesBackWhatItHas() throws Exception {
        Turn deliveries = turn(ACME, Flow.ITEM_DELIVERIES);
        deliveries.await();
        Turn orders = turn(ACME, Flow.BUY_ORDERS);
        FutureTask<Boolean> waiting = new FutureTask<>(() -> stopped(orders));
        Thread thread = started(waiting);
        untilWaiting(thread);

        thread.interrupt();
        assertThat(waiting.get()).isTrue();
        turn(ACME, Flow.BUY_ORDERS);
    }

    private static boolean stopped(Turn turn) {
        try (turn) {
            assertThatThrownBy(turn::await).isInstanceOf(RunStoppedException.class);
            return Thread.interrupted();
        }
    }

    /** Every flow on threads of its own, over and over, in an order that a seed makes. */
    @Test
    void neverLetsTwoWriteOneKindAndNeverStandsStill() throws Exception {
        Map<Kind, AtomicInteger> writers = new EnumMap<>(Kind.class);
        List.of(Kind.values()).forEach(kind -> writers.put(kind, new AtomicInteger()));
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2 * Flow.values().length);
        try {
            List<Future<Integer>> all = new ArrayList<>();
            for (int seed = 0; seed < 2 * Flow.values().length; seed++) {
                Random random = new Random(seed);
                all.add(threads.submit(() -> {
                    start.await();
                    return runMany(random, writers);
                }));
            }
            start.countDown();
            int runs = 0;
            for (Future<Integer> one : all) {
                runs += one.get(30, TimeUnit.SECONDS);
            }
            assertThat(runs).isGreaterThan(1_000);
        } finally {
            threads.shutdownNow();
        }
    }

    private int runMany(Random random, Map<Kind, AtomicInteger> writers) {
        int runs = 0;
        for (int i = 0; i < 1_000; i++) {
            Flow flow = Flow.values()[random.nextInt(Flow.values().length)];
            runs += turns.claim(ACME, flow)
                    .map(turn -> write(turn, flow, writers))
                    .orElse(0);
        }
        return runs;
    }

    private static int write(Turn turn, Flow flow, Map<Kind, AtomicInteger> writers) {
        try (turn) {
            turn.await();
            List<Kind> kinds = flow.readsPicqer() ? flow.kinds() : List.of();
            kinds.forEach(
                    kind -> assertThat(writers.get(kind).incrementAndGet()).isEqualTo(1));
            Thread.onSpinWait();
            kinds.forEach(kind -> writers.get(kind).decrementAndGet());
            return 1;
        }
    }

    private Turn turn(CustomerName customer, Flow flow) {
        return turns.claim(customer, flow).orElseThrow();
    }

    private static Thread started(Runnable task) {
        Thread thread = new Thread(task, "second");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void untilWaiting(Thread thread) {
        Eventually.isTrue("a thread that waits", () -> thread.getState() == Thread.State.WAITING);
    }
}
