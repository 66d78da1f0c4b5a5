package com.optiply.picqer.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.optiply.picqer.sandbox.world.Worlds;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox with one shop, asked as anybody would ask it. */
abstract class OneShopSandbox {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String AUTHORIZATION =
            "Basic " + Base64.getEncoder().encodeToString((ShopOptions.KEY + ":X").getBytes(UTF_8));

    final Sandbox sandbox = Sandbox.start(SandboxOptions.DEFAULTS.withClockStanding());
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void openShop() {
        sandbox.addShop("acme", ShopOptions.of(Worlds.plain(250)));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    HttpResponse<String> send(String method, String uri, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                .method(method, BodyPublishers.ofString(body))
                .header("Authorization", AUTHORIZATION)
                .header("User-Agent", getClass().getSimpleName())
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    JsonNode page(int offset) throws IOException, InterruptedException {
        return JSON.readTree(send("GET", sandbox.picqerUri("acme") + "/products?offset=" + offset, "")
                .body());
    }

    JsonNode admin(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = send(method, sandbox.adminUri() + path, body);
        return JSON.readTree(response.body());
    }
}
