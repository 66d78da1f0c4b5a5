package com.optiply.picqer.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What a careful person writes in an afternoon: the same requests, nothing remembered, nothing retried. */
final class Floor implements Contender {
    /** With two threads the client needs less CPU for a request than with as many as it likes. */
    private static final int CLIENT_THREADS = 2;

    private final ExecutorService clientThreads = Executors.newFixedThreadPool(CLIENT_THREADS);
    private final ExecutorService lanes = Executors.newFixedThreadPool(BenchAccount.PARALLELISM);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(clientThreads)
            .build();
    private final Addresses sandbox;
    private final FloorPages pages;

    Floor(Addresses sandbox) {
        this.sandbox = sandbox;
        this.pages = new FloorPages(http, sandbox.picqer());
    }

    @Override
    public long sync(Sync sync, BenchAccount account) {
        return switch (sync) {
            case FIRST -> Contender.talk(() -> first(account));
            case UNCHANGED -> Contender.talk(() -> pages.walk(page -> {}));
        };
    }

    private long first(BenchAccount account) throws IOException, InterruptedException {
        String token = FloorLogin.token(http, sandbox.token(), account.credentials());
        FloorCreates creates = new FloorCreates(http, lanes, sandbox.optiply(), account, token);
        return pages.walk(page ->
                creates.create(page.stream().filter(FloorProduct::isPurchasable).toList()));
    }

    /** Java 17's HTTP client has no end of its own. */
    @Override
    public void close() {
        lanes.shutdownNow();
        clientThreads.shutdownNow();
    }
}
