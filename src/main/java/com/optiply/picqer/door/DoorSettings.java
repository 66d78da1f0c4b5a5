package com.optiply.picqer.door;

import com.optiply.picqer.customer.PropertyValues;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/**
 * How both doors treat the network, the same for every customer: the properties that begin with {@link #PREFIX}.
 *
 * @param connectTimeout for the connection and for the TLS handshake, each
 * @param responseTimeout how long a server may be silent
 * @param totalTimeout from the first byte sent to the last byte read, however busily a server trickles
 * @param answerMegabytesMax a longer answer counts as unreadable
 * @param patience how long a dead connection or a server in trouble is tried again
 * @param rateLimitPatience how long an account that limits us is waited for
 * @param connectionsPerHostMax at once. By default no fewer than in all: all of Optiply's accounts are on one host, and
 *     those that hang must not keep connections from the others. What one customer may hold is bounded by its threads
 * @param connectionsMax at once
 */
public record DoorSettings(
        Duration connectTimeout,
        Duration responseTimeout,
        Duration totalTimeout,
        int answerMegabytesMax,
        Duration patience,
        Duration rateLimitPatience,
        int connectionsPerHostMax,
        int connectionsMax) {
    public static final String PREFIX = "picqer-optiply.door.";

    /** What each is where nothing is said. */
    public static final Map<String, String> DEFAULTS = Map.of(
            "connect-timeout", "10s",
            "response-timeout", "60s",
            "total-timeout", "2m",
            "answer-megabytes-max", "16",
            "patience", "2m",
            "rate-limit-patience", "15m",
            "connections-per-host-max", "4096",
            "connections-max", "4096");

    private static final int MEGABYTES_MAX = 1024;
    private static final int CONNECTIONS_MAX = 65_536;

    /** The properties may hold others besides ours; one of ours that is unusable is refused by name. */
    public static DoorSettings of(Properties properties) {
        PropertyValues values = new PropertyValues(properties, PREFIX, DEFAULTS);
        return new DoorSettings(
                values.time("connect-timeout"),
                values.time("response-timeout"),
                values.time("total-timeout"),
                values.count("answer-megabytes-max", MEGABYTES_MAX),
                values.time("patience"),
                values.time("rate-limit-patience"),
                values.count("connections-per-host-max", CONNECTIONS_MAX),
                values.count("connections-max", CONNECTIONS_MAX));
    }
}
