package com.optiply.picqer.door;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.optiply.picqer.customer.Customer;
import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.customer.OptiplySection;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Both doors as they are in production, routes included, in front of one HTTP server that plays both accounts. */
final class DoorsUnderTest implements AutoCloseable {
    static final String API_KEY = "picqer-key-7f3a";
    static final String CLIENT_SECRET = "client-secret-91c";
    static final String PASSWORD = "pass word&+%";
    static final String TOKEN_PATH = "/auth/oauth/token";

    /** So long that no busy machine reaches them. */
    private static final DoorSettings PATIENT_NETWORK = network(Duration.ofSeconds(20), Duration.ofSeconds(40));

    /** So short that a test can wait for them: the network keeps its own time. */
    private static final DoorSettings IMPATIENT_NETWORK = network(Duration.ofMillis(500), Duration.ofMillis(1000));

    /** One for all tests, because it is slow to start; every test finds it empty. */
    private static final WireMockServer SERVER = started();

    final WireMockServer server = SERVER;
    final VirtualTime time = new VirtualTime();
    /** Asked before each attempt of a write. */
    volatile Permission permission = Permission.GRANTED;

    final List<Duration> waits = new CopyOnWriteArrayList<>();

    final EndlessHead endlessLine = EndlessHead.ofOneLine();
    final EndlessHead endlessLines = EndlessHead.ofManyLines();

    private final Doors doors;
    private final CamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate caller;

    private DoorsUnderTest(DoorSettings settings, OptionalInt requestsPerMinute, OptionalInt requestsPerSecondMax)
            throws Exception {
        this("http://localhost:" + SERVER.port(), settings, requestsPerMinute, requestsPerSecondMax);
    }

    /** @param acme where the accounts of that customer are */
    private DoorsUnderTest(
            String acme, DoorSettings settings, OptionalInt requestsPerMinute, OptionalInt requestsPerSecondMax)
            throws Exception {
        server.resetAll();
        Customers customers = new Customers(List.of(
                customer("acme", acme, requestsPerMinute, requestsPerSecondMax),
                unlimited("same-accounts", acme),
                unlimited("nobody-listens", "http://127.0.0.1:1"),
                unlimited("plain-behind-https", address().replace("http:", "https:")),
                unlimited("untrusted", "https://localhost:" + server.httpsPort()),
                unlimited("endless-line", endlessLine.address()),
                unlimited("endless-lines", endlessLines.address()),
                unlimited("no-such-host", "https://picqer.invalid")));
        doors = new Doors(
                customers,
                settings,
                customer -> permission.require(customer),
                time,
                () -> 1,
                (customer, account, why, lasted, wait) -> waits.add(wait));
        doors.beans().forEach(camel.getRegistry()::bind);
        load("routes/doors/picqer.yaml");
        load("routes/doors/optiply.yaml");
        camel.start();
        caller = camel.createProducerTemplate();
    }

    static DoorsUnderTest unlimited() throws Exception {
        return new DoorsUnderTest(PATIENT_NETWORK, OptionalInt.empty(), OptionalInt.empty());
    }

    /** In front of another server. */
    static DoorsUnderTest at(String address) throws Exception {
        return new DoorsUnderTest(address, PATIENT_NETWORK, OptionalInt.empty(), OptionalInt.empty());
    }

    static DoorsUnderTest impatient() throws Exception {
        return new DoorsUnderTest(IMPATIENT_NETWORK, OptionalInt.empty(), OptionalInt.empty());
    }

    static DoorsUnderTest budgeted(int requestsPerMinute, int requestsPerSecondMax) throws Exception {
        return new DoorsUnderTest(
                PATIENT_NETWORK, OptionalInt.of(requestsPerMinute), OptionalInt.of(requestsPerSecondMax));
    }

    private static WireMockServer started() {
        WireMockServer server = new WireMockServer(
                WireMockConfiguration.options().dynamicPort().dynamicHttpsPort().containerThreads(24));
        server.start();
        return server;
    }

    private static DoorSettings network(Duration responseTimeout, Duration totalTimeout) {
        return new DoorSettings(
                Duration.ofSeconds(5),
                responseTimeout,
                totalTimeout,
                1,
                Duration.ofMinutes(2),
                Duration.ofMinutes(15),
                16,
                64);
    }

    private void load(String file) throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.resolveMandatoryResource(camel, "file:" + file));
    }

    private static CustomerSettings unlimited(String name, String server) {
        return customer(name, server, OptionalInt.empty(), OptionalInt.empty());
    }

    private static CustomerSettings customer(
            String name, String server, OptionalInt requestsPerMinute, OptionalInt requestsPerSecondMax) {
        Customer settings = new Customer();
        settings.setSince("2025-02-01");
        settings.getPicqer().setBaseUrl(server + "/api/v1");
        settings.getPicqer().setApiKey(API_KEY);
        settings.getPicqer().setRequestsPerMinute(written(requestsPerMinute));
        OptiplySection optiply = settings.getOptiply();
        optiply.setAccount("1380");
        optiply.setCoupling("9021");
        optiply.setBaseUrl(server + "/v1");
        optiply.setTokenUrl(server + TOKEN_PATH);
        optiply.setClientId("shop");
        optiply.setClientSecret(CLIENT_SECRET);
        optiply.setUsername("api_user_42");
        optiply.setPassword(PASSWORD);
        optiply.setRequestsPerSecondMax(written(requestsPerSecondMax));
        return settings.settings(new CustomerName(name));
    }

    private static String written(OptionalInt limit) {
        return limit.isPresent() ? String.valueOf(limit.getAsInt()) : "unlimited";
    }

    /** Where the server speaks plainly. */
    String address() {
        return "http://localhost:" + server.port();
    }

    void grantToken(String token, long expiresInSeconds) {
        server.stubFor(post(urlPathEqualTo(TOKEN_PATH))
                .willReturn(okJson("{\"access_token\":\"%s\",\"token_type\":\"bearer\",\"expires_in\":%d}"
                        .formatted(token, expiresInSeconds))));
    }

    /** The whole exchange as a caller's route would have it afterwards, failure included. */
    Exchange send(String customer, DoorRequest request, Consumer<Exchange> before) {
        String door = request instanceof PicqerRequest ? "direct:picqer" : "direct:optiply";
        return caller.request(door, exchange -> {
            exchange.setVariable("customer", customer);
            exchange.getMessage().setBody(request);
            before.accept(exchange);
        });
    }

    PicqerAnswer ask(PicqerRequest request) {
        return answer(request, PicqerAnswer.class);
    }

    OptiplyAnswer ask(OptiplyRequest request) {
        return answer(request, OptiplyAnswer.class);
    }

    private <T> T answer(DoorRequest request, Class<T> type) {
        Exchange exchange = send("acme", request, untouched -> {});
        if (exchange.getException() != null) {
            throw new AssertionError("expected an answer", exchange.getException());
        }
        return type.cast(exchange.getMessage().getBody());
    }

    Failure failureOf(DoorRequest request) {
        return failureOf("acme", request);
    }

    Failure failureOf(String customer, DoorRequest request) {
        Exception exception = send(customer, request, untouched -> {}).getException();
        if (exception instanceof Failure failure) {
            return failure;
        }
        throw new AssertionError("expected a failure of the door", exception);
    }

    @Override
    public void close() {
        camel.stop();
        doors.close();
        endlessLine.close();
        endlessLines.close();
    }
}
