package com.optiply.picqer.service;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;

/** How Camel is set up: its properties, our beans, and the routes that all customers share. */
final class CamelSetup {
    private CamelSetup() {}

    static void configure(Main camel, Installation installation, Parts parts, Management management) {
        camel.setPropertyPlaceholderLocations("file:" + installation.properties());
        camel.configure()
                .withRoutesIncludePattern(installation.sharedRoutes().stream()
                        .map(CamelSetup::location)
                        .collect(Collectors.joining(",")));
        management.requireFreePort(installation.readProperties());
        if (management == Management.OFF) {
            camel.addOverrideProperty("camel.metrics.enabled", "false");
            camel.addOverrideProperty("camel.management.enabled", "false");
        } else {
            camel.bind("picqerOptiplyHealth", new RunsHealth(parts.store(), parts.customers(), camel::getCamelContext));
        }
        camel.bind("quartz", new CustomerQuartz(parts.customers()));
        parts.beans().forEach(camel::bind);
    }

    /** Camel comes up without routes and without a word when it finds none. */
    static void requireRoutes(CamelContext camel) {
        if (camel.getRoutesSize() == 0) {
            throw new InstallationException("Camel found no route at all: look into the folder `routes`.");
        }
    }

    private static String location(Path file) {
        return "file:" + file;
    }
}
