package com.optiply.picqer.sync.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.CustomerSettings.WriteScope;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.PicqerShop;
import com.optiply.picqer.sync.ProductSync;
import com.optiply.picqer.sync.run.RunReport;
import com.optiply.picqer.sync.run.Tally;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Beside an old integration everything is compared and reported, and nothing is written or believed written. */
@OnEveryDatabase
class WritesOffTest {
    private final ProductSync sync;

    WritesOffTest(Store store) {
        sync = new ProductSync(store, Acme.writing(WriteScope.OFF), PicqerShop.with(4));
    }

    @Test
    void nothingIsSentAndAllIsCounted() {
        RunReport report = sync.run();

        assertThat(sync.optiply.sent()).isEmpty();
        assertThat(report.counts().withheld()).isEqualTo(new Tally.Written(4, 0, 0));
        assertThat(report.counts().filtered()).isEqualTo(Map.of("writes_off", 4L));
        assertThat(sync.openIntents()).isZero();
    }

    @Test
    void theNextRunReportsTheSame() {
        sync.run();

        assertThat(sync.run().counts().withheld()).isEqualTo(new Tally.Written(4, 0, 0));
    }

    @Test
    void whatOptiplyHasAlreadyIsComparedWithoutBeingTouched() {
        sync.optiply.has(new RemoteId("1"), "{\"skuCode\":\"S-1\",\"name\":\"Old\"}");

        RunReport report = sync.run();

        assertThat(report.counts().withheld()).isEqualTo(new Tally.Written(3, 1, 0));
        assertThat(report.counts().adopted()).isEqualTo(1);
        assertThat(sync.optiply.sent()).isEmpty();
    }

    @Test
    void everythingIsWrittenOnceWritesAreOn() {
        sync.run();
        sync.customer(Acme.settings());

        assertThat(sync.run().counts().written().create()).isEqualTo(4);
        assertThat(sync.optiply.size()).isEqualTo(4);
    }

    @Test
    void aChangeInBetweenIsNotForgotten() {
        sync.customer(Acme.settings());
        sync.run();
        sync.customer(Acme.writing(WriteScope.OFF));
        sync.shop.stock(1, 20);
        sync.run();
        sync.customer(Acme.settings());

        sync.run();

        assertThat(sync.optiply.bySku(1).path("stockLevel").asInt()).isEqualTo(20);
    }

    @Test
    void theGuardsAreNotAskedAboutWhatIsNotWritten() {
        sync.customer(Acme.settings());
        sync.run();
        sync.customer(Acme.writing(WriteScope.OFF));
        LongStream.rangeClosed(1, 4).forEach(id -> sync.shop.active(id, false));

        RunReport report = sync.run();

        assertThat(report.counts().parked()).isEmpty();
        assertThat(report.counts().withheld()).isEqualTo(new Tally.Written(0, 4, 0));
    }
}
