package com.optiply.picqer.store;

import static com.optiply.picqer.store.Samples.ACME;
import static com.optiply.picqer.store.Samples.NOON;
import static com.optiply.picqer.store.Samples.PRODUCTS;
import static com.optiply.picqer.store.Samples.intent;
import static com.optiply.picqer.store.Samples.remoteIds;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Request;
import com.optiply.picqer.store.row.RequestId;
import com.optiply.picqer.store.row.RunId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two stores on one database, as two processes have it, and four threads on each. */
@OnEveryDatabase
@Timeout(60)
class ConcurrencyTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 25;

    private final Store one;
    private final Store two;

    ConcurrencyTest(TestDatabase database) {
        one = database.store();
        two = database.another();
    }

    @Test
    void everyRunGetsANumberOfItsOwn() throws Exception {
        List<RunId> ids = inParallel(
                store -> rounds(round -> store.<RunId>durably(tx -> tx.runs().begin(ACME, "products", "host", NOON))));

        assertThat(ids).hasSize(THREADS * ROUNDS).doesNotHaveDuplicates();
        assertThat(ids).allMatch(id -> id.value() <= THREADS * ROUNDS, "no number is left out");
    }

    @Test
    void oneOfManyGetsTheLease() throws Exception {
        List<Boolean> acquired = inParallel(store -> List.of(store.<Boolean>durably(
                tx -> tx.leases().acquire(ACME, Thread.currentThread().getName(), Duration.ofHours(1)))));

        assertThat(acquired).hasSize(THREADS).containsOnlyOnce(true);
    }

    @Test
    void oneOfManyGetsALeaseThatRanOut() throws Exception {
        one.durably(tx -> tx.leases().acquire(ACME, "dead", Duration.ZERO));

        List<Boolean> acquired = inParallel(store -> List.of(store.<Boolean>durably(
                tx -> tx.leases().acquire(ACME, Thread.currentThread().getName(), Duration.ofHours(1)))));

        assertThat(acquired).containsOnlyOnce(true);
    }

    @Test
    void everyRequestIsTakenOnceAndNoneIsLeft() throws Exception {
        List<RequestId> asked = IntStream.range(0, THREADS * 5)
                .mapToObj(number -> one.durably(tx -> tx.requests().ask(ACME, List.of("products"), NOON)))
                .toList();

        List<RequestId> taken = inParallel(store -> IntStream.range(0, 5)
                .mapToObj(round ->
                        store.<Optional<Request>>durably(tx -> tx.requests().take(ACME)))
                .flatMap(Optional::stream)
                .map(Request::id)
                .toList());

        assertThat(taken).containsExactlyInAnyOrderElementsOf(asked);
    }

    /** As many customers' runs do: each its own records, all in the same tables. */
    @Test
    void manyWritersAndReadersNeverMeetABusyDatabase() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        List<Integer> found = inParallel(store -> {
            int first = runs.getAndIncrement() * 100;
            List<Link> page = IntStream.range(first, first + 100)
                    .mapToObj(Samples::linked)
                    .toList();
            return rounds(round -> {
                store.saveRelaxed(tx -> tx.links().save(page));
                store.saveDurably(tx -> tx.intents().write(List.of(intent(first + round))));
                store.saveRelaxed(tx -> tx.sightings().note(ACME, PRODUCTS, page, new RunId(round), Leg.ACTIVE));
                return store.<Integer>read(tx -> tx.links()
                        .find(ACME, PRODUCTS, remoteIds(first, first + 100))
                        .size());
            });
        });

        assertThat(found).hasSize(THREADS * ROUNDS).containsOnly(100);
    }

    private static <T> List<T> rounds(Function<Integer, T> round) {
        return IntStream.range(0, ROUNDS).boxed().map(round).toList();
    }

    /** All threads begin at the same moment, half of them on each store. */
    private <T> List<T> inParallel(Function<Store, List<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CyclicBarrier start = new CyclicBarrier(THREADS);
        try {
            List<Future<List<T>>> results = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Store store = thread % 2 == 0 ? one : two;
                Callable<List<T>> task = () -> {
                    start.await();
                    return work.apply(store);
                };
                results.add(threads.submit(task));
            }
            List<T> all = new ArrayList<>();
            for (Future<List<T>> result : results) {
                all.addAll(Objects.requireNonNull(result.get(3, TimeUnit.MINUTES)));
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}
