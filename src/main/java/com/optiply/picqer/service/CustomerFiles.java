package com.optiply.picqer.service;

import com.optiply.picqer.customer.CamelPlaceholders;
import com.optiply.picqer.customer.check.CheckedFiles;
import com.optiply.picqer.customer.check.CustomerFileCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;

/** Reads and checks the customer files of an installation, with the placeholders that Camel will put in. */
public final class CustomerFiles {
    private CustomerFiles() {}

    public static CheckedFiles check(Installation installation) {
        return check(installation, installation.customerFiles());
    }

    public static CheckedFiles check(Installation installation, List<Path> files) {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.disableJMX();
            camel.getPropertiesComponent().addLocation("file:" + installation.properties());
            camel.build();
            return new CustomerFileCheck(new CamelPlaceholders(camel)).check(files);
        } catch (IOException notClosed) {
            throw new UncheckedIOException(notClosed);
        }
    }
}
