package com.optiply.picqer.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.door.DoorTime;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sync.run.Flow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A first load whose products fail waits with the rest of it, and tries them again by itself. */
class CatchUpTest {
    private static final List<Flow> LOAD = List.of(Flow.SUPPLIERS, Flow.PRODUCTS, Flow.SELL_ORDERS);

    private final SyncWorld world = SyncSetup.plain(2).start();

    @BeforeEach
    void begin() {
        world.faults().add(Fault.status(404).on("GET", "/picqer/acme/api/v1/products"));
        world.engine().leases().acquire(SyncSetup.ACME);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void triesProductsAgainEveryTenMinutesAndThenGoesOn() {
        Looks looks = new Looks(world, Duration.ofMinutes(15));

        catchUp(looks, Integer.MAX_VALUE);

        assertThat(looks.waited).isEqualTo(Duration.ofMinutes(20));
        assertThat(begun()).containsExactly("suppliers", "products", "products", "products", "sell-orders");
    }

    @Test
    void beginsNothingMoreWhenItsServiceStops() {
        Looks looks = new Looks(world, Duration.ofDays(1));

        catchUp(looks, 5);

        assertThat(begun()).containsExactly("suppliers", "products");
    }

    private void catchUp(Looks looks, int looksUntilItStops) {
        CatchUp load =
                new CatchUp(world.engine(), world.engine().customers().all().get(0), looks);
        load.claim(LOAD);
        load.run(() -> looks.waited.toSeconds() < looksUntilItStops);
    }

    private List<String> begun() {
        return world.events().begun();
    }

    /** Time that passes at once; after some of it Picqer is well again. */
    private static final class Looks implements DoorTime {
        private final SyncWorld world;
        private final Duration untilWell;
        private Duration waited = Duration.ZERO;

        Looks(SyncWorld world, Duration untilWell) {
            this.world = world;
            this.untilWell = untilWell;
        }

        @Override
        public void pause(Duration duration) {
            waited = waited.plus(duration);
            if (waited.equals(untilWell)) {
                world.faults().clear();
            }
        }

        @Override
        public long nanos() {
            return waited.toNanos();
        }

        @Override
        public Instant now() {
            return Instant.EPOCH.plus(waited);
        }
    }
}
