package com.optiply.picqer.bench;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Creates products in Optiply, several at once. */
final class FloorCreates {
    private static final String JSON_API = "application/vnd.api+json";
    private static final ObjectReader CREATED = ParentLine.JSON.readerFor(Created.class);
    private static final int CREATED_STATUS = 201;

    private final HttpClient http;
    private final HttpRequest request;
    private final String syncedTo =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Created(Data data) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Data(long id, String uuid) {}

    FloorCreates(HttpClient http, URI optiply, BenchAccount account, String token) {
        this.http = http;
        this.request = HttpRequest.newBuilder(uri(optiply, account))
                .header("Authorization", "Bearer " + token)
                .header("Accept", JSON_API)
                .header("Content-Type", JSON_API)
                .build();
    }

    static URI uri(URI optiply, BenchAccount account) {
        return URI.create(optiply + "/products?accountId=" + account.id() + "&couplingId=" + BenchAccount.COUPLING);
    }

    /** Returns when all are there. Each lane sends its next one when its last is answered. */
    void create(List<FloorProduct> products) {
        Queue<FloorProduct> waiting = new ArrayDeque<>(products);
        CompletableFuture<?>[] lanes = IntStream.range(0, BenchAccount.PARALLELISM)
                .mapToObj(lane -> sendNext(waiting))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(lanes).join();
    }

    private CompletableFuture<Void> sendNext(Queue<FloorProduct> waiting) {
        FloorProduct product = next(waiting);
        if (product == null) {
            return CompletableFuture.completedFuture(null);
        }
        return http.sendAsync(request(product), BodyHandlers.ofByteArray()).thenCompose(answer -> {
            requireId(answer);
            return sendNext(waiting);
        });
    }

    private static @Nullable FloorProduct next(Queue<FloorProduct> waiting) {
        synchronized (waiting) {
            return waiting.poll();
        }
    }

    private HttpRequest request(FloorProduct product) {
        return HttpRequest.newBuilder(request, (name, value) -> true)
                .POST(BodyPublishers.ofByteArray(product.create(syncedTo)))
                .build();
    }

    private static void requireId(HttpResponse<byte[]> answer) {
        try {
            Created created = CREATED.readValue(answer.body());
            if (answer.statusCode() != CREATED_STATUS || created.data().id() == 0) {
                throw new BenchException("Optiply answered " + answer.statusCode() + " to a create.");
            }
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
