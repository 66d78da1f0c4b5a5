package com.optiply.picqer.door;

import java.time.Duration;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.camel.util.TimeUtils;

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

    /** Narrower than what Camel reads, which takes some slips for a number. */
    private static final Pattern TIME = Pattern.compile("([0-9]{1,9}(h|ms|m|s))+");

    /** The properties may hold others besides ours; one of ours that is unknown or unusable is refused by name. */
    public static DoorSettings of(Properties properties) {
        Reader reader = new Reader(properties, new HashSet<>());
        DoorSettings settings = new DoorSettings(
                reader.duration("connect-timeout", "10s"),
                reader.duration("response-timeout", "60s"),
                reader.duration("total-timeout", "2m"),
                reader.count("answer-megabytes-max", "16", 1024),
                reader.duration("patience", "2m"),
                reader.duration("rate-limit-patience", "15m"),
                reader.count("connections-per-host-max", "4096", 65_536),
                reader.count("connections-max", "4096", 65_536));
        reader.refuseUnknown();
        return settings;
    }

    private record Reader(Properties properties, Set<String> known) {

        Duration duration(String name, String ordinary) {
            String text = text(name, ordinary);
            if (TIME.matcher(text).matches() && TimeUtils.toMilliSeconds(text) > 0) {
                return TimeUtils.toDuration(text);
            }
            throw unusable(name, text, "a time above zero such as `" + ordinary + "`");
        }

        int count(String name, String ordinary, int most) {
            String text = text(name, ordinary);
            if (text.matches("[1-9][0-9]{0,5}") && Integer.parseInt(text) <= most) {
                return Integer.parseInt(text);
            }
            throw unusable(name, text, "a whole number from 1 to " + most + " such as `" + ordinary + "`");
        }

        void refuseUnknown() {
            for (String name : new TreeSet<>(properties.stringPropertyNames())) {
                if (name.startsWith(PREFIX) && !known.contains(name)) {
                    throw new IllegalArgumentException("There is no property `" + name + "`. Properties here: "
                            + String.join(", ", new TreeSet<>(known)) + ".");
                }
            }
        }

        private String text(String name, String ordinary) {
            known.add(PREFIX + name);
            return properties.getProperty(PREFIX + name, ordinary).strip();
        }

        private static IllegalArgumentException unusable(String name, String text, String allowed) {
            return new IllegalArgumentException(
                    "The property `" + PREFIX + name + "` must be " + allowed + ", not `" + text + "`.");
        }
    }
}
