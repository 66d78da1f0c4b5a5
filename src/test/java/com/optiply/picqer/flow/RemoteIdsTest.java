package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.door.DoorSamples;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import org.junit.jupiter.api.Test;

/** Whether a record that is created bears its id in Picqer: only where there is a coupling that it can belong to. */
class RemoteIdsTest {
    private static final int PRODUCTS = 3;

    @Test
    void aRecordThatIsCreatedBearsItsIdAsTextWhereThereIsACoupling() {
        try (SyncWorld world = SyncSetup.plain(PRODUCTS).start()) {
            world.run();

            assertThat(world.writes("POST")).hasSize(PRODUCTS).allSatisfy(create -> assertThat(remoteId(create))
                    .matches("\"10000\\d\""));
        }
    }

    @Test
    void aRecordThatIsCreatedBearsNoneWithoutACoupling() {
        try (SyncWorld world = SyncSetup.plain(PRODUCTS).withoutCoupling().start()) {
            world.run();

            assertThat(world.writes("POST")).hasSize(PRODUCTS).allSatisfy(create -> assertThat(remoteId(create))
                    .isEmpty());
        }
    }

    @Test
    void aChangeTellsItNoSecondTime() {
        try (SyncWorld world = SyncSetup.plain(PRODUCTS).start()) {
            world.run();
            world.setStock(100_001, 4711);
            world.run();

            assertThat(world.writes("PATCH")).singleElement().satisfies(patch -> assertThat(remoteId(patch))
                    .isEmpty());
        }
    }

    /** As it stands in the body; empty where it does not. */
    private static String remoteId(LoggedRequest write) {
        return DoorSamples.read(write.body())
                .path("data")
                .path("attributes")
                .path("remoteId")
                .toString();
    }
}
