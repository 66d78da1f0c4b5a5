package com.optiply.picqer.sandbox.picqer;

import com.optiply.picqer.sandbox.picqer.Endpoints.Access;
import com.optiply.picqer.sandbox.picqer.Endpoints.Endpoint;
import com.optiply.picqer.sandbox.picqer.RateLimiter.Verdict;
import com.optiply.picqer.sandbox.server.SimulatedRequest;
import com.optiply.picqer.sandbox.server.SimulatedResponse;
import com.optiply.picqer.sandbox.server.Simulator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Picqer's API over one shop. In the order that Picqer is believed to check: User-Agent, key, rate limit, right, and
 * only then the request itself; so a request refused for the limit changed nothing.
 */
public final class PicqerSimulator implements Simulator {
    private static final int TOO_MANY = 429;

    private final PicqerShop shop;
    private final Endpoints endpoints = new Endpoints();
    private final Map<String, ApiKey> keys = new HashMap<>();

    public PicqerSimulator(PicqerShop shop) {
        this.shop = shop;
        shop.keys().forEach(key -> keys.put(key.secret(), key));
        Listing listing = new Listing(shop);
        new ProductEndpoints(shop, listing).addTo(endpoints);
        new StockEndpoints(shop, listing).addTo(endpoints);
        new SupplierEndpoints(shop, listing).addTo(endpoints);
        new PurchaseOrderEndpoints(shop, listing).addTo(endpoints);
        new ReceiptEndpoints(shop, listing).addTo(endpoints);
        new OrderEndpoints(shop, listing).addTo(endpoints);
        new AccountEndpoints(shop, listing).addTo(endpoints);
    }

    @Override
    public SimulatedResponse answer(SimulatedRequest request) {
        synchronized (shop) {
            if (request.headers().getOrDefault("user-agent", "").isBlank()) {
                int status = shop.switches().missingUserAgentStatus();
                return response(
                        Reply.refused(Refusal.noUserAgent(status)),
                        shop.limiter().unused());
            }
            Optional<ApiKey> key = key(request);
            if (key.isEmpty()) {
                return response(
                        Reply.refused(Refusal.unauthorized()), shop.limiter().unused());
            }
            Verdict verdict = shop.limiter().take(key.get());
            return response(
                    verdict.refused() ? Reply.refused(Refusal.rateLimited()) : reply(request, key.get()), verdict);
        }
    }

    private Reply reply(SimulatedRequest request, ApiKey key) {
        try {
            return dispatch(request, key);
        } catch (Refusal refusal) {
            return Reply.refused(refusal);
        }
    }

    private Reply dispatch(SimulatedRequest request, ApiKey key) {
        String[] path = Endpoints.segments(request.path());
        Endpoint endpoint = endpoints.find(request.method(), path).orElseThrow(Refusal::notImplemented);
        if (!mayUse(key, endpoint.access())) {
            throw Refusal.forbidden(shop.switches().scopedKeyStatus());
        }
        if (!key.writes() && !request.method().equals("GET")) {
            throw Refusal.forbidden(403);
        }
        return endpoint.handler().answer(new Call(request, key, endpoint.ids(path)));
    }

    private boolean mayUse(ApiKey key, Access access) {
        if (key.fulfilmentCustomer() == null) {
            return true;
        }
        return switch (access) {
            case EVERY_KEY -> true;
            case ADMIN_KEYS -> false;
            case SWITCHED -> shop.switches().scopedKeysReadWarehousesAndReceipts();
        };
    }

    /** The key is the user name of Basic authentication; Picqer does not look at the password. */
    private Optional<ApiKey> key(SimulatedRequest request) {
        String authorization = request.headers().getOrDefault("authorization", "");
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            byte[] pair = Base64.getDecoder().decode(authorization.substring(6).strip());
            String user = new String(pair, StandardCharsets.UTF_8).split(":", 2)[0];
            return Optional.ofNullable(keys.get(user));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private SimulatedResponse response(Reply reply, Verdict verdict) {
        Map<String, String> headers = new HashMap<>();
        if (reply.status() != 204) {
            headers.put("Content-Type", "application/json");
        }
        headers.put("X-RateLimit-Limit", Integer.toString(verdict.limit()));
        headers.put("X-RateLimit-Remaining", Integer.toString(verdict.remaining()));
        if (verdict.refused() && shop.switches().retryAfter()) {
            headers.put("Retry-After", Long.toString(verdict.secondsToNextWindow()));
        }
        return new SimulatedResponse(reply.status(), headers, reply.body());
    }

    @Override
    public SimulatedResponse failure(int status) {
        synchronized (shop) {
            Verdict budget =
                    status == TOO_MANY ? shop.limiter().spent() : shop.limiter().unused();
            return response(Reply.failure(status), budget);
        }
    }
}
