package com.optiply.picqer.demo;

import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.sync.run.Tally.Counts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Holds one run against the forecast, and its three witnesses against each other. Collects every difference as a
 * sentence. Confined to one thread.
 */
final class Verification {
    private static final int SHOWN_MAX = 10;

    private final List<String> differences = new ArrayList<>();

    private Verification() {}

    /** Every difference; none if all is as it should be. */
    static List<String> differences(
            ExpectedRun expected,
            ObservedRun observed,
            OptiplyContents contents,
            Map<String, SortedMap<String, String>> held) {
        Verification verification = new Verification();
        verification.compareCounts(expected, observed);
        verification.compareWrites(expected, observed, contents);
        verification.compareRequests(observed);
        verification.compareContents(contents, held);
        return List.copyOf(verification.differences);
    }

    private void compareCounts(ExpectedRun expected, ObservedRun observed) {
        Counts counts = observed.report().counts();
        same("outcome of the run", Outcome.COMPLETE, observed.report().outcome());
        same("records read", expected.read(), counts.read());
        same("created", expected.created(), counts.written().create());
        same("changed", expected.changed(), counts.written().patch());
        same("deleted", 0L, counts.written().delete());
        same("unchanged", expected.unchanged(), counts.unchanged());
        same("filtered", expected.filtered(), counts.filtered());
        same("parked", expected.parked(), counts.parked());
        same("failed", 0L, counts.failed());
        same("adjusted", expected.adjusted(), counts.adjusted());
        same("sum of all outcomes", counts.read(), counts.outcomes());
    }

    private void compareWrites(ExpectedRun expected, ObservedRun observed, OptiplyContents contents) {
        List<ProductWrite> kept =
                observed.changes().stream().map(RequestedWrites::kept).toList();
        List<ProductWrite> carriedOut = RequestedWrites.carriedOut(observed.requests(), contents);
        sameWrites("the state's table of changes", expected.writes(), kept);
        sameWrites("the requests that Optiply carried out", expected.writes(), carriedOut);
    }

    /** A login is no run's own: its token serves every run of the account until it ends. */
    private void compareRequests(ObservedRun observed) {
        long optiply = requests(observed, RequestedWrites.OPTIPLY_API);
        long picqer = requests(observed, RequestedWrites.PICQER);
        same("requests to Optiply", optiply, observed.report().requests().optiply());
        same("requests to Picqer", picqer, observed.report().requests().picqer());
    }

    private static long requests(ObservedRun observed, String path) {
        return observed.requests().stream()
                .filter(request -> request.path().startsWith(path))
                .count();
    }

    private void compareContents(OptiplyContents contents, Map<String, SortedMap<String, String>> held) {
        same("duplicates in Optiply", 0L, contents.duplicates());
        same("Picqer ids in Optiply", held.keySet(), contents.byIdproduct().keySet());
        held.forEach((id, values) -> {
            if (contents.byIdproduct().containsKey(id)) {
                same(
                        "Optiply's product " + id,
                        List.of(values),
                        contents.byIdproduct().get(id));
            }
        });
    }

    private void sameWrites(String where, Collection<ProductWrite> expected, List<ProductWrite> actual) {
        same("number of writes in " + where, expected.size(), actual.size());
        report(where + " lack", expected, actual);
        report(where + " have, unexpected:", actual, expected);
    }

    private void report(String what, Collection<ProductWrite> some, Collection<ProductWrite> others) {
        some.stream()
                .filter(write -> !others.contains(write))
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .limit(SHOWN_MAX)
                .forEach(write -> differences.add(what + " " + write));
    }

    private void same(String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            differences.add(what + ": expected " + sorted(expected) + ", was " + sorted(actual));
        }
    }

    private static Object sorted(Object value) {
        return value instanceof Set<?> set ? new TreeSet<>(set) : value;
    }
}
