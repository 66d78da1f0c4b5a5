package com.optiply.picqer.store.database;

import com.optiply.picqer.customer.Secret;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the state is kept.
 *
 * @param jdbcUrl begins with {@code jdbc:sqlite:} or {@code jdbc:postgresql:}; never holds a password
 * @param user of PostgreSQL; SQLite knows none
 */
public record StoreSettings(String jdbcUrl, @Nullable String user, @Nullable Secret password) {
    /** The only way for the password; it never stands in a file of ours. */
    public static final String PASSWORD_VARIABLE = "PICQER_OPTIPLY_DATABASE_PASSWORD";

    private static final Pattern PASSWORD =
            Pattern.compile("[?&;]\\s*(password|sslpassword)\\s*=", Pattern.CASE_INSENSITIVE);

    /** A file beside the program, made when it is not there. */
    public static final StoreSettings DEFAULT = new StoreSettings("jdbc:sqlite:data/picqer-optiply.db", null, null);

    public StoreSettings {
        if (PASSWORD.matcher(jdbcUrl).find()) {
            throw new StoreException("The address of the state holds a password in clear text. Take it out of the "
                    + "address, and give it in the environment variable " + PASSWORD_VARIABLE + ".");
        }
    }
}
