package com.optiply.picqer.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestLogTest {
    private static LoggedRequest request(long sequence, String path, String query, String body) {
        return new LoggedRequest(sequence, "POST", path, query, "", Map.of(), body, 200, 200, null);
    }

    @Test
    void countsByMethodAndPathWithoutIds() {
        RequestLog log = new RequestLog(0);
        log.arrive("GET", "/picqer/acme/api/v1/products/70001");
        log.arrive("GET", "/picqer/acme/api/v1/products/70002");
        log.arrive("GET", "/picqer/acme/api/v1/products/70002/stock/18");

        assertThat(log.counters())
                .isEqualTo(Map.of(
                        "GET /picqer/acme/api/v1/products/{id}", 2L,
                        "GET /picqer/acme/api/v1/products/{id}/stock/{id}", 1L));
        assertThat(log.count("GET /picqer/acme/api/v1/products/{id}")).isEqualTo(2);
        assertThat(log.total()).isEqualTo(3);
        assertThat(log.keepsRequests()).isFalse();
    }

    @Test
    void keepsTheNewestUpToItsCapacity() {
        RequestLog log = new RequestLog(2);
        for (int i = 1; i <= 3; i++) {
            log.keep(request(i, "/api", "", ""));
        }

        assertThat(log.requests()).extracting(LoggedRequest::sequence).containsExactly(2L, 3L);
        assertThat(log.requests(each -> each.sequence() > 2)).hasSize(1);
    }

    @Test
    void keepsNothingOfARequestForAToken() {
        RequestLog log = new RequestLog(2);

        log.keep(request(1, "/optiply/api/auth/oauth/token", "password=hunter2", "password=hunter2"));

        assertThat(log.requests().toString()).doesNotContain("hunter2").contains("/oauth/token");
    }

    @Test
    void cutsBodiesThatAreVeryLong() {
        RequestLog log = new RequestLog(2);

        log.keep(request(1, "/api", "", "x".repeat(100_000)));

        assertThat(log.requests().get(0).body()).hasSize(65_536);
    }

    @Test
    void beginsAfreshWhenCleared() {
        RequestLog log = new RequestLog(2);
        log.arrive("GET", "/api");
        log.keep(request(1, "/api", "", ""));

        log.clear();

        assertThat(log.total()).isZero();
        assertThat(log.counters()).isEmpty();
        assertThat(log.requests()).isEmpty();
        assertThat(log.arrive("GET", "/api")).isEqualTo(1);
    }
}
