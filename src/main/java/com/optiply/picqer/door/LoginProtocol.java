package com.optiply.picqer.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.CustomerSettings.OptiplyCredentials;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/** Optiply's password grant: the client in the Basic header, the user in the form. */
final class LoginProtocol implements Protocol {
    private final Supplier<Budget> newBudget;
    private final Map<Login, Budget> budgets = new ConcurrentHashMap<>();

    /** @param newBudget without a limit: a login is so rare that only a Retry-After needs heeding */
    LoginProtocol(Supplier<Budget> newBudget) {
        this.newBudget = newBudget;
    }

    /** Who is told to wait is the user at that address, and nobody else. */
    private record Login(URI address, OptiplyCredentials credentials) {}

    @Override
    public Account account() {
        return Account.OPTIPLY;
    }

    @Override
    public Budget budget(CustomerSettings customer) {
        Login login =
                new Login(customer.optiply().tokenUrl(), customer.optiply().credentials());
        return budgets.computeIfAbsent(login, one -> newBudget.get());
    }

    @Override
    public Envelope envelope(CustomerSettings customer, DoorRequest request, CamelContext camel) {
        OptiplyCredentials credentials = customer.optiply().credentials();
        String clientSecret = credentials.clientSecret().reveal();
        String password = credentials.password().reveal();
        String basic =
                Base64.getEncoder().encodeToString((credentials.clientId() + ":" + clientSecret).getBytes(UTF_8));
        Map<String, String> headers = Map.of(
                "Authorization", "Basic " + basic,
                "Accept", "application/json",
                "Content-Type", "application/x-www-form-urlencoded");
        Query form = Query.of("username", credentials.username()).and("password", password);
        return new Envelope(
                customer.optiply().tokenUrl() + "?" + request.query().encoded(),
                headers,
                form.encoded().getBytes(UTF_8),
                List.of(clientSecret, password, basic));
    }

    /** A login that is refused in whatever way says nothing about the record that was to be sent. */
    @Override
    public FailureClass classOf(DoorRequest request, int status) {
        FailureClass failureClass = Statuses.classOf(request, status);
        return switch (failureClass) {
            case REJECTED, MISSING, CONFLICT -> FailureClass.AUTH;
            case CONNECTION, MISADDRESSED, AUTH, RATE_LIMITED, SERVER, AMBIGUOUS -> failureClass;
        };
    }

    @Override
    public boolean renewCredentials(CustomerSettings customer, Envelope refused) {
        return false;
    }

    @Override
    public Object answer(int status, @Nullable JsonNode body) {
        return Objects.requireNonNull(body, "a POST is answered with a body or fails");
    }
}
