package com.optiply.picqer.sandbox.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What was asked of the sandbox. Counters cover everything; of the requests themselves the newest are kept, up to a
 * capacity that may be 0 for benchmarks.
 */
public final class RequestLog {
    private static final Pattern IDS = Pattern.compile("/\\d+(?=/|$)");
    private static final int BODY_CHARACTERS_MAX = 65_536;

    private final int capacity;
    private final Deque<LoggedRequest> requests = new ArrayDeque<>();
    private final Map<String, Long> counters = new TreeMap<>();
    private long total;

    public RequestLog(int capacity) {
        this.capacity = capacity;
    }

    synchronized long arrive(String method, String path) {
        counters.merge(method + " " + IDS.matcher(path).replaceAll("/{id}"), 1L, Long::sum);
        return ++total;
    }

    boolean keepsRequests() {
        return capacity > 0;
    }

    synchronized void keep(LoggedRequest request) {
        if (requests.size() == capacity) {
            requests.removeFirst();
        }
        requests.addLast(withoutCredentials(request));
    }

    /** Token requests carry passwords in their query or body, so nothing of either is kept. */
    private static LoggedRequest withoutCredentials(LoggedRequest request) {
        boolean token = request.path().contains("oauth");
        String body = request.body();
        if (!token && body.length() <= BODY_CHARACTERS_MAX) {
            return request;
        }
        return new LoggedRequest(
                request.sequence(),
                request.method(),
                request.path(),
                token ? "" : request.query(),
                request.key(),
                request.headers(),
                token ? "" : body.substring(0, BODY_CHARACTERS_MAX),
                request.applied(),
                request.status(),
                request.fault());
    }

    public synchronized long total() {
        return total;
    }

    /** By method and path, with {@code {id}} where a number stands: {@code GET /picqer/acme/api/v1/products/{id}}. */
    public synchronized Map<String, Long> counters() {
        return new TreeMap<>(counters);
    }

    public synchronized long count(String methodAndPath) {
        return counters.getOrDefault(methodAndPath, 0L);
    }

    /** The newest requests, the eldest of them first; a request stands here once its fate is known. */
    public synchronized List<LoggedRequest> requests() {
        return List.copyOf(requests);
    }

    public List<LoggedRequest> requests(Predicate<LoggedRequest> which) {
        return requests().stream().filter(which).toList();
    }

    public synchronized void clear() {
        requests.clear();
        counters.clear();
        total = 0;
    }
}
