package com.optiply.picqer.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.customer.CustomerSettings;
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
    private final Function<Allowance, Budget> opening;

    PicqerProtocol(Function<Allowance, Budget> opening) {
        this.opening = opening;
    }

    /** Two customers with one key share its budget; a changed limit opens a new one. */
    private record Key(URI baseUrl, Secret apiKey, OptionalInt requestsPerMinute) {}

    @Override
    public Account account() {
        return Account.PICQER;
    }

    @Override
    public Budget budget(CustomerSettings customer) {
        CustomerSettings.Picqer picqer = customer.picqer();
        Key key = new Key(picqer.baseUrl(), picqer.apiKey(), picqer.requestsPerMinute());
        return budgets.computeIfAbsent(key, account -> opening.apply(allowance(account.requestsPerMinute())));
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
