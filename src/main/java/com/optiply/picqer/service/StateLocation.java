package com.optiply.picqer.service;

import com.optiply.picqer.customer.Secret;
import com.optiply.picqer.logging.SecretRegistry;
import com.optiply.picqer.store.database.StoreSettings;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;

/** Where the state is, from the properties that begin with {@code picqer-optiply.database.}. */
final class StateLocation {
    static final String PREFIX = "picqer-optiply.database.";
    static final Set<String> NAMES = Set.of("url", "user");

    private static final String SQLITE = "jdbc:sqlite:";

    private StateLocation() {}

    static StoreSettings of(Installation installation) {
        Properties properties = installation.readProperties();
        String url = properties.getProperty(PREFIX + "url", StoreSettings.DEFAULT.jdbcUrl());
        String password = System.getenv(StoreSettings.PASSWORD_VARIABLE);
        if (password != null) {
            SecretRegistry.ofThisProcess().register(password);
        }
        return new StoreSettings(
                beside(installation, url.strip()),
                properties.getProperty(PREFIX + "user"),
                password == null ? null : new Secret(password));
    }

    /** A file of a relative name lies beside application.properties, wherever the program is started. */
    private static String beside(Installation installation, String url) {
        boolean isFile = url.startsWith(SQLITE) && !url.contains(":memory:");
        Path file = isFile ? Path.of(url.substring(SQLITE.length())) : Path.of("/");
        return isFile && !file.isAbsolute() ? SQLITE + installation.properties().resolveSibling(file) : url;
    }
}
