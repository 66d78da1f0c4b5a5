package com.optiply.picqer.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;

/** What a careful person writes in an afternoon: the same requests, nothing remembered, nothing retried. */
final class Floor implements Contender {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Addresses sandbox;
    private final FloorPages pages;

    Floor(Addresses sandbox) {
        this.sandbox = sandbox;
        this.pages = new FloorPages(http, sandbox.picqer());
    }

    @Override
    public long sync(Sync sync, BenchAccount account) {
        try {
            return switch (sync) {
                case FIRST -> first(account);
                case UNCHANGED -> pages.walk(page -> {});
            };
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new BenchException("The benchmark is stopping.", stopping);
        }
    }

    private long first(BenchAccount account) throws IOException, InterruptedException {
        String token = FloorLogin.token(http, sandbox.token(), account.credentials());
        FloorCreates creates = new FloorCreates(http, sandbox.optiply(), account, token);
        return pages.walk(page ->
                creates.create(page.stream().filter(FloorProduct::isPurchasable).toList()));
    }

    /** Java 17's client ends with its process. */
    @Override
    public void close() {}
}
