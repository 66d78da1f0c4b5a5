package com.optiply.picqer.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.sandbox.optiply.ApiCredentials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;

/** Optiply's password grant. */
final class FloorLogin {
    private FloorLogin() {}

    static String token(HttpClient http, URI tokenUri, ApiCredentials credentials)
            throws IOException, InterruptedException {
        String client = credentials.clientId() + ":" + credentials.clientSecret();
        String form = "username=" + credentials.username() + "&password=" + credentials.password();
        HttpRequest request = HttpRequest.newBuilder(URI.create(tokenUri + "?grant_type=password"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(client.getBytes(UTF_8)))
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        JsonNode answer = ParentLine.JSON.readTree(
                http.send(request, BodyHandlers.ofByteArray()).body());
        return answer.required("access_token").asText();
    }
}
