package com.optiply.picqer.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.optiply.picqer.sandbox.ShopOptions;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
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
        FloorPages pages = new FloorPages(HttpClient.newHttpClient(), sandbox.picqer());
        Contender.talk(() -> pages.walk(page -> page.forEach(product -> creates.add(product.create(syncedTo)))));
        return new Ceiling(sandbox, List.copyOf(creates), new Flood(sandbox.picqer()));
    }

    @Override
    public long sync(Sync sync, BenchAccount account) {
        switch (sync) {
            case FIRST -> flood.send(inTurn(pages(), creates(account)));
            case UNCHANGED -> flood.send(pages());
        }
        return creates.size();
    }

    /** Each page with the creates that follow from it, as a sync meets them. */
    private static List<Flood.Request> inTurn(List<Flood.Request> pages, List<Flood.Request> creates) {
        List<Flood.Request> all = new ArrayList<>(pages.size() + creates.size());
        for (int page = 0; page < pages.size(); page++) {
            int begin = (int) ((long) creates.size() * page / pages.size());
            int end = (int) ((long) creates.size() * (page + 1) / pages.size());
            all.add(pages.get(page));
            all.addAll(creates.subList(begin, end));
        }
        return all;
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
        return Contender.talk(() -> FloorLogin.token(login, sandbox.token(), account.credentials()));
    }

    private static String path(URI uri) {
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    @Override
    public void close() {
        flood.close();
    }
}
