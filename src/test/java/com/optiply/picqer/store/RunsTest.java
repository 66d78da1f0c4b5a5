package com.optiply.picqer.store;

import static com.optiply.picqer.store.Samples.ACME;
import static com.optiply.picqer.store.Samples.NOON;
import static com.optiply.picqer.store.Samples.ZEBRA;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.RunRow;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class RunsTest {
    private static final Instant ONE = NOON.plusSeconds(3600);
    private static final String COUNTS = "{\"read\":100}";

    private final Store store;

    RunsTest(Store store) {
        this.store = store;
    }

    @Test
    void aRunThatBeginsIsRunning() {
        RunId id = begin("products");

        assertThat(find(id))
                .isEqualTo(new RunRow(id, ACME, "products", "host-1", NOON, null, Outcome.RUNNING, null, null));
    }

    @Test
    void numbersRiseOverAllFlowsAndCustomers() {
        RunId first = begin("products");
        RunId second = store.durably(tx -> tx.runs().begin(ZEBRA, "stock", "host-2", NOON));

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void aFinishedRunKeepsItsCountsAndProblem() {
        RunId id = begin("products");

        assertThat(finish(id, Outcome.FAILED, "Picqer did not answer.")).isTrue();

        assertThat(find(id))
                .isEqualTo(new RunRow(
                        id, ACME, "products", "host-1", NOON, ONE, Outcome.FAILED, COUNTS, "Picqer did not answer."));
    }

    @Test
    void aRunThatWasCalledInterruptedCannotComplete() {
        RunId id = begin("products");
        store.durably(tx -> tx.runs().interruptOpen(ACME, "products", ONE));

        assertThat(finish(id, Outcome.COMPLETE, null)).isFalse();

        assertThat(find(id).outcome()).isEqualTo(Outcome.INTERRUPTED);
    }

    @Test
    void interruptsOnlyTheOpenRunsOfThatFlow() {
        RunId done = begin("products");
        finish(done, Outcome.COMPLETE, null);
        RunId dead = begin("products");
        RunId otherFlow = begin("suppliers");

        assertThat(store.<Integer>durably(tx -> tx.runs().interruptOpen(ACME, "products", ONE)))
                .isEqualTo(1);

        assertThat(find(done).outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(find(dead).outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(find(otherFlow).outcome()).isEqualTo(Outcome.RUNNING);
    }

    @Test
    void interruptsTheRunsOfEveryOtherProcess() {
        RunId others = begin("products");
        RunId ours = store.durably(tx -> tx.runs().begin(ACME, "suppliers", "host-2", NOON));

        assertThat(store.<Integer>durably(tx -> tx.runs().interruptOthers(ACME, "host-2", ONE)))
                .isEqualTo(1);

        assertThat(find(others).outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(find(ours).outcome()).isEqualTo(Outcome.RUNNING);
    }

    private RunId begin(String flow) {
        return store.durably(tx -> tx.runs().begin(ACME, flow, "host-1", NOON));
    }

    private boolean finish(RunId id, Outcome outcome, String problem) {
        return store.durably(tx -> tx.runs().finish(id, outcome, COUNTS, problem, ONE));
    }

    private RunRow find(RunId id) {
        return store.read(tx -> tx.runs().find(id)).orElseThrow();
    }
}
