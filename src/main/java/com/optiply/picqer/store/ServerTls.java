package com.optiply.picqer.store;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How the password and the state travel to a PostgreSQL server: by TLS with a certificate that is checked, unless the
 * server is this machine. By itself the driver goes on in clear text where a server has no TLS.
 */
final class ServerTls {
    private static final Pattern HOSTS = Pattern.compile("jdbc:postgresql://([^/?]*)");
    private static final Pattern PORT = Pattern.compile(":\\d+$");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|");
    private static final Pattern MODE = Pattern.compile("[?&]sslmode=([^&]*)");
    private static final Pattern OWN_CERTIFICATES = Pattern.compile("[?&](sslrootcert|sslfactory)=");
    private static final Set<String> CHECKED = Set.of("verify-full", "verify-ca");

    private ServerTls() {}

    /**
     * What the driver is told beside the address. What the address itself says comes first.
     *
     * @throws StoreException where the address asks for a connection that is open to others
     */
    static Map<String, String> properties(String jdbcUrl) {
        if (isThisMachine(jdbcUrl)) {
            return Map.of();
        }
        Matcher mode = MODE.matcher(jdbcUrl);
        if (mode.find() && !CHECKED.contains(mode.group(1).toLowerCase(Locale.ROOT))) {
            throw new StoreException("The state would travel by a connection that nobody checks: `sslmode="
                    + mode.group(1) + "` in its address. Take that out, or write `verify-full`; a certificate of your "
                    + "own is named by `sslrootcert=FILE`.");
        }
        return OWN_CERTIFICATES.matcher(jdbcUrl).find()
                ? Map.of("sslmode", "verify-full")
                : Map.of("sslmode", "verify-full", "sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
    }

    /** Without a host the driver takes this machine; of several, all have to be it. */
    private static boolean isThisMachine(String jdbcUrl) {
        Matcher hosts = HOSTS.matcher(jdbcUrl);
        return !hosts.lookingAt()
                || Stream.of(hosts.group(1).split(","))
                        .map(host -> PORT.matcher(host).replaceFirst(""))
                        .allMatch(host -> LOOPBACK.matcher(host).matches());
    }
}
