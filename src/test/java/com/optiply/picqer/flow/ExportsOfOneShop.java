package com.optiply.picqer.flow;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Tests that place orders in one shop whose export has begun. What goes wrong in one of them is mended after it. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ExportsOfOneShop {
    static final String CREATE = "/picqer/acme/api/v1/purchaseorders";
    static final String MARK = CREATE + "/\\d+/mark-as-purchased";
    /** Picqer must be through with everything by then, and nothing is left alone any more. */
    static final Duration LATER = Duration.ofMinutes(3);

    final SyncWorld world = SyncSetup.plain(4).impatient().withoutSyncedDate().start();
    final Placements placements = new Placements(world);

    @BeforeAll
    void begin() {
        placements.goLive();
    }

    @AfterAll
    void end() {
        world.close();
    }

    @AfterEach
    void repair() {
        world.faults().clear();
    }
}
