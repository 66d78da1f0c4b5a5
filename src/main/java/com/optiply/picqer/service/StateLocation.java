package com.optiply.picqer.service;

import com.optiply.picqer.customer.Secret;
import com.optiply.picqer.store.StoreSettings;
import java.util.Properties;

/** Where the state is, from the properties that begin with {@code picqer-optiply.database.}. */
final class StateLocation {
    private static final String PREFIX = "picqer-optiply.database.";
    private static final String ENVIRONMENT = "PICQER_OPTIPLY_DATABASE_PASSWORD";

    private StateLocation() {}

    /** The password never stands in a file of ours: it comes from the environment. */
    static StoreSettings of(Properties properties) {
        if (properties.containsKey(PREFIX + "password")) {
            throw new InstallationException("`" + PREFIX + "password` stands in application.properties in clear text."
                    + " Take it out and set the environment variable " + ENVIRONMENT + ".");
        }
        String url = properties.getProperty(PREFIX + "url", StoreSettings.DEFAULT.jdbcUrl());
        String password = System.getenv(ENVIRONMENT);
        return new StoreSettings(
                url.strip(), properties.getProperty(PREFIX + "user"), password == null ? null : new Secret(password));
    }
}
