package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.harness.Eventually;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.run.Flow;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;

/** A run that is stopped in the middle, and a trigger that comes while it is under way. */
class InterruptionTest {
    private static final int PRODUCTS = 230;
    private static final long SECONDS_MAX = 60;

    @Test
    void aRunWhoseCamelIsStoppedIsNoCompleteWalkAndLosesNothing() throws Exception {
        try (SyncWorld world = SyncSetup.plain(PRODUCTS).start()) {
            CompletableFuture<Void> stopping = new CompletableFuture<>();
            world.events().onPage(() -> {
                CompletableFuture.runAsync(() -> world.engine().camel().stop())
                        .whenComplete((done, failed) -> stopping.complete(null));
                awaitStop(world);
            });
            RunResult stopped = world.engine().leases().acquire(SyncSetup.ACME)
                    ? world.engine().run(SyncSetup.ACME, Flow.PRODUCTS)
                    : null;
            stopping.get(SECONDS_MAX, TimeUnit.SECONDS);
            world.events().onPage(() -> {});

            assertThat(stopped).isNotNull();
            assertThat(world.account().count("products"))
                    .as("products that got there before the stop")
                    .isLessThan(PRODUCTS);
            assertThat(outcomeOfFirstRun(world)).isNotEqualTo(Outcome.COMPLETE);
            world.restart();
            world.requireInStep(world.run());
            world.requireIdle();
        }
    }

    private static void awaitStop(SyncWorld world) {
        CamelContext camel = world.engine().camel();
        Eventually.isTrue("the stop", () -> camel.isStopping() || camel.isStopped());
    }

    private static Outcome outcomeOfFirstRun(SyncWorld world) {
        return world.engine()
                .store()
                .read(tx -> tx.runs().find(new RunId(1)))
                .orElseThrow()
                .outcome();
    }

    @Test
    void aTriggerIsPassedOverWhileTheRunBeforeIsUnderWay() throws Exception {
        try (SyncWorld world = SyncSetup.plain(10).start()) {
            CountDownLatch underWay = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            world.events().onPage(() -> {
                underWay.countDown();
                await(release);
            });
            CompletableFuture<RunResult> first = CompletableFuture.supplyAsync(world::tryRun);
            await(underWay);

            RunResult second = world.engine().run(SyncSetup.ACME, Flow.PRODUCTS);
            release.countDown();

            assertThat(second.report()).isNull();
            assertThat(second.thrown()).isNull();
            assertThat(world.events().skipped()).isEqualTo(1);
            world.requireInStep(first.get(SECONDS_MAX, TimeUnit.SECONDS).report());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
