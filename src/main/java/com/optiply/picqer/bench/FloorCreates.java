package com.optiply.picqer.bench;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Creates products in Optiply, several at once. */
final class FloorCreates {
    private static final String JSON_API = "application/vnd.api+json";
    private static final ObjectReader CREATED = ParentLine.JSON.readerFor(Created.class);
    private static final int CREATED_STATUS = 201;

    private final HttpClient http;
    private final ExecutorService lanes;
    private final HttpRequest request;
    private final String syncedTo =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Created(Data data) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Data(long id, String uuid) {}

    /** @param lanes threads enough for all that may be under way */
    FloorCreates(HttpClient http, ExecutorService lanes, URI optiply, BenchAccount account, String token) {
        this.http = http;
        this.lanes = lanes;
        this.request = HttpRequest.newBuilder(uri(optiply, account))
                .header("Authorization", "Bearer " + token)
                .header("Accept", JSON_API)
                .header("Content-Type", JSON_API)
                .build();
    }

    static URI uri(URI optiply, BenchAccount account) {
        return URI.create(optiply + "/products?accountId=" + account.id() + "&couplingId=" + BenchAccount.COUPLING);
    }

    /**
     * Returns when all are there. Each lane sends its next one when its last is answered. Blocking lanes take a third
     * of the time and the CPU that asynchronous ones take with this client.
     */
    void create(List<FloorProduct> products) throws IOException, InterruptedException {
        Queue<FloorProduct> waiting = new ConcurrentLinkedQueue<>(products);
        List<Future<Void>> under = lanes.invokeAll(Collections.nCopies(BenchAccount.PARALLELISM, () -> send(waiting)));
        for (Future<Void> lane : under) {
            requireSent(lane);
        }
    }

    private @Nullable Void send(Queue<FloorProduct> waiting) throws IOException, InterruptedException {
        for (FloorProduct product = waiting.poll(); product != null; product = waiting.poll()) {
            requireId(http.send(request(product), BodyHandlers.ofByteArray()));
        }
        return null;
    }

    private static void requireSent(Future<Void> lane) throws IOException, InterruptedException {
        try {
            lane.get();
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause().getMessage(), failed.getCause());
        }
    }

    private HttpRequest request(FloorProduct product) {
        return HttpRequest.newBuilder(request, (name, value) -> true)
                .POST(BodyPublishers.ofByteArray(product.create(syncedTo)))
                .build();
    }

    private static void requireId(HttpResponse<byte[]> answer) throws IOException {
        Created created = CREATED.readValue(answer.body());
        if (answer.statusCode() != CREATED_STATUS || created.data().id() == 0) {
            throw new BenchException("Optiply answered " + answer.statusCode() + " to a create.");
        }
    }
}
