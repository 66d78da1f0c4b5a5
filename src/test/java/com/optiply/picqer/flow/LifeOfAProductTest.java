package com.optiply.picqer.flow;

import org.junit.jupiter.api.Test;

class LifeOfAProductTest {
    @Test
    void tries() {
        for (int i = 0; i < 4; i++) {
            long t = System.nanoTime();
            try (SyncWorld world = SyncSetup.plain(60).start()) {
                long s = System.nanoTime();
                world.requireInStep(world.run());
                System.out.println(world.compare().verdicts());
                long u = System.nanoTime();
                world.requireIdle();
                System.out.println("start " + (s - t) / 1000000 + " run " + (u - s) / 1000000 + " idle "
                        + (System.nanoTime() - u) / 1000000);
            }
        }
    }
}
