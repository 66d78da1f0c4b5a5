package com.optiply.picqer.service;

import com.optiply.picqer.customer.Secret;
import com.optiply.picqer.logging.SecretRegistry;
import com.optiply.picqer.store.StoreSettings;
import java.nio.file.Path;
import java.util.Properties;

/** Where the state is, from the properties that begin with {@code picqer-optiply.database.}. */
final class StateLocation {
    private static final String PREFIX = "picqer-optiply.database.";
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String ENVIRONMENT = "PICQER_OPTIPLY_DATABASE_PASSWORD";

    private StateLocation() {}

    /** The password never stands in a file of ours: it comes from the environment. */
    static StoreSettings of(Installation installation) {
        Properties properties = installation.readProperties();
        if (properties.containsKey(PREFIX + "password")) {
            throw new InstallationException("`" + PREFIX + "password` stands in application.properties in clear text."
                    + " Take it out and set the environment variable " + ENVIRONMENT + ".");
        }
        String url = properties.getProperty(PREFIX + "url", StoreSettings.DEFAULT.jdbcUrl());
        String password = System.getenv(ENVIRONMENT);
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
