package com.optiply.picqer.bench;

import static com.optiply.picqer.bench.Contender.Kind.CEILING;
import static com.optiply.picqer.bench.Contender.Kind.FLOOR;
import static com.optiply.picqer.bench.Contender.Kind.OURS;

import com.optiply.picqer.bench.Contender.Kind;
import com.optiply.picqer.bench.Target.AtLeast;
import com.optiply.picqer.bench.Target.AtMost;
import com.optiply.picqer.service.Installation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Runs cases and compares what they came to with what they should. */
public final class Bench {
    private static final Duration LATENCY = Duration.ofMillis(50);
    private static final int HEAP_MEGABYTES = 96;
    private static final int BYTES_PER_MEGABYTE = 1 << 20;
    private static final double NANOS = 1e9;
    /** In a shop of fewer products there is no second supplier. */
    private static final int IMPORT_ROWS_MIN = 400;

    private static final Target CPU = new AtMost(3);
    private static final Target REQUESTS = new AtMost(10);
    private static final Target NONE = new AtMost(0);
    /** Beyond it the sandbox holds the floor back, and our ratio to it looks better than it is. */
    private static final Target FLOOR_SHARE = new AtMost(0.8);
    /** A live heap is never the same twice; one that grew with the catalogue would come to much more. */
    private static final Target LIVE_HEAP_GROWTH = new AtMost(1.25);

    private final Installation installation;
    private final OptionalInt products;
    private final Repeats repeats;

    /** @param products of every case; empty: each case's own number */
    public Bench(Installation installation, OptionalInt products, Repeats repeats) {
        this.installation = installation;
        this.products = products;
        this.repeats = repeats;
    }

    /**
     * Hands over each result as soon as it is there.
     *
     * @throws BenchException when a sync fails or leaves something else behind than it should
     */
    public void run(Set<BenchCase> cases, Consumer<Result> each) {
        Set<BenchCase> left = new TreeSet<>(cases);
        List<BenchCase> timed = List.of(BenchCase.FIRST_SYNC, BenchCase.UNCHANGED_SYNC);
        if (left.removeAll(timed)) {
            timed(timed.stream().filter(cases::contains).toList(), each);
        }
        for (BenchCase one : left) {
            each.accept(result(one));
        }
    }

    /** One series has both syncs, since an unchanged one comes after a first one anyway. */
    private void timed(List<BenchCase> cases, Consumer<Result> each) {
        int size = size(BenchCase.FIRST_SYNC);
        Map<Kind, Rounds> played = Stage.play(Series.timed(size, repeats), installation);
        for (BenchCase one : cases) {
            boolean isFirst = one == BenchCase.FIRST_SYNC;
            Sync sync = isFirst ? Sync.FIRST : Sync.UNCHANGED;
            List<Figure> figures = compared(played, sync, size, new AtLeast(isFirst ? 0.6 : 0.4), CPU);
            figures.addAll(sandbox(played, sync));
            each.accept(new Result(one, figures));
        }
    }

    private Result result(BenchCase one) {
        return switch (one) {
            case LATENCY -> latency();
            case REQUESTS -> requests();
            case HEAP -> heap();
            case SUPPLIER_IMPORT -> supplierImport();
            case FIRST_SYNC, UNCHANGED_SYNC -> throw new IllegalArgumentException(one + " is timed with the other");
        };
    }

    private Result latency() {
        int size = size(BenchCase.LATENCY);
        Map<Kind, Rounds> played = Stage.play(Series.distant(size, LATENCY, repeats), installation);
        return new Result(BenchCase.LATENCY, compared(played, Sync.FIRST, size, new AtLeast(0.9), CPU));
    }

    private Result requests() {
        int size = size(BenchCase.REQUESTS);
        Rounds ours = Stage.play(Series.counted(size), installation).get(OURS);
        List<Figure> figures = new ArrayList<>(cost(ours, Sync.FIRST, size));
        figures.addAll(unchanged(ours, size));
        return new Result(BenchCase.REQUESTS, figures);
    }

    private Result heap() {
        int size = size(BenchCase.HEAP);
        int tenth = Math.max(1, size / 10);
        Rounds few =
                Stage.play(Series.confined(tenth, HEAP_MEGABYTES), installation).get(OURS);
        Rounds many =
                Stage.play(Series.confined(size, HEAP_MEGABYTES), installation).get(OURS);
        double limit = (double) HEAP_MEGABYTES * BYTES_PER_MEGABYTE;
        List<Figure> figures = new ArrayList<>(cost(many, Sync.FIRST, size));
        figures.add(Figure.of(Measure.UNCHANGED_SECONDS, many.seconds(Sync.UNCHANGED)));
        figures.add(Figure.of(Measure.HEAP_LIMIT_BYTES, limit));
        figures.add(Figure.aiming(Measure.LIVE_HEAP_BYTES, live(many), new AtMost(limit)));
        figures.add(Figure.of(Measure.TENTH_RECORDS, tenth));
        figures.add(Figure.of(Measure.TENTH_LIVE_HEAP_BYTES, live(few)));
        figures.add(Figure.aiming(Measure.LIVE_HEAP_GROWTH, live(many) / live(few), LIVE_HEAP_GROWTH));
        return new Result(BenchCase.HEAP, figures);
    }

