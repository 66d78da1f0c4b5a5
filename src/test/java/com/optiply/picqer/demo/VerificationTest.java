package com.optiply.picqer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Change;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.run.RequestCounts;
import com.optiply.picqer.sync.run.RunReport;
import com.optiply.picqer.sync.run.Tally.Counts;
import com.optiply.picqer.sync.run.Tally.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One product, its stock changed from 5 to 7: each test spoils one witness, and the verification must say so. */
class VerificationTest {
    private static final Written ONE_CHANGE = new Written(0, 1, 0);
    private static final SortedMap<String, String> STOCK = new TreeMap<>(Map.of("stockLevel", "7"));
    private static final ExpectedRun EXPECTED =
            new ExpectedRun(1, 0, 1, 0, Map.of(), Map.of(), Map.of(), Set.of(new ProductWrite(false, "70001", STOCK)));
    private static final OptiplyContents CONTENTS =
            new OptiplyContents(Map.of(100L, "70001"), Map.of("70001", List.of(STOCK)));

    private static List<String> differences(
            Written written, List<Change> changes, List<LoggedRequest> requests, OptiplyContents contents) {
        Counts counts = new Counts(1, written, 0, Map.of(), Map.of(), 0, 0, 0, new Written(0, 0, 0), Map.of());
        RunReport report = new RunReport(
                7,
                "demo",
                "products",
                Outcome.COMPLETE,
                Duration.ZERO,
                counts,
                Map.of(),
                new RequestCounts(0, 1),
                null,
                null);
        return Verification.differences(
                EXPECTED, new ObservedRun(report, changes, requests), contents, Map.of("70001", STOCK));
    }

    private static Change change(String after) {
        return new Change(
                new RunId(7),
                Instant.EPOCH,
                new CustomerName("demo"),
                Kind.PRODUCTS,
                new RemoteId("70001"),
                Action.PATCH,
                new OptiplyId(100),
                "{\"stockLevel\":5}",
                after);
    }

    private static LoggedRequest patch(String attributes) {
        String body = "{\"data\":{\"type\":\"products\",\"attributes\":" + attributes + "}}";
        return new LoggedRequest(1, "PATCH", "/optiply/v1/products/100", "", "", Map.of(), body, 200, 200, null);
    }

    private static final Change RIGHT_CHANGE = change("{\"stockLevel\":7}");
    private static final LoggedRequest RIGHT_REQUEST = patch("{\"stockLevel\":7,\"remoteDataSyncedToDate\":\"x\"}");

    @Test
    void saysNothingWhenAllWitnessesAgree() {
        assertThat(differences(ONE_CHANGE, List.of(RIGHT_CHANGE), List.of(RIGHT_REQUEST), CONTENTS))
                .isEmpty();
    }

    @Test
    void tellsOfACountThatIsNotRight() {
        assertThat(differences(new Written(1, 0, 0), List.of(RIGHT_CHANGE), List.of(RIGHT_REQUEST), CONTENTS))
                .containsExactly("created: expected 0, was 1", "changed: expected 1, was 0");
    }

    @Test
    void tellsOfAWriteThatTheStateDoesNotRemember() {
        assertThat(differences(ONE_CHANGE, List.of(), List.of(RIGHT_REQUEST), CONTENTS))
                .containsExactly(
                        "number of writes in the state's table of changes: expected 1, was 0",
                        "the state's table of changes lack change 70001 {stockLevel=7}");
    }

    @Test
    void tellsOfARequestWithAnotherValue() {
        assertThat(differences(ONE_CHANGE, List.of(RIGHT_CHANGE), List.of(patch("{\"stockLevel\":8}")), CONTENTS))
                .containsExactly(
                        "the requests that Optiply carried out lack change 70001 {stockLevel=7}",
                        "the requests that Optiply carried out have, unexpected: change 70001 {stockLevel=8}");
    }

    @Test
    void tellsOfARequestThatTheRunDidNotCount() {
        LoggedRequest look = new LoggedRequest(2, "GET", "/optiply/v1/products", "", "", Map.of(), "", 200, 200, null);

        assertThat(differences(ONE_CHANGE, List.of(RIGHT_CHANGE), List.of(RIGHT_REQUEST, look), CONTENTS))
                .containsExactly("requests to Optiply: expected 2, was 1");
    }

    @Test
    void tellsOfADuplicate() {
        OptiplyContents twice =
                new OptiplyContents(Map.of(100L, "70001", 101L, "70001"), Map.of("70001", List.of(STOCK, STOCK)));

        assertThat(differences(ONE_CHANGE, List.of(RIGHT_CHANGE), List.of(RIGHT_REQUEST), twice))
                .contains("duplicates in Optiply: expected 0, was 1");
    }

    @Test
    void tellsOfARecordThatTracesToNoProduct() {
        OptiplyContents invented = new OptiplyContents(
                Map.of(100L, "70001", 101L, ""), Map.of("70001", List.of(STOCK), "", List.of(STOCK)));

        assertThat(differences(ONE_CHANGE, List.of(RIGHT_CHANGE), List.of(RIGHT_REQUEST), invented))
                .containsExactly("Picqer ids in Optiply: expected [70001], was [, 70001]");
    }
}
