package com.optiply.picqer.sandbox.server;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Sends many requests at the same time from one thread. */
final class ManyRequests implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client;

    ManyRequests(int port) {
        client = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost("127.0.0.1")
                .setDefaultPort(port)
                .setMaxPoolSize(1_000));
    }

    List<Integer> getAtOnce(String path, int requests)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<CompletableFuture<Integer>> statuses =
                IntStream.range(0, requests).mapToObj(i -> get(path)).toList();
        CompletableFuture.allOf(statuses.toArray(CompletableFuture[]::new)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return statuses.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Integer> get(String path) {
        return client.request(HttpMethod.GET, path)
                .compose(HttpClientRequest::send)
                .map(response -> response.statusCode())
                .toCompletionStage()
                .toCompletableFuture();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
