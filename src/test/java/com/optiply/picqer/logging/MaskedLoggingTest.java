package com.optiply.picqer.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Base64;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Layout;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program's own log4j2.xml, with what its console would print kept for the test to read. */
class MaskedLoggingTest {
    private static final String KEY = "canary-picqer-key";
    private static final String PASSWORD = "canary+pass word/1";
    private static final String TOKEN = "canary-token-of-the-server";
    private static final Logger LOGGER = LoggerFactory.getLogger("com.optiply.picqer.customer.Example");

    private final StringWriter log = new StringWriter();
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);

    @BeforeEach
    void listen() {
        SecretRegistry.ofThisProcess().register(KEY);
        SecretRegistry.ofThisProcess().register(PASSWORD);
        context.setConfigLocation(URI.create(String.valueOf(MaskedLoggingTest.class.getResource("/log4j2.xml"))));
        Configuration configuration = context.getConfiguration();
        Layout<?> layout = configuration.getAppender("console").getLayout();
        LoggerConfig root = configuration.getRootLogger();
        WriterAppender appender =
                WriterAppender.createAppender((PatternLayout) layout, null, log, "kept", false, false);
        appender.start();
        root.removeAppender("console");
        root.addAppender(appender, null, null);
        context.updateLoggers();
    }

    @AfterEach
    void restore() {
        context.setConfigLocation(null);
    }

    @Test
    void writesTimeWithZoneLevelShortNameAndMessage() {
        LOGGER.info("Customer `acme` is ready.");

        assertThat(log.toString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d) INFO  Example"
                        + " Customer `acme` is ready\\.\\R");
    }

    @Test
    void isQuietByDefault() {
        LOGGER.debug("not said");
        LoggerFactory.getLogger("org.apache.camel.Example").info("not said");
        LoggerFactory.getLogger("org.apache.camel.Example").warn("said");

        assertThat(log.toString()).contains("said").doesNotContain("not said");
    }

    @Test
    void masksMessagesParametersAndExceptionsWithTheirCauses() {
        IllegalStateException failure = new IllegalStateException("outer " + KEY, new IOException("inner " + PASSWORD));
        failure.addSuppressed(new IOException("suppressed " + KEY));

        LOGGER.error("message {} and {}", KEY, PASSWORD, failure);

        assertThat(log.toString())
                .contains("message *** and ***", "outer ***", "inner ***", "suppressed ***", "MaskedLoggingTest.java")
                .doesNotContain("canary");
        assertThat(log.toString().split("outer", -1))
                .as("the exception is written once")
                .hasSize(2);
    }

    @Test
    void masksEveryAppender() {
        context.setConfigLocation(context.getConfigLocation());

        assertThat(context.getConfiguration().getAppenders()).isNotEmpty().allSatisfy((name, appender) -> assertThat(
                        ((PatternLayout) appender.getLayout()).getConversionPattern())
                .startsWith("%masked{")
                .endsWith("}"));
    }

    @Test
    void masksTheHttpClientsWireAndHeadersAtTheFinestLevel() throws IOException {
        Configurator.setAllLevels("", Level.TRACE);

        exchangeCanaries();

        assertThat(log.toString())
                .containsPattern("wire http-outgoing-[0-9]+ << [*]{3}\\R")
                .contains("headers http-outgoing-", "Authorization: ***", "password=***")
                .doesNotContain("canary", URLEncoder.encode(PASSWORD, UTF_8), basic(), basic().substring(8, 20));
    }

    @Test
    void keepsTheWireLogSilentUnlessSomebodyInsists() throws IOException {
        Configurator.setRootLevel(Level.TRACE);

        exchangeCanaries();

        assertThat(log.toString()).contains("headers http-outgoing-").doesNotContain("wire http-outgoing-", "canary");
    }

    private static void exchangeCanaries() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", MaskedLoggingTest::answerWithTokens);
        server.start();
        try (CloseableHttpClient client = HttpClients.createSystem()) {
            HttpPost post = new HttpPost("http://localhost:"
                    + server.getAddress().getPort() + "/token?password=" + URLEncoder.encode(PASSWORD, UTF_8));
            post.setHeader("Authorization", "Basic " + basic());
            post.setEntity(new StringEntity(
                    "username=api&password=" + URLEncoder.encode(PASSWORD, UTF_8),
                    ContentType.APPLICATION_FORM_URLENCODED));
            client.execute(post, response -> EntityUtils.toString(response.getEntity()));
        } finally {
            server.stop(0);
        }
    }

    private static void answerWithTokens(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body = ("{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"bearer\",\"refresh_token\":\"" + TOKEN
                        + "-2\",\"scope\":\"" + KEY + "\"}")
                .getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String basic() {
        return Base64.getEncoder().encodeToString((KEY + ":" + PASSWORD).getBytes(UTF_8));
    }
}
