package com.optiply.picqer.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.database.StoreException;
import com.optiply.picqer.store.database.StoreSettings;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.Sighting;
import com.optiply.picqer.store.row.Standing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A statement that was begun and came to nothing would hold its connection at that moment of the state. */
class LostReadTest {
    private static final String COUNT =
            "select count(*) from link where customer = ? and kind = ? and optiply_id is not null";
    private static final CustomerName ACME = new CustomerName("acme");
    private static final Kind KIND = Kind.PRODUCTS;

    private String url;

    @BeforeEach
    void watch(@TempDir Path folder) {
        url = "jdbc:sqlite:" + folder.resolve("state.db");
    }

    @AfterEach
    void forget() {
        FaultyDriver.forget(url);
    }

    @Test
    void aReadWhoseAnswerIsLostHoldsNoLaterOneBack() {
        StatementFaults faults = FaultyDriver.of(url);
        try (Store store = Store.open(new StoreSettings(url, null, null))) {
            faults.arm(COUNT, 1, StatementFaults.When.AFTER);
            assertThatThrownBy(() -> store.read(tx -> tx.links().count(ACME, KIND)))
                    .isInstanceOf(StoreException.class);
            assertThat(faults.hasStruck()).isTrue();

            Link link = link();
            store.saveDurably(tx -> tx.links().save(List.of(link)));

            assertThat(store.<Map<RemoteId, Link>>read(tx -> tx.links().find(ACME, KIND, List.of(link.remoteId()))))
                    .containsOnlyKeys(link.remoteId());
        }
    }

    private static Link link() {
        return Link.of(
                ACME,
                KIND,
                new RemoteId("100001"),
                "GH-100001",
                Standing.SEND,
                null,
                new Sighting(new RunId(1), Leg.ACTIVE));
    }
}
