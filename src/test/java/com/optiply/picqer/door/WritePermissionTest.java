package com.optiply.picqer.door;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A process that may not write any more sends no write again, however patient it is with the account. */
class WritePermissionTest {
    private static final String ACCOUNTS = "(/api)?/v1/.*";

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

    static Stream<DoorRequest> writes() {
        return Stream.of(
                PicqerRequest.post("/purchaseorders", new byte[0]),
                PicqerRequest.put("/products/633", new byte[0]),
                OptiplyRequest.post("/products", new byte[0]),
                OptiplyRequest.patch("/products/28", new byte[0]),
                OptiplyRequest.delete("/products/28"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void isAskedForBeforeEachAttemptOfAWrite(DoorRequest write) {
        doors.server.stubFor(
                any(urlPathMatching(ACCOUNTS)).willReturn(aResponse().withStatus(429)));
        AtomicInteger asked = new AtomicInteger();
        RuntimeException lost = new IllegalStateException("somebody else writes by now");
        doors.permission = customer -> {
            if (asked.incrementAndGet() > 2) {
                throw lost;
            }
        };

        Exception thrown = doors.send("acme", write, untouched -> {}).getException();

        assertThat(thrown).isSameAs(lost);
        doors.server.verify(2, anyRequestedFor(urlPathMatching(ACCOUNTS)));
    }

    @Test
    void isNotAskedForByAReadOrALogin() {
        doors.server.stubFor(
                any(urlPathMatching(ACCOUNTS)).willReturn(aResponse().withBody("{}")));
        doors.permission = customer -> {
            throw new IllegalStateException("somebody else writes by now");
        };

        assertThat(doors.ask(OptiplyRequest.get("/products", Query.NONE)).status())
                .isEqualTo(200);
        assertThat(doors.ask(PicqerRequest.get("/products", Query.NONE)).status())
                .isEqualTo(200);
    }
}
