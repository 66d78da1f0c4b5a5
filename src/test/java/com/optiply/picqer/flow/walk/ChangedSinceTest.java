package com.optiply.picqer.flow.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.door.Query;
import org.junit.jupiter.api.Test;

class ChangedSinceTest {

    @Test
    void readsFromThreeHoursBeforeWherePicqersClockStood() {
        assertThat(ChangedSince.since("2025-10-08 01:30:00"))
                .isEqualTo(Query.of("updated_after", "2025-10-07 22:30:00"));
    }

    @Test
    void readsEverythingWhereNothingWasReadBefore() {
        assertThat(ChangedSince.since(null)).isEqualTo(Query.NONE);
    }
}
