package com.optiply.picqer.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.harness.Eventually;
import com.optiply.picqer.sandbox.server.Wire.End;
import com.optiply.picqer.sandbox.server.Wire.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxServerTest {
    private static final int PATIENCE_MS = 5_000;
    private static final int SHORT_PATIENCE_MS = 300;

    private final Faults faults = new Faults(1);
    private final RequestLog log = new RequestLog(100);
    private final SandboxServer server = SandboxServer.start(0, faults, log);
    private final CountingSimulator simulator = new CountingSimulator();

    @BeforeEach
    void mount() {
        server.mount("/api", simulator);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Outcome get(String path) throws IOException {
        return Wire.send(server.port(), "GET", path, PATIENCE_MS);
    }

    private LoggedRequest logged() {
        return log.requests().get(log.requests().size() - 1);
    }

    @Test
    void answersBelowItsPrefixOnly() throws IOException {
        assertThat(get("/api/products").text()).startsWith("HTTP/1.1 200").endsWith("-1");
        assertThat(get("/apis").text()).startsWith("HTTP/1.1 404");
        assertThatThrownBy(() -> server.mount("/api", simulator)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closesInGoodOrderWithoutAnAnswer() throws IOException {
        faults.add(Fault.drop());

        assertThat(get("/api/products")).isEqualTo(new Outcome(End.CLOSED, ""));
        assertThat(simulator.asked).hasValue(0);
    }

    @Test
    void resetsBeforeTheRequestIsCarriedOut() throws IOException {
        faults.add(Fault.resetBefore());

        assertThat(get("/api/products")).isEqualTo(new Outcome(End.RESET, ""));
        assertThat(simulator.asked).hasValue(0);
        assertThat(logged())
                .isEqualTo(new LoggedRequest(1, "GET", "/api/products", "", "", logged().headers(), "", 0, 0, "reset"));
    }

    @Test
    void refusesConnectionsForAWhileFromARequestOn() throws Exception {
        faults.add(Fault.refuse(Duration.ofSeconds(2)).occurring(Occurrences.nth(1)));

        assertThat(get("/api/products").end()).isNotEqualTo(End.STILL_OPEN);
        assertThat(logged().fault()).isEqualTo("refuse");
        Eventually.isTrue("connections are refused", () -> isRefused("/api/products"));
        Eventually.isTrue("connections are accepted again", () -> isAnswered("/api/products"));
        assertThat(simulator.asked).hasValueGreaterThanOrEqualTo(1);
    }

    private boolean isRefused(String path) {
        try {
            get(path);
            return false;
        } catch (ConnectException refused) {
            return true;
        } catch (IOException cut) {
            return false;
        }
    }

    private boolean isAnswered(String path) {
        try {
            return get(path).text().startsWith("HTTP/1.1 200");
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void losesTheAnswerOfARequestThatWasCarriedOut() throws IOException {
        faults.add(Fault.resetAfter());

        assertThat(get("/api/products")).isEqualTo(new Outcome(End.RESET, ""));
        assertThat(simulator.asked).hasValue(1);
        assertThat(logged().applied()).isEqualTo(200);
        assertThat(logged().status()).isZero();
        assertThat(logged().fault()).isEqualTo("reset after applying");
    }

    @Test
    void staysSilentAfterTheRequestWasCarriedOut() throws IOException {
        faults.add(Fault.timeOutAfter());

        assertThat(Wire.send(server.port(), "POST", "/api/products", SHORT_PATIENCE_MS))
                .isEqualTo(new Outcome(End.STILL_OPEN, ""));
        assertThat(simulator.asked).hasValue(1);
    }

    @Test
    void promisesMoreThanItSendsWhenItTruncates() throws IOException {
        faults.add(Fault.truncate());

        Outcome outcome = get("/api/products");

        assertThat(outcome.end()).isEqualTo(End.CLOSED);
        assertThat(outcome.text().toLowerCase(Locale.ROOT)).contains("content-length: 201");
        assertThat(outcome.body()).hasSize(100);
    }

    @Test
    void answersRightButLate() throws IOException {
        faults.add(Fault.slowBefore(Duration.ofMillis(120)).occurring(Occurrences.nth(1)));
        faults.add(Fault.slowAfter(Duration.ofMillis(120)).occurring(Occurrences.nth(2)));
        faults.add(Fault.trickle(Duration.ofMillis(120)).occurring(Occurrences.nth(3)));

        for (int i = 1; i <= 3; i++) {
            long start = System.nanoTime();
            assertThat(get("/api/products").body()).isEqualTo(CountingSimulator.PADDING + i);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(100));
        }
    }

    @Test
    void carriesARequestOutBeforeItDelaysTheAnswer() throws IOException {
        faults.add(Fault.slowAfter(Duration.ofSeconds(60)));

        assertThat(Wire.send(server.port(), "POST", "/api", SHORT_PATIENCE_MS).end())
                .isEqualTo(End.STILL_OPEN);
        assertThat(simulator.asked).hasValue(1);
    }

    @Test
    void leavesARequestAloneWhileItDelaysIt() throws IOException {
        faults.add(Fault.slowBefore(Duration.ofSeconds(60)));

        assertThat(Wire.send(server.port(), "POST", "/api", SHORT_PATIENCE_MS).end())
                .isEqualTo(End.STILL_OPEN);
        assertThat(simulator.asked).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 502, 503, 504})
    void answersWithAnErrorInTheApisOwnWords(int status) throws IOException {
        faults.add(Fault.status(status));

        Outcome outcome = get("/api/products");

        assertThat(outcome.text()).startsWith("HTTP/1.1 " + status);
        assertThat(outcome.body()).isEqualTo("{\"status\":" + status + "}");
        assertThat(simulator.asked).hasValue(0);
    }

    @Test
    void saysWhenToComeBackOnlyWhenTold() throws IOException {
        faults.add(Fault.rateLimited(7).occurring(Occurrences.nth(1)));
        faults.add(Fault.rateLimited().occurring(Occurrences.nth(2)));

        assertThat(get("/api/products").text()).contains("Retry-After: 7");
        assertThat(get("/api/products").text()).startsWith("HTTP/1.1 429").doesNotContain("Retry-After");
    }

    @Test
    void answersWithHtmlOrNothingOrWhatIsNoJson() throws IOException {
        faults.add(Fault.html(502).occurring(Occurrences.nth(1)));
        faults.add(Fault.empty(500).occurring(Occurrences.nth(2)));
        faults.add(Fault.notJson().occurring(Occurrences.nth(3)));

        assertThat(get("/api").body()).startsWith("<!DOCTYPE html>");
        assertThat(get("/api").body()).isEmpty();
        Outcome notJson = get("/api");
        assertThat(notJson.text()).startsWith("HTTP/1.1 200").contains("application/json");
        assertThat(notJson.body()).isEqualTo("[{\"idproduct\": 1, \"name\": ");
    }

    @Test
    void hidesASuccessBehindAnError() throws IOException {
        faults.add(Fault.status(504).afterApplying());

        assertThat(get("/api").text()).startsWith("HTTP/1.1 504");
        assertThat(simulator.asked).hasValue(1);
    }

    @Test
    void refusesConnectionsUntilItAcceptsThemAgainOnTheSamePort() throws IOException {
        int port = server.port();

        server.refuseConnections();
        assertThatThrownBy(() -> get("/api")).isInstanceOf(ConnectException.class);
        server.acceptConnections();

        assertThat(server.port()).isEqualTo(port);
        assertThat(get("/api").text()).startsWith("HTTP/1.1 200");
    }

    @Test
    void delaysEveryRequestWithoutAThreadForEach() throws Exception {
        server.latency(150);
        int threads = Thread.activeCount();
        long start = System.nanoTime();

        try (var client = new ManyRequests(server.port())) {
            assertThat(client.getAtOnce("/api", 300)).containsOnly(200);
            assertThat(Thread.activeCount() - threads).isLessThan(20);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(150), Duration.ofSeconds(10));
    }

    @Test
    void saysSoWhenTheSandboxItselfFails() throws IOException {
        server.mount("/broken", request -> {
            throw new IllegalStateException("a bug");
        });

        assertThat(get("/broken").text()).startsWith("HTTP/1.1 500").contains("The sandbox itself failed", "a bug");
    }
}
