package com.optiply.picqer.sandbox.optiply;

import com.optiply.picqer.sandbox.server.Backstage;
import com.optiply.picqer.sandbox.server.SimulatedRequest;
import com.optiply.picqer.sandbox.server.SimulatedResponse;
import com.optiply.picqer.sandbox.server.Simulator;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Optiply's token host ({@code /api/auth/oauth/token}) and API ({@code /v1/...}) over several accounts. Stateful,
 * and deterministic: the same requests at the same times with the same seed give the same answers, uuids and tokens
 * included. Thread-safe: every request is answered under one lock.
 *
 * <p>Resets, delays and lost answers are not its business; the server around it makes those.
 */
public final class OptiplySimulator implements Simulator {
    /** What every token for access or for a new login begins with, so that one is known wherever it should not be. */
    public static final String TOKEN_BEGINNING = "acce55ed";

    static final String API = "/v1";

    private static final String TOKEN = "/api/auth/oauth/token";

    private final World world;
    private final Tokens tokens;
    private final TokenEndpoint tokenEndpoint;
    private final Documents documents;
    private final Writer writer;
    private final RestApi api;
    private RateLimit rateLimit = RateLimit.NONE;

    /** @param baseUrl what links begin with: ends in {@code /v1}, without a slash behind it */
    public OptiplySimulator(URI baseUrl, Clock clock, long seed) {
        this.world = new World(clock, seed);
        this.tokens = new Tokens(world);
        this.tokenEndpoint = new TokenEndpoint(world, tokens);
        this.documents = new Documents(world, baseUrl.toString());
        this.writer = new Writer(world);
        this.api = new RestApi(world, new Search(world), writer, documents);
    }

    /** The same username on several accounts is one user who sees them all. */
    public synchronized OptiplyAccount addAccount(
            long id, String name, ApiCredentials credentials, Coupling... couplings) {
        Account account = new Account(id, name, List.of(couplings));
        tokens.requireConsistent(credentials);
        world.add(account);
        tokens.grant(credentials, account);
        return new OptiplyAccount(this, account, writer, documents);
    }

    /** @throws IllegalArgumentException if there is no such account */
    public synchronized OptiplyAccount account(long id) {
        Account account =
                world.account(id).orElseThrow(() -> new IllegalArgumentException("Optiply has no account " + id + "."));
        return new OptiplyAccount(this, account, writer, documents);
    }

    public synchronized List<OptiplyAccount> accounts() {
        return world.accounts().stream()
                .map(account -> new OptiplyAccount(this, account, writer, documents))
                .toList();
    }

    /** For a server that learns its port late. */
    public synchronized void baseUrl(URI baseUrl) {
        documents.baseUrl(baseUrl.toString());
    }

    public synchronized OptiplySwitches switches() {
        return world.switches();
    }

    public synchronized void switches(OptiplySwitches switches) {
        world.switches(switches);
    }

    public synchronized void rateLimit(RateLimit limit) {
        this.rateLimit = limit;
    }

    /** How long the tokens issued from now on live; zero: none is ever good. */
    public synchronized void tokenLifetime(Duration lifetime) {
        tokens.lifetime(lifetime);
    }

    /** Ends every token that is alive; a new one works at once. */
    public synchronized void expireTokens() {
        tokens.expireAll();
    }

    /** Back to the accounts as they were added: no records, no tokens, no limits, all switches at their defaults. */
    public synchronized void reset() {
        world.clear();
        tokens.clear();
        rateLimit = RateLimit.NONE;
    }

    @Override
    public Optional<Backstage> backstage() {
        return Optional.of(new OptiplyActions(this));
    }

    @Override
    public SimulatedResponse failure(int status) {
        return Responses.error(ApiException.of(status, "SIMULATED", "A failure that was asked for"));
    }

    @Override
    public synchronized SimulatedResponse answer(SimulatedRequest request) {
        try {
            if (request.path().equals(TOKEN)) {
                return tokenEndpoint.answer(request);
            }
            if (!request.path().startsWith(API + "/")) {
                throw ApiException.notFound(request.path());
            }
            return answerApi(request);
        } catch (OAuthException refused) {
            return Responses.error(refused);
        } catch (ApiException refused) {
            return Responses.error(refused);
        }
    }

    private SimulatedResponse answerApi(SimulatedRequest request) {
        Token token = tokens.authenticate(request.headers().get("authorization"));
        if (!token.admits(world.clock().instant(), rateLimit)) {
            return Responses.tooManyRequests(rateLimit);
        }
        requireJsonApi(request);
        List<String> segments =
                List.of(request.path().substring(API.length() + 1).split("/", -1));
        return api.answer(request, segments, tokens.accountsOf(token));
    }

    private void requireJsonApi(SimulatedRequest request) {
        String contentType = request.headers().getOrDefault("content-type", "");
        if (!Responses.mediaType(contentType).equals(Responses.JSON_API)) {
            OptiplySwitches.ContentType refusal = world.switches().contentType();
            throw ApiException.of(refusal.status, refusal.title, "Content type must be " + Responses.JSON_API);
        }
    }
}
