package com.optiply.picqer.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/** A bearer token that is renewed when it ages or is refused, the account's numbers on every write, and a pace. */
final class OptiplyProtocol implements Protocol {
    private static final String JSON_API = "application/vnd.api+json";
    private static final String BEARER = "Bearer ";

    private final Map<Key, Budget> budgets = new ConcurrentHashMap<>();
    private final Customers customers;
    private final Function<Allowance, Budget> opening;
    private final Tokens tokens;

    OptiplyProtocol(Customers customers, Function<Allowance, Budget> opening, Tokens tokens) {
        this.customers = customers;
        this.opening = opening;
        this.tokens = tokens;
    }

    /** Two customers with one account, under couplings of their own, share what it bears. */
    private record Key(URI baseUrl, long account) {
        static Key of(CustomerSettings customer) {
            return new Key(customer.optiply().baseUrl(), customer.optiply().account());
        }
    }

    @Override
    public Account account() {
        return Account.OPTIPLY;
    }

    @Override
    public Budget budget(CustomerSettings customer) {
        return budgets.computeIfAbsent(Key.of(customer), key -> opening.apply(allowance(ceiling(key))));
    }

    /** The lowest that a file with this account sets. */
    private OptionalInt ceiling(Key key) {
        return customers.all().stream()
                .filter(one -> Key.of(one).equals(key))
                .flatMapToInt(one -> one.optiply().requestsPerSecondMax().stream())
                .min();
    }

    private static Allowance allowance(OptionalInt requestsPerSecondMax) {
        return requestsPerSecondMax.isPresent() ? new Pace(requestsPerSecondMax.getAsInt()) : Allowance.UNLIMITED;
    }

    @Override
    public Envelope envelope(CustomerSettings customer, DoorRequest request, CamelContext camel) {
        String token = tokens.of(customer, camel);
        CustomerSettings.Optiply optiply = customer.optiply();
        String url = DoorRequest.url(optiply.baseUrl(), request.path(), query(optiply, request));
        Map<String, String> headers =
                Map.of("Authorization", BEARER + token, "Accept", JSON_API, "Content-Type", JSON_API);
        return new Envelope(url, headers, request.body(), List.of(token));
    }

    private static String query(CustomerSettings.Optiply optiply, DoorRequest request) {
        String query = request.query().encoded();
        if (!request.isWrite()) {
            return query;
        }
        String account = "accountId=" + optiply.account();
        OptionalLong coupling = optiply.coupling();
        String address = coupling.isPresent() ? account + "&couplingId=" + coupling.getAsLong() : account;
        return query.isEmpty() ? address : query + "&" + address;
    }

    @Override
    public FailureClass classOf(DoorRequest request, int status) {
        return Statuses.classOf(request, status);
    }

    @Override
    public boolean renewCredentials(CustomerSettings customer, Envelope refused) {
        tokens.forget(customer, refused.headers().get("Authorization").substring(BEARER.length()));
        return true;
    }

    @Override
    public Object answer(int status, @Nullable JsonNode body) {
        return new OptiplyAnswer(status, body);
    }
}
