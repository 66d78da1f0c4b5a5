package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.Occurrences;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.sync.identity.ShopIdentity;
import com.optiply.picqer.sync.run.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shop of so few products that each one on which Picqer fails leaves too few to conclude anything of. */
class SmallShopInDoubtTest {
    private static final String PRODUCT = "/picqer/acme/api/v1/products/\\d+";

    private final SyncWorld world = SyncSetup.plain(3).impatient().start();

    @BeforeEach
    void begin() {
        world.run(Flow.SUPPLIERS, Flow.PRODUCTS);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void concludesNothingOfOneThatIsGoneWherePicqerFailsOnTheOthers() {
        oneIsGone();
        failing();

        world.run(Flow.SUPPLIERS);

        assertThat(isInDoubt()).isFalse();
    }

    @Test
    void goesOnWherePicqerFailsOnAll() {
        failing();

        world.run(Flow.SUPPLIERS);
    }

    @Test
    void staysInDoubtUntilEnoughIsKnown() {
        world.faults().add(Fault.status(404).on("GET", PRODUCT));
        requireHeld();
        world.faults().clear();
        failing();
        requireHeld();
        world.faults().clear();
        oneIsGone();
        failing();
        requireHeld();
        world.faults().clear();

        world.run(Flow.SUPPLIERS);

        assertThat(isInDoubt()).isFalse();
    }

    private void oneIsGone() {
        world.faults().add(Fault.status(404).on("GET", PRODUCT).occurring(Occurrences.nth(1)));
    }

    private void failing() {
        world.faults().add(Fault.status(500).on("GET", PRODUCT));
    }

    private void requireHeld() {
        assertThat(world.tryRun(Flow.SUPPLIERS))
                .allSatisfy(result -> assertThat(result.report().outcome()).isEqualTo(Outcome.FAILED));
        assertThat(isInDoubt()).isTrue();
    }

    private boolean isInDoubt() {
        return world.engine()
                .store()
                .read(tx -> ShopIdentity.inDoubt(tx, SyncSetup.ACME))
                .isPresent();
    }
}
