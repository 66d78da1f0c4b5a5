package com.optiply.picqer.door;

import java.util.concurrent.TimeUnit;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes the HTTP client of camel-http one that a door can rely on: its connections, its timeouts, nothing repeated or
 * followed behind the door's back, and every answer read whole within its time and size.
 */
public final class DoorClient implements HttpClientConfigurer {
    private static final int HEAD_LINE_BYTES_MAX = 64 * 1024;
    private static final int HEADERS_MAX = 200;

    /** The head of an answer is read before anybody knows its size, and by itself the client takes one without end. */
    private static final Http1Config HEADS = Http1Config.custom()
            .setMaxLineLength(HEAD_LINE_BYTES_MAX)
            .setMaxHeaderCount(HEADERS_MAX)
            .build();

    private final DoorSettings settings;
    private final WholeAnswers wholeAnswers;

    DoorClient(DoorSettings settings, WholeAnswers wholeAnswers) {
        this.settings = settings;
        this.wholeAnswers = wholeAnswers;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.setConnectionManager(connections())
                .setConnectionManagerShared(false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout(settings.responseTimeout().toMillis()))
                        .setConnectionRequestTimeout(
                                timeout(settings.responseTimeout().toMillis()))
                        .setAuthenticationEnabled(false)
                        .setRedirectsEnabled(false)
                        .build())
                .setUserAgent(userAgent())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .addExecInterceptorFirst("whole-answer", wholeAnswers)
                .addExecInterceptorLast("sent", WholeAnswers.SENT);
    }

    private PoolingHttpClientConnectionManager connections() {
        Timeout connect = timeout(settings.connectTimeout().toMillis());
        Timeout silence = timeout(settings.responseTimeout().toMillis());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(HEADS)
                        .build())
                .setMaxConnPerRoute(settings.connectionsPerHostMax())
                .setMaxConnTotal(settings.connectionsMax())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(silence)
                        .build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(silence).build())
                .build();
    }

    private static Timeout timeout(long millis) {
        return Timeout.of(millis, TimeUnit.MILLISECONDS);
    }

    /** Picqer wants to know who asks, and where to find them. */
    private static String userAgent() {
        String version = DoorClient.class.getPackage().getImplementationVersion();
        return "picqer-optiply/" + (version == null ? "development" : version) + " (+https://www.optiply.com)";
    }
}
