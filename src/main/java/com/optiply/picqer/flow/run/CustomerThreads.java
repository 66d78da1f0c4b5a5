package com.optiply.picqer.flow.run;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.sync.run.Flow;
import java.util.List;
import java.util.Map;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Every customer's own threads: some for its runs, some for its writes. Ten customers whose accounts hang stop nobody
 * else, because no thread is shared. Idle threads end after a while.
 */
public final class CustomerThreads implements AutoCloseable {
    /** As many as there are flows: a run that waits for its turn must not keep another from its thread. */
    private static final int RUNS_AT_ONCE = Flow.values().length;

    private static final long IDLE_SECONDS = 30;

    private final Customers customers;
    private final Map<CustomerName, ThreadPoolExecutor> runs = new ConcurrentHashMap<>();
    private final Map<CustomerName, ThreadPoolExecutor> writers = new ConcurrentHashMap<>();

    public CustomerThreads(Customers customers) {
        this.customers = customers;
    }

    /** For the runs of that customer. */
    public ExecutorService runs(String customer) {
        CustomerName name = customers.named(customer).name();
        return runs.computeIfAbsent(name, one -> pool(one, "run", RUNS_AT_ONCE));
    }

    /** Whether the calling thread is one of that customer's. */
    boolean isOf(String customer) {
        return Thread.currentThread() instanceof CustomerThread thread
                && thread.customer.value().equals(customer);
    }

    /**
     * For writes: each task goes to the threads of the customer on whose thread it was handed in, as many as that
     * customer's setting {@code optiply.parallelism} says.
     */
    public ExecutorService writers() {
        return new WritersOfCaller();
    }

    @Override
    public void close() {
        runs.values().forEach(ExecutorService::shutdownNow);
        writers.values().forEach(ExecutorService::shutdownNow);
    }

    private ThreadPoolExecutor writers(CustomerName customer) {
        int parallelism = customers.named(customer.value()).optiply().parallelism();
        return writers.computeIfAbsent(customer, one -> pool(one, "write", parallelism));
    }

    private static ThreadPoolExecutor pool(CustomerName customer, String purpose, int threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new CustomerThreadFactory(customer, purpose));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** A thread that knows whose it is. */
    private static final class CustomerThread extends Thread {
        private final CustomerName customer;

        CustomerThread(Runnable task, String name, CustomerName customer) {
            super(task, name);
            this.customer = customer;
            setDaemon(true);
        }
    }

    private record CustomerThreadFactory(CustomerName customer, String purpose, AtomicInteger made)
            implements ThreadFactory {
        CustomerThreadFactory(CustomerName customer, String purpose) {
            this(customer, purpose, new AtomicInteger());
        }

        @Override
        public Thread newThread(Runnable task) {
            return new CustomerThread(task, customer + "-" + purpose + "-" + made.incrementAndGet(), customer);
        }
    }

    private final class WritersOfCaller extends AbstractExecutorService {
        @Override
        public void execute(Runnable task) {
            if (!(Thread.currentThread() instanceof CustomerThread caller)) {
                throw new IllegalStateException(
                        "writes are sent from a customer's own thread only: the route lacks" + " the step `handOver`");
            }
            writers(caller.customer).execute(task);
        }

        @Override
        public void shutdown() {
            // The threads end with the process's own CustomerThreads, not with a route that used them.
        }

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return false;
        }
    }
}
