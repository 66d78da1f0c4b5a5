package com.optiply.picqer.flow;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** One purchase order of two lines that is in step, for tests about what befalls it and its deliveries. */
abstract class PurchaseOrderInStep {
    final SyncWorld world = SyncSetup.plain(6).impatient().withoutSyncedDate().start();
    final Purchases purchases = new Purchases(world);
    long order;

    @BeforeEach
    void begin() {
        order = purchases.order(purchases.line(0, 10, 4.5), purchases.line(1, 5, 2));
        purchases.inStep();
    }

    @AfterEach
    void end() {
        world.close();
    }
}
