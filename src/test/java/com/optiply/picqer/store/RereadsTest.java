package com.optiply.picqer.store;

import static com.optiply.picqer.store.Samples.ACME;
import static com.optiply.picqer.store.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.RunId;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class RereadsTest {
    private static final RemoteId RECEIPT = new RemoteId("33001");

    private final Store store;

    RereadsTest(Store store) {
        this.store = store;
    }

    @Test
    void whatIsAskedForWhileAnotherRunReadsIsLeftToTheNext() {
        RunId asking = begin("buy-orders");
        RunId reading = begin("item-deliveries");
        store.saveDurably(tx -> tx.rereads().ask(ACME, Kind.RECEIPT_LINES, asking, List.of(RECEIPT)));
        done(reading);
        assertThat(asked()).containsExactly(RECEIPT);
        done(begin("item-deliveries"));

        assertThat(asked()).isEmpty();
    }

    @Test
    void whatNoRunAskedForIsDoneWithTheRunThatReadsIt() {
        RunId reading = begin("item-deliveries");
        store.saveDurably(tx -> tx.rereads().ask(ACME, Kind.RECEIPT_LINES, new RunId(0), List.of(RECEIPT)));
        done(reading);

        assertThat(asked()).isEmpty();
    }

    private RunId begin(String flow) {
        return store.durably(tx -> tx.runs().begin(ACME, flow, "test", NOON));
    }

    private void done(RunId run) {
        store.saveDurably(tx -> tx.rereads().done(ACME, Kind.RECEIPT_LINES, run));
    }

    private List<RemoteId> asked() {
        return store.read(tx -> tx.rereads().asked(ACME, Kind.RECEIPT_LINES));
    }
}
