package com.optiply.picqer.door;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicqerDoorTest {
    private static final PicqerRequest LIST = PicqerRequest.get("/products", Query.of("offset", 99));
    private static final byte[] BODY = "{\"name\":\"Kettle\"}".getBytes(UTF_8);
    private static final PicqerRequest CREATE = PicqerRequest.post("/products", BODY);
    private static final PicqerRequest CHANGE = PicqerRequest.put("/products/633", BODY);

    private DoorsUnderTest doors;

    @BeforeEach
    void open() throws Exception {
        doors = DoorsUnderTest.unlimited();
    }

    @AfterEach
    void close() {
        doors.close();
    }

    @Test
    void showsTheKeyAndWhoAsks() {
        always(okJson("[]"));

        doors.ask(LIST);

        doors.server.verify(getRequestedFor(urlEqualTo("/api/v1/products?offset=99"))
                .withHeader("Authorization", equalTo("Basic cGljcWVyLWtleS03ZjNhOg=="))
                .withHeader("Accept", equalTo("application/json"))
                .withHeader("User-Agent", matching("picqer-optiply/\\S+ \\(\\+https://.+\\)")));
    }

    @Test
    void sendsTheBodyAsItIs() {
        always(okJson("{\"idproduct\":633}"));

        doors.ask(CREATE);

        doors.server.verify(postRequestedFor(urlEqualTo("/api/v1/products"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(equalTo("{\"name\":\"Kettle\"}")));
    }

    @Test
    void keepsQueryValuesApartFromTheUrlAndFromCamel() {
        always(okJson("[]"));
        String nasty = "A&b=c+d{{env:PATH}}#é RAW(x)?";

        doors.ask(PicqerRequest.get("/products", Query.of("productcode", nasty)));

        doors.server.verify(
                getRequestedFor(urlPathEqualTo("/api/v1/products")).withQueryParam("productcode", equalTo(nasty)));
    }

    @Test
    void readsDecimalsExactly() {
        always(okJson("[{\"price\":12.50}]"));

        PicqerAnswer answer = doors.ask(LIST);

        assertThat(Objects.requireNonNull(answer.body()).at("/0/price").decimalValue())
                .isEqualTo(new BigDecimal("12.50"));
    }

    @Test
    void acceptsAWriteThatIsAnsweredWithoutABody() {
        always(aResponse().withStatus(204));

        assertThat(doors.ask(PicqerRequest.put("/products/7", new byte[0]))).isEqualTo(new PicqerAnswer(204, null));
    }

    @Test
    void leavesTheCallersHeadersAndLoopAloneAndKeepsThemFromPicqer() {
        always(okJson("[]").withHeader("Set-Cookie", "a=b"));

        Exchange exchange = doors.send("acme", LIST, before -> {
            before.getMessage().setHeader("sku", "KT-17");
            before.setProperty(Exchange.LOOP_INDEX, 7);
        });

        assertThat(exchange.getMessage().getHeaders()).containsOnlyKeys("sku");
        assertThat(exchange.getProperty(Exchange.LOOP_INDEX)).isEqualTo(7);
        doors.server.verify(getRequestedFor(anyUrl()).withHeader("sku", absent()));
    }

    @Test
    void leavesTheRequestInTheBodyAndNoSecretInTheHeadersWhenItFails() {
        always(aResponse().withStatus(400));

        Exchange exchange =
                doors.send("acme", LIST, before -> before.getMessage().setHeader("sku", "KT-17"));

        assertThat(exchange.getMessage().getBody()).isSameAs(LIST);
        assertThat(exchange.getMessage().getHeaders()).containsOnlyKeys("sku");
    }

    @ParameterizedTest
    @CsvSource({
        "400, REJECTED",
        "405, REJECTED",
        "415, REJECTED",
        "422, REJECTED",
        "401, AUTH",
        "403, AUTH",
        "404, MISSING",
        "409, CONFLICT"
    })
    void failsAtOnceWhereRepeatingIsOfNoUse(int status, FailureClass failureClass) {
        always(aResponse().withStatus(status).withHeader("Location", doors.server.baseUrl() + "/elsewhere"));

        Failure failure = doors.failureOf(LIST);

        assertThat(failure.failureClass()).isEqualTo(failureClass);
        assertThat(failure.status()).hasValue(status);
        assertThat(requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void doesNotTakeAPageOfAProxyForARecordThatIsGone(int status) {
        always(okJson("[]"));
        doors.ask(LIST);
        always(aResponse().withStatus(status).withBody("<html><title>No such host</title></html>"));

        Failure failure =
                doors.failureOf(PicqerRequest.get("/orders/1", Query.NONE).orAnswer(404, 410));

        assertThat(failure.failureClass()).isEqualTo(FailureClass.SERVER);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 404, 410})
    void doesNotBelieveAnAddressThatHasGivenNothingButPagesForPeople(int status) {
        always(aResponse().withStatus(status).withBody("<html><title>No such host</title></html>"));

        Failure failure = doors.failureOf(LIST.orAnswer(404, 410));

        assertThat(failure.failureClass()).isEqualTo(FailureClass.MISADDRESSED);
        assertThat(failure.status()).hasValue(status);
        assertThat(failure.advice()).contains("`picqer.subdomain`", "`picqer.base-url`");
        assertThat(requests()).as("soon").isEqualTo(3);
    }

    @Test
    void believesAnAddressWhereTheAccountHasSaidNoBefore() {
        always(aResponse().withStatus(401).withBody("{\"error\":\"no such key\"}"));
        assertThat(doors.failureOf(LIST).failureClass()).isEqualTo(FailureClass.AUTH);

        always(aResponse().withStatus(404).withBody("<html><title>Maintenance</title></html>"));

        assertThat(doors.failureOf(LIST).failureClass()).isEqualTo(FailureClass.SERVER);
    }

    @Test
    void callsAWriteThatWasAnsweredWithAPageAmbiguousAtAnyAddress() {
        always(aResponse().withStatus(404).withBody("<html><title>No such host</title></html>"));

        assertThat(doors.failureOf(CREATE).failureClass()).isEqualTo(FailureClass.AMBIGUOUS);
    }

    @Test
    void doesNotTakeAPageOfAFirewallForAKeyThatMayNotReadThis() {
        always(aResponse().withStatus(403).withBody("<html><title>Blocked</title></html>"));

        Failure failure =
                doors.failureOf(PicqerRequest.get("/warehouses", Query.NONE).orAnswer(403));

        assertThat(failure.failureClass()).isEqualTo(FailureClass.AUTH);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void takesAPageOfPicqersOwnForWhatItSays(int status) {
        always(aResponse()
                .withStatus(status)
                .withHeader("X-RateLimit-Remaining", "499")
                .withBody("<html><title>Not found</title></html>"));

        PicqerAnswer answer =
                doors.ask(PicqerRequest.get("/orders/1", Query.NONE).orAnswer(404, 410));

        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void saysInOneSentenceWhatHappenedAndWhatToDo() {
        always(aResponse()
                .withStatus(400)
                .withBody("{\"error\":true,\"error_code\":24,\"error_message\":\"Product does not exist\"}"));

        Failure failure = doors.failureOf(CREATE);

        assertThat(failure).hasMessage("Picqer answered POST /products with 400: `Product does not exist`.");
        assertThat(failure.account()).isEqualTo(Account.PICQER);
        assertThat(failure.advice()).startsWith("Correct what Picqer names");
    }

    @Test
    void hidesTheKeyWhereTheServerRepeatsIt() {
        always(aResponse()
                .withStatus(401)
                .withBody("{\"error_message\":\"Unknown key " + DoorsUnderTest.API_KEY + "\"}"));

        Failure failure = doors.failureOf(LIST);

        assertThat(failure).hasMessageEndingWith(": `Unknown key ***`.");
        assertThat(failure.advice()).contains("`picqer.api-key`");
    }

    @Test
    void repeatsAPlain500TwiceAtMost() {
        always(aResponse().withStatus(500));

        Failure failure = doors.failureOf(LIST);

        assertThat(failure.failureClass()).isEqualTo(FailureClass.SERVER);
        assertThat(requests()).isEqualTo(3);
    }

    @Test
    void waitsLongerEachTimeForAnAccountInTroubleAndGivesUpAfterTwoMinutes() {
        always(aResponse().withStatus(503));

        Failure failure = doors.failureOf(CHANGE);

        assertThat(failure.failureClass()).isEqualTo(FailureClass.SERVER);
        assertThat(doors.time.pauses())
                .startsWith(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2))
                .isSorted();
        assertThat(doors.time.passed()).isBetween(Duration.ofSeconds(90), Duration.ofMinutes(2));
    }

    @Test
    void sendsTheSameRequestAgain() {
        inTurn(aResponse().withStatus(502), okJson("{\"idproduct\":633}"));

        PicqerAnswer answer = doors.ask(CHANGE);

        assertThat(answer.status()).isEqualTo(200);
        doors.server.verify(
                2,
                putRequestedFor(urlEqualTo("/api/v1/products/633"))
                        .withHeader("Authorization", equalTo("Basic cGljcWVyLWtleS03ZjNhOg=="))
                        .withRequestBody(equalToJson("{\"name\":\"Kettle\"}")));
    }

    @Test
    void waitsAsLongAsALimitingAccountAsks() {
        inTurn(aResponse().withStatus(429).withHeader("retry-after", "37"), okJson("[]"));

        doors.ask(LIST);

        assertThat(doors.time.passed()).isEqualTo(Duration.ofSeconds(37));
    }

    @Test
    void understandsADateToWaitFor() {
        inTurn(aResponse().withStatus(503).withHeader("Retry-After", "Sun, 1 Mar 2026 12:01:10 GMT"), okJson("[]"));

        doors.ask(LIST);

        assertThat(doors.time.passed()).isEqualTo(Duration.ofSeconds(70));
    }

    @Test
    void repeatsAPostThatWasLimitedBecauseItWasNotProcessed() {
        inTurn(aResponse().withStatus(429), okJson("{\"idproduct\":633}"));

        assertThat(doors.ask(CREATE).status()).isEqualTo(200);
    }

    @Test
    void givesUpOnALimitingAccountAfterAQuarterOfAnHour() {
        always(aResponse().withStatus(429));

        Failure failure = doors.failureOf(CREATE);

        assertThat(failure.failureClass()).isEqualTo(FailureClass.RATE_LIMITED);
        assertThat(doors.time.passed()).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
    }

    @Test
    void doesNotKnockAtAnAccountThatAskedForAnHourOfPeace() {
        always(aResponse().withStatus(429).withHeader("Retry-After", "3600"));

        assertThat(doors.failureOf(LIST).failureClass()).isEqualTo(FailureClass.RATE_LIMITED);
        assertThat(doors.failureOf(LIST).failureClass()).isEqualTo(FailureClass.RATE_LIMITED);

        assertThat(requests()).isEqualTo(1);
        assertThat(doors.time.passed()).isZero();
    }

    @ParameterizedTest
    @MethodSource("brokenAnswers")
    void readsAgainWhatCameBroken(ResponseDefinitionBuilder broken) {
        inTurn(broken, okJson("[1]"));

        assertThat(doors.ask(LIST).body()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("brokenAnswers")
    void neverRepeatsAPostWhoseAnswerCameBroken(ResponseDefinitionBuilder broken) {
        always(broken);

        Failure failure = doors.failureOf(CREATE);

        assertThat(failure.failureClass()).isEqualTo(FailureClass.AMBIGUOUS);
        assertThat(requests()).isEqualTo(1);
        assertThat(failure.advice()).contains("looks in Picqer whether it was done");
    }

    static Stream<ResponseDefinitionBuilder> brokenAnswers() {
        return Stream.of(
                okJson("<html><body>We will be right back</body></html>"),
                okJson("[{\"idproduct\":63"),
                okJson("[1] [2]"),
                okJson("\"fine\""),
                okJson("  "),
                okJson("[\"" + "x".repeat(1024 * 1024) + "\"]"),
                aResponse()
                        .withStatus(200)
                        .withHeader("Content-Encoding", "gzip")
                        .withBody("[1]"),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
                aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
    }

    @ParameterizedTest
    @MethodSource("lateAnswers")
    void readsAgainWhatCameTooLate(ResponseDefinitionBuilder late) throws Exception {
        try (DoorsUnderTest impatient = DoorsUnderTest.impatient()) {
            inTurn(late, okJson("[1]"));

            assertThat(impatient.ask(LIST).body()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("lateAnswers")
    void neverRepeatsAPostWhoseAnswerCameTooLate(ResponseDefinitionBuilder late) throws Exception {
        try (DoorsUnderTest impatient = DoorsUnderTest.impatient()) {
            always(late);

            assertThat(impatient.failureOf(CREATE).failureClass()).isEqualTo(FailureClass.AMBIGUOUS);
            assertThat(requests()).isEqualTo(1);
        }
    }

    /** Silent for longer than a silence may last; and never silent for long, but not at its end in time. */
    static Stream<ResponseDefinitionBuilder> lateAnswers() {
        return Stream.of(
                okJson("[1]").withFixedDelay(1500),
                okJson("[1,2,3,4,5,6,7,8,9]").withChunkedDribbleDelay(19, 4000));
    }

    @Test
    void doesNotRepeatAPostThatEndedInAServerError() {
        always(aResponse().withStatus(500));

        Failure failure = doors.failureOf(CREATE);

        assertThat(failure.failureClass()).isEqualTo(FailureClass.AMBIGUOUS);
        assertThat(failure.status()).hasValue(500);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void callsAChangeAmbiguousWhenItsAnswerStaysLost() {
        always(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThat(doors.failureOf(CHANGE).failureClass()).isEqualTo(FailureClass.AMBIGUOUS);
        assertThat(requests()).isGreaterThan(2);
    }

    @Test
    void callsAReadThatStaysWithoutAnswerAConnectionFailure() {
        always(aResponse().withFault(Fault.EMPTY_RESPONSE));

        Failure failure = doors.failureOf(LIST);

        assertThat(failure.failureClass()).isEqualTo(FailureClass.CONNECTION);
        assertThat(failure.status()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"GET", "POST"})
    void triesAPortThatNobodyListensOnForTwoMinutesWhateverTheMethod(Method method) {
        Failure failure =
                doors.failureOf("nobody-listens", new PicqerRequest(method, "/products", Query.NONE, null, Set.of()));

        assertThat(failure.failureClass()).isEqualTo(FailureClass.CONNECTION);
        assertThat(failure).hasMessageStartingWith("Picqer gave no answer to " + method + " /products: ");
        assertThat(doors.time.passed()).isBetween(Duration.ofSeconds(90), Duration.ofMinutes(2));
    }

    @Test
    void refusesATlsServerThatSpeaksPlainlyBeforeAnythingIsSent() {
        always(okJson("[]"));

        Failure failure = doors.failureOf("plain-behind-https", LIST);

        assertThat(failure.failureClass()).isEqualTo(FailureClass.CONNECTION);
        assertThat(requests()).isZero();
    }

    @Test
    void waitsForTheNetworkBeforeItSaysThatThereIsNoSuchHost() {
        assertThat(doors.failureOf("no-such-host", LIST).failureClass()).isEqualTo(FailureClass.MISADDRESSED);
        assertThat(doors.failureOf("no-such-host", CREATE).failureClass()).isEqualTo(FailureClass.MISADDRESSED);
        assertThat(doors.time.passed()).isGreaterThan(Duration.ofMinutes(1));
    }

    @Test
    void readsCompressedAnswers() {
        always(okJson("[" + "1,".repeat(5000) + "1]"));

        assertThat(doors.ask(LIST).body()).hasSize(5001);
        doors.server.verify(getRequestedFor(anyUrl()).withHeader("Accept-Encoding", matching(".*gzip.*")));
    }

    @Test
    void waitsForTheWindowsEndWhenTheServerSaysThatNothingIsLeft() throws Exception {
        try (DoorsUnderTest budgeted = DoorsUnderTest.budgeted(500, 20)) {
            budgeted.server.stubFor(any(anyUrl()).willReturn(okJson("[]").withHeader("x-ratelimit-remaining", "0")));

            budgeted.ask(LIST);
            budgeted.ask(LIST);

            assertThat(budgeted.time.passed()).isEqualTo(Duration.ofMinutes(1));
        }
    }

    @Test
    void twoCustomersWithOneKeyShareItsBudgetAndTheLowerLimit() throws Exception {
        try (DoorsUnderTest budgeted = DoorsUnderTest.budgeted(1, 20)) {
            budgeted.server.stubFor(any(anyUrl()).willReturn(okJson("[]")));

            for (String customer : List.of("same-accounts", "acme", "same-accounts")) {
                budgeted.send(customer, LIST, untouched -> {});
            }

            assertThat(budgeted.time.passed()).isEqualTo(Duration.ofMinutes(2));
        }
    }

    @Test
    void givesItsPlaceBackHoweverTheRequestEnds() throws Exception {
        try (DoorsUnderTest budgeted = DoorsUnderTest.budgeted(1, 20)) {
            for (ResponseDefinitionBuilder end : List.of(
                    aResponse().withStatus(400),
                    okJson("<html>"),
                    aResponse().withFault(Fault.EMPTY_RESPONSE),
                    okJson("{}"))) {
                budgeted.server.stubFor(any(anyUrl()).willReturn(end));
                budgeted.send("acme", CREATE, untouched -> {});
            }

            assertThat(budgeted.time.passed()).isEqualTo(Duration.ofMinutes(3));
        }
    }

    @Test
    void sendsNothingMoreWhenTheProgramIsStopping() {
        always(okJson("[]"));
        Thread.currentThread().interrupt();

        Failure failure = doors.failureOf(CREATE);

        assertThat(Thread.interrupted()).as("stays interrupted").isTrue();
        assertThat(failure.failureClass()).isEqualTo(FailureClass.CONNECTION);
        assertThat(requests()).isZero();
    }

    @Test
    void takesNothingButARequest() {
        Exchange exchange =
                doors.send("acme", LIST, before -> before.getMessage().setBody("products"));

        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class);
    }

    private void always(ResponseDefinitionBuilder response) {
        doors.server.stubFor(any(anyUrl()).willReturn(response));
    }

    private void inTurn(ResponseDefinitionBuilder first, ResponseDefinitionBuilder second) {
        doors.server.stubFor(any(anyUrl())
                .inScenario("turns")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(first)
                .willSetStateTo("second"));
        doors.server.stubFor(
                any(anyUrl()).inScenario("turns").whenScenarioStateIs("second").willReturn(second));
    }

    private int requests() {
        return doors.server.findAll(anyRequestedFor(anyUrl())).size();
    }
}
