package com.optiply.picqer.door;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What both doors refuse of a network that means no good: nobody gets a credential, and no answer fills the memory. */
class TransportTest {
    private static final PicqerRequest LIST = PicqerRequest.get("/products", Query.NONE);
    private static final OptiplyRequest READ = OptiplyRequest.get("/products", Query.NONE);
    private static final String ELSEWHERE = "/elsewhere";
    private static final int MEGABYTES = 100;

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
    void asksNothingOfAServerWhoseCertificateNobodyVouchesFor() {
        answer(okJson("[]"));

        Failure picqer = doors.failureOf("untrusted", LIST);
        Failure optiply = doors.failureOf("untrusted", READ);

        assertThat(picqer.failureClass()).isEqualTo(FailureClass.CONNECTION);
        assertThat(optiply.failureClass()).isEqualTo(FailureClass.CONNECTION);
        assertThat(picqer.getMessage()).contains("its certificate is not trusted on this machine");
        doors.server.verify(0, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void carriesNoCredentialToWhereAServerSendsIt(int status) {
        answer(aResponse().withStatus(status).withHeader("Location", doors.address() + ELSEWHERE));

        doors.failureOf(LIST);
        doors.failureOf(READ); // Which begins with a login.
        doors.grantToken("t1", 86_399);
        doors.failureOf(READ);

        doors.server.verify(
                anyRequestedFor(urlPathEqualTo("/v1/products")).withHeader("Authorization", equalTo("Bearer t1")));
        doors.server.verify(0, anyRequestedFor(urlPathEqualTo(ELSEWHERE)));
    }

    @Test
    void readsNoMoreOfAnAnswerThanItMayBeLongHoweverSmallItTravels() throws IOException {
        answer(aResponse()
                .withHeader("Content-Type", "application/json")
                .withHeader("Content-Encoding", "gzip")
                .withBody(blanksCompressed()));

        assertThat(doors.failureOf(LIST)).hasMessageContaining("longer than");
        assertThat(doors.failureOf(READ)).as("of the login").hasMessageContaining("longer than");
        doors.grantToken("t1", 86_399);
        assertThat(doors.failureOf(READ)).as("of Optiply").hasMessageContaining("longer than");
    }

    /** What the buffers of both ends hold counts as sent. */
    @ParameterizedTest
    @ValueSource(strings = {"endless-line", "endless-lines"})
    void readsNoHeadWithoutEndAndServesTheOthers(String customer) {
        answer(okJson("[]"));

        Failure failure = doors.failureOf(customer, LIST);

        assertThat(failure.failureClass()).isEqualTo(FailureClass.CONNECTION);
        long perAttempt =
                (doors.endlessLine.bytesSent.get() + doors.endlessLines.bytesSent.get()) / (doors.waits.size() + 1);
        assertThat(perAttempt).isLessThan(16L * 1024 * 1024);
        assertThat(doors.ask(LIST).status()).isEqualTo(200);
    }

    @Test
    void readsNoAnswerThatIsNestedWithoutEnd() {
        answer(okJson("[".repeat(100_000)));

        assertThat(doors.failureOf(LIST)).hasMessageContaining("not whole JSON");
    }

    /** Within what an answer may be long; each of the smallest objects takes more memory than its two characters. */
    @Test
    void readsNoAnswerOfMoreThingsThanAnyPageHas() {
        byte[] small = ("[" + "{},".repeat(2_500_000) + "{}]").getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> AnswerBody.read(Account.PICQER, LIST, 200, small))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("not whole JSON");
    }

    private void answer(ResponseDefinitionBuilder response) {
        doors.server.stubFor(any(anyUrl()).willReturn(response));
    }

    private static byte[] blanksCompressed() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            byte[] megabyte = " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < MEGABYTES; i++) {
                gzip.write(megabyte);
            }
        }
        assertThat(compressed.size()).isLessThan(1024 * 1024);
        return compressed.toByteArray();
    }
}
