package com.optiply.picqer.sandbox.optiply;

import com.optiply.picqer.sandbox.server.SimulatedRequest;
import com.optiply.picqer.sandbox.server.SimulatedResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The token host: password and refresh grants, parameters in the query or in a form. */
final class TokenEndpoint {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String BASIC = "Basic ";

    private final World world;
    private final Tokens tokens;

    TokenEndpoint(World world, Tokens tokens) {
        this.world = world;
        this.tokens = tokens;
    }

    SimulatedResponse answer(SimulatedRequest request) {
        if (!request.method().equals("POST")) {
            throw new OAuthException(
                    405, "method_not_allowed", "Request method '" + request.method() + "' not supported");
        }
        requireClient(request.headers().get("authorization"));
        Map<String, String> parameters = parameters(request);
        String grant = parameters.get("grant_type");
        if (grant == null) {
            throw new OAuthException(400, "invalid_request", "Missing grant type");
        }
        return switch (grant) {
            case "password" -> granted(tokens.forPassword(parameters.get("username"), parameters.get("password")));
            case "refresh_token" -> granted(tokens.forRefresh(parameters.get("refresh_token")));
            default -> throw new OAuthException(400, "unsupported_grant_type", "Unsupported grant type: " + grant);
        };
    }

    private void requireClient(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BASIC)) {
            throw new OAuthException(401, "unauthorized", "Full authentication is required to access this resource");
        }
        String[] pair = decoded(authorization.substring(BASIC.length())).split(":", 2);
        tokens.requireClient(pair[0], pair.length == 2 ? pair[1] : "");
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new OAuthException(401, "unauthorized", "Failed to decode basic authentication token");
        }
    }

    private static Map<String, String> parameters(SimulatedRequest request) {
        Map<String, String> parameters = new HashMap<>();
        request.query().forEach((name, values) -> parameters.put(name, values.get(0)));
        String contentType = request.headers().getOrDefault("content-type", "");
        if (Responses.mediaType(contentType).equals(FORM)) {
            String form = new String(request.body(), StandardCharsets.UTF_8);
            for (String pair : form.split("&")) {
                String[] parts = pair.split("=", 2);
                parameters.put(formDecoded(parts[0]), parts.length == 2 ? formDecoded(parts[1]) : "");
            }
        }
        return parameters;
    }

    private static String formDecoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new OAuthException(400, "invalid_request", "Malformed form");
        }
    }

    private SimulatedResponse granted(Token token) {
        long expiresIn =
                Duration.between(world.clock().instant(), token.expiresAt()).toSeconds();
        return Responses.oauth(200, out -> {
            out.writeStringField("access_token", token.access());
            out.writeStringField("token_type", "bearer");
            out.writeStringField("refresh_token", token.refresh());
            out.writeNumberField("expires_in", expiresIn);
            out.writeStringField("scope", "read write delete");
        });
    }
}
