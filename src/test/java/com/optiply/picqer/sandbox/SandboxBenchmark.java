package com.optiply.picqer.sandbox;

import com.optiply.picqer.sandbox.server.SimulatedResponse;
import com.optiply.picqer.sandbox.world.ShopSize;
import com.optiply.picqer.sandbox.world.Worlds;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * Prints how many requests a second the sandbox serves: pages of 100 products, small changes, and the lists of a shop
 * with a year behind it. Run it by hand; the numbers depend on the machine, so no test asserts them.
 */
public final class SandboxBenchmark {
    private static final int PRODUCTS = 200_000;
    private static final int CONNECTIONS = 16;
    private static final long PAGES = 40_000;
    private static final long CHANGES = 100_000;
    private static final long LISTS = 2_000;
    private static final int FIRST_ORDER = 801_001;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS));
    private final String authorization =
            "Basic " + Base64.getEncoder().encodeToString((ShopOptions.KEY + ":X").getBytes(StandardCharsets.UTF_8));

    public static void main(String[] arguments) throws ExecutionException, InterruptedException {
        SandboxBenchmark benchmark = new SandboxBenchmark();
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.DEFAULTS.loggingAtMost(0))) {
            sandbox.addShop("acme", ShopOptions.of(Worlds.plain(PRODUCTS)).unlimited());
            byte[] small = "{\"data\":{\"id\":\"1\"}}".getBytes(StandardCharsets.UTF_8);
            sandbox.mountOptiply(
                    request -> new SimulatedResponse(200, Map.of("content-type", "application/json"), small));
            benchmark.addYear(sandbox);
            for (int run = 1; run <= 2; run++) {
                benchmark.measureYear(sandbox);
                benchmark.measure("pages of 100 products", PAGES, number -> benchmark.page(sandbox, number));
                benchmark.measure("small PATCHes", CHANGES, number -> benchmark.change(sandbox));
            }
        } finally {
            benchmark.vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    private void addYear(Sandbox sandbox) {
        long start = System.nanoTime();
        sandbox.addShop("year", ShopOptions.of(Worlds.year(ShopSize.MID_SIZE)).unlimited());
        Runtime heap = Runtime.getRuntime();
        System.gc();
        System.out.printf(
                "a year of a shop: made in %.1f seconds; %,d MB in use%n",
                (System.nanoTime() - start) / 1e9, (heap.totalMemory() - heap.freeMemory()) >> 20);
    }

    private void measureYear(Sandbox sandbox) throws ExecutionException, InterruptedException {
        int orders = ShopSize.MID_SIZE.orders();
        measure(
                "orders below an id",
                LISTS,
                number -> year(sandbox, "orders?beforeid=" + (FIRST_ORDER + orders - number * 100 % orders)));
        measure("orders of a status, far back", LISTS, number -> year(sandbox, "orders?status=cancelled&offset=900"));
        measure(
                "changed purchase orders",
                LISTS,
                number -> year(
                        sandbox, "purchaseorders?updated_after=2025-06-01%2000:00:00&offset=" + number % 10 * 100));
        measure(
                "changed receipts",
                LISTS,
                number -> year(sandbox, "receipts?updated_after=2025-06-01%2000:00:00&offset=" + number % 10 * 100));
    }

    private CompletableFuture<Buffer> year(Sandbox sandbox, String list) {
        return get(sandbox.picqerUri("year") + "/" + list);
    }

    private CompletableFuture<Buffer> page(Sandbox sandbox, long number) {
        return get(sandbox.picqerUri("acme") + "/products?offset=" + number * 100 % PRODUCTS);
    }

    private CompletableFuture<Buffer> get(String url) {
        return send(new RequestOptions().setAbsoluteURI(url).setMethod(HttpMethod.GET), Buffer.buffer());
    }

    private CompletableFuture<Buffer> change(Sandbox sandbox) {
        String url = sandbox.optiplyUri() + "/products/1";
        Buffer body = Buffer.buffer("{\"data\":{\"type\":\"products\",\"attributes\":{\"stockLevel\":7}}}");
        return send(new RequestOptions().setAbsoluteURI(url).setMethod(HttpMethod.PATCH), body);
    }

    private CompletableFuture<Buffer> send(RequestOptions options, Buffer body) {
        options.putHeader("Authorization", authorization).putHeader("User-Agent", "SandboxBenchmark");
        return client.request(options)
                .compose(request -> request.send(body))
                .compose(response -> {
                    if (response.statusCode() != 200) {
                        throw new IllegalStateException("The sandbox answered " + response.statusCode() + ".");
                    }
                    return response.body();
                })
                .toCompletionStage()
                .toCompletableFuture();
    }

    private void measure(String what, long requests, LongFunction<CompletableFuture<Buffer>> send)
            throws ExecutionException, InterruptedException {
        AtomicLong next = new AtomicLong();
        AtomicLong bytes = new AtomicLong();
        long start = System.nanoTime();
        CompletableFuture<?>[] lanes = new CompletableFuture<?>[CONNECTIONS];
        for (int i = 0; i < CONNECTIONS; i++) {
            lanes[i] = lane(requests, next, bytes, send);
        }
        CompletableFuture.allOf(lanes).get();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%s: %,.0f a second, %,d bytes each%n", what, requests / seconds, bytes.get() / requests);
    }

    private static CompletableFuture<Void> lane(
            long requests, AtomicLong next, AtomicLong bytes, LongFunction<CompletableFuture<Buffer>> send) {
        long number = next.getAndIncrement();
        if (number >= requests) {
            return CompletableFuture.completedFuture(null);
        }
        return send.apply(number)
                .thenComposeAsync(
                        body -> {
                            bytes.addAndGet(body.length());
                            return lane(requests, next, bytes, send);
                        },
                        Runnable::run);
    }
}
