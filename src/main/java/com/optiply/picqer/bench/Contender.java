package com.optiply.picqer.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Something that can sync. Used by one thread. */
interface Contender extends AutoCloseable {

    /** Syncs once, completely. @return how many products it read */
    long sync(Sync sync, BenchAccount account);

    @Override
    void close();

    /** Work that speaks to a server. */
    interface Talk<T> {
        T hold() throws IOException, InterruptedException;
    }

    /** For a benchmark, a server that does not answer is the end. */
    static <T> T talk(Talk<T> talk) {
        try {
            return talk.hold();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new BenchException("The benchmark is stopping.", stopping);
        }
    }

    /** Who there is. */
    enum Kind {
        /** This program: the engine with the routes that are on disk. */
        OURS,
        /** A hand-written loop: as fast as one gets with Java's own HTTP client, without any state. */
        FLOOR,
        /** The same requests as fast as the sandbox serves them, whatever their order. */
        CEILING
    }

    /**
     * How a contender begins.
     *
     * @param accounts all that it will be asked to sync
     * @param measuresLiveHeap collects all garbage again and again while a sync runs: that costs time
     */
    record Setup(
            Kind kind, Addresses sandbox, List<Long> accounts, URI properties, URI routes, boolean measuresLiveHeap) {

        Contender start() {
            return switch (kind) {
                case OURS -> Ours.start(sandbox, accounts, Path.of(properties), Path.of(routes));
                case FLOOR -> new Floor(sandbox);
                case CEILING -> Ceiling.start(sandbox);
            };
        }
    }

    /** What a contender is told to do. */
    record Order(Sync sync, long account) {}
}
