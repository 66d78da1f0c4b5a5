package com.optiply.picqer.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.optiply.picqer.sandbox.optiply.ApiCredentials;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;

/** Another program with the same credentials, such as the integration before ours, that does a thing once more. */
final class OtherProgram {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SyncWorld world;

    OtherProgram(SyncWorld world) {
        this.world = world;
    }

    /** Posts the same body to the same address; returns the id of the second record. */
    long repeat(LoggedRequest post) {
        URI address = world.sandbox().optiplyUri().resolve(post.path() + "?" + post.query());
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/vnd.api+json")
                .POST(BodyPublishers.ofString(post.body()))
                .build();
        return send(request).path("data").path("id").asLong();
    }

    private String token() {
        ApiCredentials user = SyncSetup.OPTIPLY_USER;
        String client =
                Base64.getEncoder().encodeToString((user.clientId() + ":" + user.clientSecret()).getBytes(UTF_8));
        String form = "username=" + user.username() + "&password=" + URLEncoder.encode(user.password(), UTF_8);
        HttpRequest login = HttpRequest.newBuilder(
                        URI.create(world.sandbox().optiplyTokenUri() + "?grant_type=password"))
                .header("Authorization", "Basic " + client)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return send(login).path("access_token").asText();
    }

    private static JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
            return JSON.readTree(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
