package com.optiply.picqer.store.database;

import static java.util.stream.Collectors.toMap;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the password and the state travel to a PostgreSQL server: by TLS with a certificate that is checked, unless the
 * server is this machine. By itself the driver goes on in clear text where a server has no TLS.
 *
 * <p>What an address means is asked of the driver, which is the one that acts on it.
 */
final class ServerTls {
    private static final String HOSTS = "PGHOST";
    private static final String MODE = "sslmode";
    private static final String CERTIFICATES = "sslrootcert";
    private static final String FACTORY = "sslfactory";
    private static final String BY_JAVAS_TRUST = "org.postgresql.ssl.DefaultJavaSSLFactory";
    private static final String UNCHECKED = "NonValidatingFactory";
    private static final Set<String> CHECKED = Set.of("verify-full", "verify-ca");
    /** Of no name, the driver takes this machine. */
    private static final Pattern LOOPBACK = Pattern.compile("|localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

    private ServerTls() {}

    /**
     * What the driver is told beside the address. What the address itself says comes first.
     *
     * @throws StoreException where the address asks for a connection that is open to others, or means nothing
     */
    static Map<String, String> properties(String jdbcUrl) {
        Map<String, String> asked = asked(jdbcUrl);
        if (isThisMachine(asked.get(HOSTS))) {
            return Map.of();
        }
        String mode = asked.get(MODE);
        if (mode != null && !CHECKED.contains(mode.toLowerCase(Locale.ROOT))) {
            throw unchecked(MODE, mode);
        }
        String factory = asked.get(FACTORY);
        if (factory != null && factory.endsWith(UNCHECKED)) {
            throw unchecked(FACTORY, factory);
        }
        return asked.containsKey(CERTIFICATES)
                ? Map.of(MODE, "verify-full")
                : Map.of(MODE, "verify-full", FACTORY, BY_JAVAS_TRUST);
    }

    private static StoreException unchecked(String name, String value) {
        return new StoreException("The state would travel by a connection that nobody checks: `" + name + "=" + value
                + "` in its address. Take that out; a certificate of your own is named by `sslrootcert=FILE`.");
    }

    private static Map<String, String> asked(String jdbcUrl) {
        try {
            return Stream.of(DriverManager.getDriver(jdbcUrl).getPropertyInfo(jdbcUrl, new Properties()))
                    .filter(property -> property.value != null)
                    .collect(toMap(property -> property.name, property -> property.value));
        } catch (SQLException noAddress) {
            throw new StoreException(
                    "The address of the state, `" + jdbcUrl + "`, is none that PostgreSQL's driver takes. "
                            + "Write `jdbc:postgresql://host/database`.",
                    noAddress);
        }
    }

    /** Of several hosts, all have to be it. */
    private static boolean isThisMachine(@Nullable String hosts) {
        return hosts != null
                && Stream.of(hosts.split(","))
                        .allMatch(host -> LOOPBACK.matcher(host).matches());
    }
}
