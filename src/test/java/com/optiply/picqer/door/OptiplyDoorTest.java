package com.optiply.picqer.door;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptiplyDoorTest {
    private static final byte[] BODY = "{\"data\":{\"type\":\"products\"}}".getBytes(UTF_8);
    private static final OptiplyRequest READ =
            OptiplyRequest.get("/products", Query.of("filter[accountId]", 1380).and("page[limit]", 100));
    private static final OptiplyRequest CREATE = OptiplyRequest.post("/products", BODY);
    private static final OptiplyRequest CHANGE = OptiplyRequest.patch("/products/28", BODY);
    private static final OptiplyRequest REMOVE = OptiplyRequest.delete("/products/28");

    private DoorsUnderTest doors;

    @BeforeEach
    void open() throws Exception {
        doors = DoorsUnderTest.unlimited();
        doors.grantToken("t1", 86_399);
    }

    @AfterEach
    void close() {
        doors.close();
    }

    @Test
    void namesAccountAndCouplingOnEveryWrite() {
        api(okJson("{}"));

        doors.ask(CREATE);
        doors.ask(CHANGE);
        doors.ask(REMOVE);

        doors.server.verify(postRequestedFor(urlEqualTo("/v1/products?accountId=1380&couplingId=9021")));
        doors.server.verify(patchRequestedFor(urlEqualTo("/v1/products/28?accountId=1380&couplingId=9021")));
        doors.server.verify(deleteRequestedFor(urlEqualTo("/v1/products/28?accountId=1380&couplingId=9021")));
    }

    @Test
    void readsWithTheCallersQueryOnly() {
        api(okJson("{\"data\":[]}"));

        doors.ask(READ);

        doors.server.verify(getRequestedFor(urlEqualTo("/v1/products?filter%5BaccountId%5D=1380&page%5Blimit%5D=100")));
    }

    @Test
    void sendsTheJsonApiContentTypeWithAndWithoutABody() {
        api(okJson("{}"));

        doors.ask(CHANGE);
        doors.ask(READ);
        doors.ask(REMOVE);

        String jsonApi = "application/vnd.api+json";
        doors.server.verify(patchRequestedFor(anyUrl())
                .withHeader("Content-Type", equalTo(jsonApi))
                .withRequestBody(equalTo(new String(BODY, UTF_8))));
        doors.server.verify(getRequestedFor(anyUrl()).withHeader("Content-Type", equalTo(jsonApi)));
        doors.server.verify(deleteRequestedFor(anyUrl()).withHeader("Content-Type", equalTo(jsonApi)));
    }

    @Test
    void logsInOnceAndShowsTheToken() {
        api(okJson("{}"));

        doors.ask(CHANGE);
        doors.ask(READ);

        assertThat(logins()).isEqualTo(1);
        doors.server.verify(getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer t1")));
    }

    @Test
    void asksForATokenAsAPasswordGrant() {
        api(okJson("{}"));

        doors.ask(READ);

        doors.server.verify(postRequestedFor(urlEqualTo("/auth/oauth/token?grant_type=password"))
                .withHeader("Authorization", equalTo("Basic c2hvcDpjbGllbnQtc2VjcmV0LTkxYw=="))
                .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                .withRequestBody(equalTo("username=api_user_42&password=pass%20word%26%2B%25")));
    }

    @Test
    void renewsTheTokenTwoMinutesBeforeItExpires() {
        api(okJson("{}"));
        doors.grantToken("t1", 600);
        doors.ask(READ);
        doors.grantToken("t2", 600);

        doors.time.pass(Duration.ofSeconds(479));
        doors.ask(READ);
        assertThat(logins()).isEqualTo(1);

        doors.time.pass(Duration.ofSeconds(2));
        doors.ask(READ);
        assertThat(logins()).isEqualTo(2);
        doors.server.verify(1, getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer t2")));
    }

    @Test
    void doesNotLogInForEveryRequestWhenItIsGivenAnOldTokenAgain() {
        api(okJson("{}"));
        doors.grantToken("t1", 60);

        IntStream.range(0, 10).forEach(request -> doors.ask(READ));

        assertThat(logins()).isEqualTo(1);
    }

    @Test
    void keepsATokenOfUnknownLifeUntilItIsRefused() {
        api(okJson("{}"));
        doors.server.stubFor(
                post(urlPathEqualTo(DoorsUnderTest.TOKEN_PATH)).willReturn(okJson("{\"access_token\":\"t1\"}")));

        doors.ask(READ);
        doors.time.pass(Duration.ofDays(7));
        doors.ask(READ);

        assertThat(logins()).isEqualTo(1);
    }

    @Test
    void logsInAnewWhenATokenDiesAndRepeatsEvenAPost() {
        api(okJson("{}"));
        doors.ask(READ);
        refuseToken("t1");
        doors.grantToken("t2", 86_399);

        assertThat(doors.ask(CREATE).status()).isEqualTo(200);

        doors.server.verify(postRequestedFor(urlPathEqualTo("/v1/products"))
                .withHeader("Authorization", equalTo("Bearer t2"))
                .withRequestBody(equalTo(new String(BODY, UTF_8))));
        assertThat(doors.time.pauses()).isEmpty();
    }

    @Test
    void takesASecondRefusalInARowAsFinal() {
        api(aResponse()
                .withStatus(401)
                .withHeader("WWW-Authenticate", "Bearer realm=\"oauth2\"")
                .withBody("{\"error\":\"invalid_token\",\"error_description\":\"Invalid access token: t1\"}"));

        Failure failure = doors.failureOf(CHANGE);

        assertThat(failure.failureClass()).isEqualTo(FailureClass.AUTH);
        assertThat(failure).hasMessage("Optiply answered PATCH /products/28 with 401: `Invalid access token: ***`.");
        assertThat(logins()).isEqualTo(2);
        doors.server.verify(2, patchRequestedFor(anyUrl()));
    }

    @Test
    void doesNotBlameTheCredentialsWhereALoginIsSentElsewhere() {
        login(aResponse().withStatus(302));

        Failure failure = doors.failureOf(CREATE);

        assertThat(failure.failureClass()).isEqualTo(FailureClass.MISADDRESSED);
        assertThat(failure.advice()).contains("`optiply.token-url`");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404})
    void blamesTheCredentialsWhateverALoginIsRefusedWith(int status) {
        login(aResponse()
                .withStatus(status)
                .withBody("{\"error\":\"invalid_grant\",\"error_description\":\"Bad credentials "
                        + DoorsUnderTest.CLIENT_SECRET + "\"}"));

        Failure failure = doors.failureOf(CREATE);

        assertThat(failure.failureClass()).isEqualTo(FailureClass.AUTH);
        assertThat(failure).hasMessageContaining("`Bad credentials ***`");
        assertThat(failure.advice()).contains("`optiply.credentials`");
    }

    @Test
    void doesNotTryAWrongPasswordWithEveryRecord() {
        login(aResponse().withStatus(401));

        IntStream.range(0, 5).forEach(record -> doors.failureOf(CHANGE));
        assertThat(logins()).isEqualTo(1);

        doors.time.pass(Duration.ofMinutes(1));
        doors.failureOf(CHANGE);
        assertThat(logins()).isEqualTo(2);
    }

    @Test
    void repeatsALoginAlthoughItIsAPost() {
        api(okJson("{}"));
        doors.server.stubFor(post(urlPathEqualTo(DoorsUnderTest.TOKEN_PATH))
                .inScenario("login")
                .whenScenarioStateIs("Started")
                .willSetStateTo("recovered")
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        doors.server.stubFor(post(urlPathEqualTo(DoorsUnderTest.TOKEN_PATH))
                .inScenario("login")
                .whenScenarioStateIs("recovered")
                .willReturn(okJson("{\"access_token\":\"t1\",\"expires_in\":600}")));

        assertThat(doors.ask(CREATE).status()).isEqualTo(200);
    }

    @Test
    void givesALoginTheSamePatienceAndNoMore() {
        login(aResponse().withStatus(503));

        assertThat(doors.failureOf(CREATE).failureClass()).isEqualTo(FailureClass.SERVER);
        assertThat(doors.time.passed()).isLessThanOrEqualTo(Duration.ofMinutes(2));
        assertThat(doors.waits.stream().reduce(Duration.ZERO, Duration::plus))
                .as("somebody is told of every wait")
                .isEqualTo(doors.time.passed());
    }

    @Test
    void refusesALoginThatBringsNoToken() {
        login(okJson("{\"expires_in\":600}"));

        assertThat(doors.failureOf(CREATE).failureClass()).isEqualTo(FailureClass.SERVER);
    }

    @Test
    void logsInOnceHoweverManyRequestsWaitForTheToken() throws Exception {
        api(okJson("{}"));
        login(okJson("{\"access_token\":\"t1\",\"expires_in\":600}").withFixedDelay(100));

        List<Integer> answers = atOnce(8, () -> doors.ask(CHANGE).status());

        assertThat(answers).containsOnly(200).hasSize(8);
        assertThat(logins()).isEqualTo(1);
    }

    @Test
    void renewsADeadTokenOnceHoweverManyRequestsWereRefused() throws Exception {
        api(okJson("{}"));
        doors.ask(READ);
        refuseToken("t1");
        doors.grantToken("t2", 86_399);

        List<Integer> answers = atOnce(8, () -> doors.ask(CHANGE).status());

        assertThat(answers).containsOnly(200).hasSize(8);
        assertThat(logins()).isEqualTo(2);
    }

    @Test
    void quotesOptiplysOwnWords() {
        api(aResponse()
                .withStatus(409)
                .withBody("{\"errors\":[{\"status\":\"409\",\"title\":\"CONFLICT\",\"detail\":\"exists already\"}]}"));

        Failure failure = doors.failureOf(CREATE);

        assertThat(failure.failureClass()).isEqualTo(FailureClass.CONFLICT);
        assertThat(failure).hasMessageEndingWith(": `exists already`.");
        assertThat(failure.account()).isEqualTo(Account.OPTIPLY);
    }

    @Test
    void beginsAtFiveASecond() throws Exception {
        try (DoorsUnderTest paced = DoorsUnderTest.budgeted(500, 20)) {
            paced.grantToken("t1", 86_399);
            paced.server.stubFor(any(urlPathMatching("/v1/.*")).willReturn(okJson("{}")));

            IntStream.range(0, 6).forEach(request -> paced.ask(CHANGE));

            assertThat(paced.time.passed()).isBetween(Duration.ofMillis(950), Duration.ofMillis(1000));
        }
    }

    @Test
    void twoCustomersWithOneAccountShareItsPaceAndTheLowerCeiling() throws Exception {
        try (DoorsUnderTest paced = DoorsUnderTest.budgeted(500, 1)) {
            paced.grantToken("t1", 86_399);
            paced.server.stubFor(any(urlPathMatching("/v1/.*")).willReturn(okJson("{}")));

            for (String customer : List.of("same-accounts", "acme", "same-accounts")) {
                paced.send(customer, CHANGE, untouched -> {});
            }

            assertThat(paced.time.passed()).isEqualTo(Duration.ofSeconds(2));
        }
    }

    private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            Callable<T> together = () -> {
                start.await();
                return work.call();
            };
            List<Future<T>> futures = IntStream.range(0, threads)
                    .mapToObj(thread -> executor.submit(together))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    private void refuseToken(String token) {
        doors.server.stubFor(any(urlPathMatching("/v1/.*"))
                .withHeader("Authorization", equalTo("Bearer " + token))
                .willReturn(aResponse().withStatus(401)));
    }

    private void api(ResponseDefinitionBuilder response) {
        doors.server.stubFor(any(urlPathMatching("/v1/.*")).willReturn(response));
    }

    private void login(ResponseDefinitionBuilder response) {
        doors.server.stubFor(post(urlPathEqualTo(DoorsUnderTest.TOKEN_PATH)).willReturn(response));
    }

    private int logins() {
        return doors.server
                .findAll(postRequestedFor(urlPathEqualTo(DoorsUnderTest.TOKEN_PATH)))
                .size();
    }
}
