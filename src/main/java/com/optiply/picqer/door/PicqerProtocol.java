package com.optiply.picqer.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.customer.Secret;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/** Basic authentication with the API key as user, and a budget for every key. */
final class PicqerProtocol implements Protocol {
    private static final String JSON = "application/json";

    private final Map<Key, Budget> budgets = new ConcurrentHashMap<>();
    private final Customers customers;
    private final Function<Allowance, Budget> opening;

    PicqerProtocol(Customers customers, Function<Allowance, Budget> opening) {
        this.customers = customers;
        this.opening = opening;
    }

    /** Whoever shows the same key to the same shop is counted together there, and so here. */
    private record Key(URI baseUrl, Secret apiKey) {
        static Key of(CustomerSettings customer) {
            return new Key(customer.picqer().baseUrl(), customer.picqer().apiKey());
        }
    }

    @Override
    public Account account() {
        return Account.PICQER;
    }

    @Override
    public Budget budget(CustomerSettings customer) {
        return budgets.computeIfAbsent(Key.of(customer), key -> opening.apply(allowance(limit(key))));
    }

    /** The lowest that a file with this key sets: what one customer is not to use, the other must not use for it. */
    private OptionalInt limit(Key key) {
        return customers.all().stream()
                .filter(one -> Key.of(one).equals(key))
                .flatMapToInt(one -> one.picqer().requestsPerMinute().stream())
                .min();
    }

    private static Allowance allowance(OptionalInt requestsPerMinute) {
        return requestsPerMinute.isPresent() ? new MinuteWindow(requestsPerMinute.getAsInt()) : Allowance.UNLIMITED;
    }

    @Override
    public Envelope envelope(CustomerSettings customer, DoorRequest request, CamelContext camel) {
        CustomerSettings.Picqer picqer = customer.picqer();
        String url = DoorRequest.url(
                picqer.baseUrl(), request.path(), request.query().encoded());
        String apiKey = picqer.apiKey().reveal();
        String basic = Base64.getEncoder().encodeToString((apiKey + ":").getBytes(UTF_8));
        Map<String, String> headers = Map.of("Authorization", "Basic " + basic, "Accept", JSON, "Content-Type", JSON);
        return new Envelope(url, headers, request.body(), List.of(apiKey, basic));
    }

    @Override
    public FailureClass classOf(DoorRequest request, int status) {
        return Statuses.classOf(request, status);
    }

    @Override
    public boolean renewCredentials(CustomerSettings customer, Envelope refused) {
        return false;
    }

    @Override
    public Object answer(int status, @Nullable JsonNode body) {
        return new PicqerAnswer(status, body);
    }
}
