package com.optiply.picqer.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.CustomerSettings.OptiplyCredentials;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/**
 * The token of every Optiply user, asked for once however many threads need it. Thread-safe.
 *
 * <p>There is no refresh grant: the password grant always works, and one way is enough.
 */
final class Tokens {
    private static final Duration RENEWED_BEFORE_EXPIRY = Duration.ofMinutes(2);

    /** A wrong password is not tried again with every record of a run: accounts get locked for that. */
    private static final Duration REFUSAL_HOLDS = Duration.ofMinutes(1);

    /** For an answer that names no life: the first 401 ends it. */
    private static final Duration UNTIL_REFUSED = Duration.ofDays(365);

    private final Map<User, CompletableFuture<Login>> logins = new ConcurrentHashMap<>();
    private final DoorTime time;

    Tokens(DoorTime time) {
        this.time = time;
    }

    private record User(URI tokenUrl, OptiplyCredentials credentials) {
        static User of(CustomerSettings customer) {
            return new User(customer.optiply().tokenUrl(), customer.optiply().credentials());
        }
    }

    /** How a login ended: a token, or a refusal; either holds for some time. */
    private record Login(@Nullable String token, @Nullable Failure refusal, long since, Duration holds) {

        boolean holds(long now) {
            return now - since < holds.toNanos();
        }

        String tokenOrRefusal() {
            if (token == null) {
                throw refusal == null ? new IllegalStateException("a login without an end") : refusal;
            }
            return token;
        }

        @Override
        public String toString() {
            return "Login[***]";
        }
    }

    /** The customer's token, logging in if need be; a {@link Failure} of the login if there is none to be had. */
    String of(CustomerSettings customer, CamelContext camel) {
        User user = User.of(customer);
        CompletableFuture<Login> known = logins.get(user);
        if (known != null && (!known.isDone() || stillHolds(known))) {
            return await(known, request(customer)).tokenOrRefusal();
        }
        CompletableFuture<Login> own = new CompletableFuture<>();
        boolean first = known == null ? logins.putIfAbsent(user, own) == null : logins.replace(user, known, own);
        if (!first) {
            return of(customer, camel);
        }
        complete(own, customer, camel);
        return await(own, request(customer)).tokenOrRefusal();
    }

    /** Forgets this token, unless another thread has already brought a new one. */
    void forget(CustomerSettings customer, String token) {
        User user = User.of(customer);
        CompletableFuture<Login> known = logins.get(user);
        if (known != null
                && known.isDone()
                && !known.isCompletedExceptionally()
                && token.equals(known.join().token())) {
            logins.remove(user, known);
        }
    }

    private boolean stillHolds(CompletableFuture<Login> done) {
        return !done.isCompletedExceptionally() && done.join().holds(time.nanos());
    }

    private void complete(CompletableFuture<Login> login, CustomerSettings customer, CamelContext camel) {
        try {
            login.complete(logIn(customer, camel));
        } catch (RuntimeException | Error unexpected) {
            login.completeExceptionally(unexpected);
        }
    }

    private Login logIn(CustomerSettings customer, CamelContext camel) {
        try {
            return granted(ask(customer, camel), request(customer));
        } catch (Failure failure) {
            Duration holds = failure.failureClass() == FailureClass.AUTH ? REFUSAL_HOLDS : Duration.ZERO;
            return new Login(null, failure, time.nanos(), holds);
        }
    }

    private static JsonNode ask(CustomerSettings customer, CamelContext camel) {
        ProducerTemplate template = camel.createProducerTemplate();
        try {
            Exchange login = template.request("direct:optiply-token", exchange -> {
                exchange.setVariable(Door.CUSTOMER, customer.name().value());
                exchange.getMessage().setBody(request(customer));
            });
            return answer(login);
        } finally {
            template.stop();
        }
    }

    private static JsonNode answer(Exchange login) {
        Exception failed = login.getException();
        if (failed instanceof Failure failure) {
            throw failure;
        }
        if (failed != null) {
            throw new IllegalStateException("the login's route is broken", failed);
        }
        return login.getMessage().getBody(JsonNode.class);
    }

    private static LoginRequest request(CustomerSettings customer) {
        return new LoginRequest(customer.optiply().tokenUrl().getPath());
    }

    private Login granted(JsonNode answer, LoginRequest request) {
        String token = answer.path("access_token").asText("");
        if (token.isBlank()) {
            throw Failure.unreadable(Account.OPTIPLY, request, 200, "without an `access_token`");
        }
        return new Login(token, null, time.nanos(), holds(answer.path("expires_in")));
    }

    /**
     * Short of its expiry, or half its life if that is longer: asked again while a token lives, Optiply gives out the
     * same one with what is left of its life, and that must not mean a login for every request.
     */
    private static Duration holds(JsonNode expiresIn) {
        if (!expiresIn.canConvertToLong()) {
            return UNTIL_REFUSED;
        }
        Duration life = Duration.ofSeconds(expiresIn.asLong());
        Duration shortened = life.minus(RENEWED_BEFORE_EXPIRY);
        Duration half = life.dividedBy(2);
        return shortened.compareTo(half) > 0 ? shortened : half;
    }

    private static Login await(CompletableFuture<Login> login, LoginRequest request) {
        try {
            return login.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Failure.unanswered(
                    FailureClass.CONNECTION, Account.OPTIPLY, request, "this program is stopping", stopping);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the login is broken", broken.getCause());
        }
    }
}