    /** For each row, Picqer gets the supplier, and both pairs in Optiply are brought into line. */
    private Result supplierImport() {
        int rows = Math.max(size(BenchCase.SUPPLIER_IMPORT), IMPORT_ROWS_MIN);
        Pass pass = ImportStage.play(rows, installation);
        Effort effort = pass.effort();
        return new Result(
                BenchCase.SUPPLIER_IMPORT,
                List.of(
                        Figure.of(Measure.ROWS, effort.read()),
                        Figure.of(Measure.SECONDS, effort.nanos() / NANOS),
                        Figure.of(Measure.ROWS_PER_SECOND, effort.read() * NANOS / effort.nanos()),
                        Figure.of(Measure.CPU_SECONDS, effort.cpuNanos() / NANOS),
                        Figure.of(Measure.PEAK_HEAP_BYTES, effort.peakHeapBytes()),
                        Figure.of(Measure.REQUESTS, pass.tally().requests()),
                        Figure.of(Measure.WRITES, pass.tally().writes())));
    }

    private static double live(Rounds rounds) {
        return Math.max(rounds.liveHeapBytes(Sync.FIRST), rounds.liveHeapBytes(Sync.UNCHANGED));
    }

    private static List<Figure> compared(Map<Kind, Rounds> played, Sync sync, int size, Target ratio, Target cpu) {
        Rounds ours = played.get(OURS);
        Rounds floor = played.get(FLOOR);
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(Measure.RECORDS, size));
        figures.add(Figure.beside(Measure.SECONDS, ours.seconds(sync), floor.seconds(sync)));
        figures.add(
                Figure.beside(Measure.RECORDS_PER_SECOND, ours.recordsPerSecond(sync), floor.recordsPerSecond(sync)));
        figures.add(Figure.aiming(Measure.RATIO, floor.seconds(sync) / ours.seconds(sync), ratio));
        figures.add(Figure.beside(Measure.CPU_SECONDS, ours.cpuSeconds(sync), floor.cpuSeconds(sync)));
        figures.add(Figure.aiming(Measure.CPU_RATIO, ours.cpuSeconds(sync) / floor.cpuSeconds(sync), cpu));
        figures.add(Figure.beside(Measure.PEAK_HEAP_BYTES, ours.peakHeapBytes(sync), floor.peakHeapBytes(sync)));
        figures.addAll(requests(ours, sync, size));
        return figures;
    }

    private static List<Figure> cost(Rounds ours, Sync sync, int size) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(Measure.RECORDS, size));
        figures.add(Figure.of(Measure.SECONDS, ours.seconds(sync)));
        figures.add(Figure.of(Measure.RECORDS_PER_SECOND, ours.recordsPerSecond(sync)));
        figures.add(Figure.of(Measure.CPU_SECONDS, ours.cpuSeconds(sync)));
        figures.add(Figure.of(Measure.PEAK_HEAP_BYTES, ours.peakHeapBytes(sync)));
        figures.addAll(requests(ours, sync, size));
        return figures;
    }

    private static List<Figure> requests(Rounds ours, Sync sync, int size) {
        long least = leastRequests(sync, size);
        return List.of(
                Figure.of(Measure.REQUESTS, ours.requests(sync)),
                Figure.of(Measure.LEAST_REQUESTS, least),
                Figure.aiming(Measure.EXTRA_REQUESTS, ours.requests(sync) - least, REQUESTS),
                Figure.of(Measure.WRITES, ours.writes(sync)));
    }

    private static List<Figure> unchanged(Rounds ours, int size) {
        long least = leastRequests(Sync.UNCHANGED, size);
        double made = ours.requests(Sync.UNCHANGED);
        return List.of(
                Figure.of(Measure.UNCHANGED_REQUESTS, made),
                Figure.of(Measure.UNCHANGED_LEAST_REQUESTS, least),
                Figure.aiming(Measure.UNCHANGED_EXTRA_REQUESTS, made - least, REQUESTS),
                Figure.aiming(Measure.UNCHANGED_WRITES, ours.writes(Sync.UNCHANGED), NONE));
    }

    /** The pages of both lists, of which the inactive one is empty, and one request for each product to create. */
    static long leastRequests(Sync sync, int products) {
        long pages = FloorPages.least(products) + FloorPages.least(0);
        return switch (sync) {
            case FIRST -> pages + products;
            case UNCHANGED -> pages;
        };
    }

    private static List<Figure> sandbox(Map<Kind, Rounds> played, Sync sync) {
        double served = played.get(CEILING).recordsPerSecond(sync);
        double share = played.get(FLOOR).recordsPerSecond(sync) / served;
        return List.of(
                Figure.of(Measure.SANDBOX_RECORDS_PER_SECOND, served),
                Figure.aiming(Measure.FLOOR_SHARE, share, FLOOR_SHARE));
    }

    private int size(BenchCase one) {
        return products.orElse(one.products());
    }
}
