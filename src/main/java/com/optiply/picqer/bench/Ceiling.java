package com.optiply.picqer.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.optiply.picqer.sandbox.ShopOptions;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The most that the sandbox serves: the same requests, with bodies that are made beforehand and answers that nobody
 * reads, on many connections at once and several of them under way on each.
 */
final class Ceiling implements Contender {
    private static final String JSON_API = "application/vnd.api+json";

    private final HttpClient login = HttpClient.newHttpClient();
    private final Addresses sandbox;
    private final List<byte[]> creates;
    private final Flood flood;

    private Ceiling(Addresses sandbox, List<byte[]> creates, Flood flood) {
        this.sandbox = sandbox;
        this.creates = creates;
        this.flood = flood;
    }

    static Ceiling start(Addresses sandbox) {
        List<byte[]> creates = new ArrayList<>();
        String syncedTo = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        try {
            new FloorPages(HttpClient.newHttpClient(), sandbox.picqer()).walk(page -> {
                for (FloorProduct product : page) {
                    creates.add(product.create(syncedTo));
                }
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new BenchException("The benchmark is stopping.", stopping);
        }
        return new Ceiling(sandbox, creates, new Flood(sandbox.picqer()));
    }

    @Override
    public long sync(Sync sync, BenchAccount account) {
        List<Flood.Request> requests = new ArrayList<>(pages());
        if (sync == Sync.FIRST) {
            requests.addAll(creates(account));
        }
        flood.send(requests);
        return creates.size();
    }

    private List<Flood.Request> pages() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString((ShopOptions.KEY + ":").getBytes(UTF_8)))
                .add("Content-Type", "application/json")
                .add("User-Agent", "picqer-optiply-bench");
        return FloorPages.paths(creates.size()).stream()
                .map(path -> new Flood.Request(
                        HttpMethod.GET, path(URI.create(sandbox.picqer() + path)), headers, new byte[0]))
                .toList();
    }

    private List<Flood.Request> creates(BenchAccount account) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("Authorization", "Bearer " + token(account))
                .add("Content-Type", JSON_API);
        String path = path(FloorCreates.uri(sandbox.optiply(), account));
        return creates.stream()
                .map(body -> new Flood.Request(HttpMethod.POST, path, headers, body))
                .toList();
    }

    private String token(BenchAccount account) {
        try {
            return FloorLogin.token(login, sandbox.token(), account.credentials());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new BenchException("The benchmark is stopping.", stopping);
        }
    }

    private static String path(URI uri) {
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    @Override
    public void close() {
        flood.close();
    }
}
