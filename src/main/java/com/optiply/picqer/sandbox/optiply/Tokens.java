package com.optiply.picqer.sandbox.optiply;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Users, what they may see, and their tokens: one alive at a time, and asking again gives the same one. */
final class Tokens {
    static final Duration LIFETIME_DEFAULT = Duration.ofSeconds(86_399);

    private static final String BEARER = "Bearer ";

    private final World world;
    private final Map<String, String> clientSecrets = new HashMap<>();
    private final Map<String, User> users = new LinkedHashMap<>();
    private final Map<String, Token> byAccess = new HashMap<>();
    private Duration lifetime = LIFETIME_DEFAULT;

    /** @param accounts grows when the user is given another one */
    private record User(String password, List<Account> accounts) {}

    Tokens(World world) {
        this.world = world;
    }

    /** @throws IllegalArgumentException if the client or the user is known with another secret */
    void requireConsistent(ApiCredentials credentials) {
        User user = users.get(credentials.username());
        String secret = clientSecrets.getOrDefault(credentials.clientId(), credentials.clientSecret());
        boolean samePassword = user == null || user.password().equals(credentials.password());
        if (!samePassword || !secret.equals(credentials.clientSecret())) {
            throw new IllegalArgumentException(credentials + " is known with another secret.");
        }
    }

    void grant(ApiCredentials credentials, Account account) {
        clientSecrets.put(credentials.clientId(), credentials.clientSecret());
        users.computeIfAbsent(credentials.username(), name -> new User(credentials.password(), new ArrayList<>()))
                .accounts()
                .add(account);
    }

    void lifetime(Duration lifetime) {
        this.lifetime = lifetime;
    }

    /** Ends every token that is alive. */
    void expireAll() {
        byAccess.values().forEach(token -> token.expireAt(world.clock().instant()));
    }

    void clear() {
        byAccess.clear();
        lifetime = LIFETIME_DEFAULT;
    }

    void requireClient(String clientId, String clientSecret) {
        if (!clientSecret.equals(clientSecrets.get(clientId))) {
            throw new OAuthException(401, "unauthorized", "Bad client credentials");
        }
    }

    Token forPassword(@Nullable String username, @Nullable String password) {
        User user = users.get(username);
        if (user == null) {
            throw new OAuthException(
                    401, "unauthorized", "UserDetailsService returned null, which is an interface contract violation");
        }
        if (!user.password().equals(password)) {
            throw new OAuthException(400, "invalid_grant", "Bad credentials");
        }
        return current(Objects.requireNonNull(username));
    }

    /** The old access token dies, the refresh token stays. */
    Token forRefresh(@Nullable String refresh) {
        Token old = byAccess.values().stream()
                .filter(token -> token.refresh().equals(refresh))
                .findFirst()
                .orElseThrow(() -> new OAuthException(400, "invalid_grant", "Invalid refresh token"));
        byAccess.remove(old.access());
        return issue(old.refresh(), old.username());
    }

    Token authenticate(@Nullable String authorization) {
        if (authorization == null) {
            throw new OAuthException(401, "unauthorized", "Full authentication is required to access this resource");
        }
        Token token = authorization.startsWith(BEARER) ? byAccess.get(authorization.substring(BEARER.length())) : null;
        if (token == null) {
            throw new OAuthException(401, "invalid_token", "Invalid access token");
        }
        if (token.isExpired(world.clock().instant())) {
            throw new OAuthException(401, "invalid_token", "Access token expired");
        }
        return token;
    }

    List<Account> accountsOf(Token token) {
        return Objects.requireNonNull(users.get(token.username())).accounts();
    }

    private Token current(String username) {
        Instant now = world.clock().instant();
        for (Token token : List.copyOf(byAccess.values())) {
            if (token.username().equals(username)) {
                if (!token.isExpired(now)) {
                    return token;
                }
                byAccess.remove(token.access());
            }
        }
        return issue(secret(), username);
    }

    private Token issue(String refresh, String username) {
        Instant expiresAt = world.clock().instant().plus(lifetime);
        Token token = new Token(secret(), refresh, username, expiresAt);
        byAccess.put(token.access(), token);
        return token;
    }

    /** In the form of Optiply's own, and yet to be told from every other id. */
    private String secret() {
        return OptiplySimulator.TOKEN_BEGINNING
                + world.nextUuid().toString().substring(OptiplySimulator.TOKEN_BEGINNING.length());
    }
}
