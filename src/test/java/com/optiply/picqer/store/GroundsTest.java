package com.optiply.picqer.store;

import static com.optiply.picqer.store.Samples.ACME;
import static com.optiply.picqer.store.Samples.PRODUCTS;
import static com.optiply.picqer.store.Samples.linked;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.mapping.Occasion;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RestsOn;
import com.optiply.picqer.store.row.RunId;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class GroundsTest {
    private static final RemoteId ORDER = new RemoteId("5120");
    private static final RemoteId DELIVERY = new RemoteId("90411");

    private final Store store;

    GroundsTest(Store store) {
        this.store = store;
    }

    @Test
    void anOrderIsDueWhenTheProductThatItLacksIsInOptiplyAndNotBefore() {
        RestsOn onProduct =
                new RestsOn(ACME, Kind.BUY_ORDERS, ORDER, PRODUCTS, linked(1).remoteId(), Occasion.LINKED);
        store.saveDurably(tx -> tx.grounds().save(List.of(onProduct, onProduct)));
        assertThat(due()).isEmpty();
        store.saveDurably(tx -> tx.links().save(List.of(linked(1))));
        assertThat(due()).containsExactly(ORDER);
        store.saveDurably(tx -> tx.grounds().remove(ACME, Kind.BUY_ORDERS, List.of(ORDER)));

        assertThat(due()).isEmpty();
    }

    @Test
    void aDeliveryIsFoundByTheOrderThatItsLineIsSoughtIn() {
        store.saveDurably(tx -> tx.grounds()
                .save(List.of(new RestsOn(
                        ACME, Kind.RECEIPT_LINES, DELIVERY, Kind.BUY_ORDERS, ORDER, Occasion.LINES_CHANGED))));

        assertThat(resting(ORDER)).containsExactly(DELIVERY);
        assertThat(resting(new RemoteId("5121"))).isEmpty();
    }

    @Test
    void anOrderIsUnlistedUntilARunSeesIt() {
        Link seen = linked(1);
        RestsOn onList =
                new RestsOn(ACME, seen.kind(), seen.remoteId(), seen.kind(), seen.remoteId(), Occasion.UNLISTED);
        store.saveDurably(tx -> {
            tx.links().save(List.of(seen));
            tx.grounds().save(List.of(onList));
        });

        assertThat(unlisted(seen.kind(), seen.sighting().run())).isEmpty();
        assertThat(unlisted(seen.kind(), new RunId(seen.sighting().run().value() + 1)))
                .containsExactly(seen.remoteId());
    }

    private List<RemoteId> unlisted(Kind kind, RunId run) {
        return store.read(tx -> tx.grounds().unlisted(ACME, kind, run));
    }

    private List<RemoteId> due() {
        return store.read(tx -> tx.grounds().linked(ACME, Kind.BUY_ORDERS));
    }

    private List<RemoteId> resting(RemoteId order) {
        return store.read(tx -> tx.grounds()
                .restingOn(ACME, Kind.RECEIPT_LINES, Occasion.LINES_CHANGED, Kind.BUY_ORDERS, List.of(order)));
    }
}
