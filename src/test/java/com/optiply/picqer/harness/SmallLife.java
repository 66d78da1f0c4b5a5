package com.optiply.picqer.harness;

import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.sync.run.Flow;
import java.util.List;
import java.util.function.Consumer;

/** What a small shop goes through while one thing goes wrong, and how one clean run of its flows puts that right. */
interface SmallLife {
    /** Which way the records go. */
    enum Way {
        /** The shop is loaded, changed and brought in step. */
        FROM_PICQER,
        /**
         * It is in step; then an order is placed in Optiply and goes to Picqer, records are edited and deleted there
         * and come back, and a list of preferred suppliers is applied.
         */
        FROM_OPTIPLY;

        SmallLife begin(SyncWorld world) {
            return switch (this) {
                case FROM_PICQER -> new LifeFromPicqer(world);
                case FROM_OPTIPLY -> new LifeFromOptiply(world);
            };
        }
    }

    /** One writer, so that the same call is the same each time. */
    static SyncSetup setup() {
        return SyncSetup.plain(SmallShop.PRODUCTS).withoutSyncedDate().choosing(customer -> customer.getOptiply()
                .setParallelism("1"));
    }

    /** All that people do, and the runs between: they may break off. */
    void live(Consumer<Flow[]> runs);

    /** The one clean run. */
    void heal();

    /** What is not as it should be after that. */
    List<String> differences();

    /** Runs all that this is about once more; nothing is left to write. */
    void runAgain();
}
