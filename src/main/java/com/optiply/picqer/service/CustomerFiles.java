package com.optiply.picqer.service;

import com.optiply.picqer.customer.CamelPlaceholders;
import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.UnknownCustomerException;
import com.optiply.picqer.customer.check.CheckedFiles;
import com.optiply.picqer.customer.check.CustomerFileCheck;
import com.optiply.picqer.customer.check.KnownFlow;
import com.optiply.picqer.customer.check.SharedRoutes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.sync.run.Flow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;

/** Reads and checks the customer files of an installation, with the placeholders that Camel will put in. */
public final class CustomerFiles {
    private CustomerFiles() {}

    /** All of them, and those that only their names keep from being read. */
    public static CheckedFiles check(Installation installation) {
        return check(
                installation,
                Stream.concat(installation.customerFiles().stream(), installation.misnamedCustomerFiles().stream())
                        .toList());
    }

    /** @throws InstallationException where routes are missing that every customer needs */
    public static CheckedFiles check(Installation installation, List<Path> files) {
        RequiredRoutes.require(installation);
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.disableJMX();
            camel.getPropertiesComponent().addLocation("file:" + installation.properties());
            camel.build();
            return new CustomerFileCheck(new CamelPlaceholders(camel), sharedRoutes(installation)).check(files);
        } catch (IOException notClosed) {
            throw new UncheckedIOException(notClosed);
        }
    }

    /**
     * The customer whose file bears that name, whether the file is right or not: for commands that need the state only,
     * so that they can be typed without the customer's credentials.
     *
     * @throws UnknownCustomerException when there is no such file
     */
    public static CustomerName named(Installation installation, String name) {
        List<String> known = installation.customerFiles().stream()
                .map(file -> file.getFileName().toString().replaceFirst("\\.yaml$", ""))
                .toList();
        if (!known.contains(name)) {
            throw new UnknownCustomerException(name, known);
        }
        return new CustomerName(name);
    }

    /** What the customers' own routes may go to, and be made of. */
    public static SharedRoutes sharedRoutes(Installation installation) {
        return SharedRoutes.read(
                installation.sharedRoutes(),
                Arrays.stream(Flow.values()).map(CustomerFiles::known).toList());
    }

    private static KnownFlow known(Flow flow) {
        Kind kind = flow.kinds().get(0);
        return new KnownFlow(
                flow.code(),
                kind.resource(),
                flow.readsPicqer() ? flow.ofOwnStep().code() : "",
                List.copyOf(kind.changeable()));
    }
}
