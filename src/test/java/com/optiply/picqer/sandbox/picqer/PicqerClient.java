package com.optiply.picqer.sandbox.picqer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.optiply.picqer.sandbox.server.SandboxClock;
import com.optiply.picqer.sandbox.server.SimulatedRequest;
import com.optiply.picqer.sandbox.server.SimulatedResponse;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A shop and a client of its API, without sockets in between. The time stands at 10:00 in Amsterdam. */
final class PicqerClient {
    static final ApiKey ADMIN = ApiKey.admin("admin", "admin-key");
    static final ApiKey READER = ApiKey.readOnly("reader", "reader-key");
    static final ApiKey SCOPED = ApiKey.fulfilment("scoped", "scoped-key", 501);
    static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private static final ObjectMapper JSON = new ObjectMapper();

    final SandboxClock clock;
    final PicqerShop shop;
    final PicqerSimulator simulator;
    private final ApiKey key;

    private PicqerClient(SandboxClock clock, PicqerShop shop, PicqerSimulator simulator, ApiKey key) {
        this.clock = clock;
        this.shop = shop;
        this.simulator = simulator;
        this.key = key;
    }

    static PicqerClient of(Consumer<PicqerShop> world) {
        return of(Instant.parse("2025-10-08T08:00:00Z"), world);
    }

    static PicqerClient of(Instant start, Consumer<PicqerShop> world) {
        SandboxClock clock = SandboxClock.standing(start).withZone(AMSTERDAM);
        PicqerShop shop = new PicqerShop(
                clock, List.of(ADMIN, READER, SCOPED), Integer.MAX_VALUE, PicqerSwitches.DEFAULTS, world);
        return new PicqerClient(clock, shop, new PicqerSimulator(shop), ADMIN);
    }

    /** A shop with two warehouses, a supplier and so many products; ids begin at 70001. */
    static PicqerClient withProducts(int products) {
        return of(shop -> {
            shop.user().addWarehouse(18, "Hoofdmagazijn", 1, true, true);
            shop.user().addWarehouse(21, "Almere", 2, true, true);
            shop.user().addSupplier(PicqerJson.object().put("name", "Waterworks BV"));
            for (int i = 1; i <= products; i++) {
                shop.user()
                        .addProduct(PicqerJson.object()
                                .put("productcode", "SKU-" + i)
                                .put("name", "Garden hose " + i)
                                .put("price", 24)
                                .put("fixedstockprice", 11)
                                .put("idsupplier", 9401)
                                .put("idvatgroup", 18));
            }
        });
    }

    PicqerClient as(ApiKey other) {
        return new PicqerClient(clock, shop, simulator, other);
    }

    record Answer(int status, Map<String, String> headers, String text) {
        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The values of one field, row by row. */
        List<String> each(String field) {
            return json().findValuesAsText(field);
        }
    }

    Answer get(String uri) {
        return send("GET", uri, "");
    }

    Answer post(String uri, String body) {
        return send("POST", uri, body);
    }

    Answer put(String uri, String body) {
        return send("PUT", uri, body);
    }

    Answer delete(String uri) {
        return send("DELETE", uri, "");
    }

    Answer send(String method, String uri, String body) {
        String authorization = "Basic " + Base64.getEncoder().encodeToString((key.secret() + ":X").getBytes(UTF_8));
        return send(method, uri, body, Map.of("authorization", authorization, "user-agent", "PicqerClient"));
    }

    Answer send(String method, String uri, String body, Map<String, String> headers) {
        QueryStringDecoder decoder = new QueryStringDecoder(uri);
        SimulatedResponse response = simulator.answer(new SimulatedRequest(
                method, decoder.path(), decoder.parameters(), new HashMap<>(headers), body.getBytes(UTF_8)));
        return new Answer(response.status(), response.headers(), new String(response.body(), UTF_8));
    }
}
