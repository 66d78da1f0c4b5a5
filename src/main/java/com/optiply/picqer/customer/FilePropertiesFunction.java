package com.optiply.picqer.customer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.spi.PropertiesFunction;

/**
 * {@code {{file:/run/secrets/acme}}}: the text of a file, as container platforms mount secrets.
 *
 * <p>Camel has no such function. Without it, Camel would take the path for a default and use it as the value. Camel
 * finds it by its entry below {@code META-INF/services/org/apache/camel/properties-function}.
 */
public final class FilePropertiesFunction implements PropertiesFunction {
    @Override
    public String getName() {
        return "file";
    }

    /** The whole text without the line end that editors leave behind it. */
    @Override
    public String apply(String path) {
        try {
            return Files.readString(Path.of(path), UTF_8).replaceFirst("\\R\\z", "");
        } catch (IOException e) {
            throw new IllegalArgumentException("The file `" + path + "` cannot be read", e);
        }
    }
}
