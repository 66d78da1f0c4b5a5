package com.optiply.picqer.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.main.Main;

/** How Camel is set up: its properties, our beans, and the routes that all customers share. */
final class CamelSetup {
    /** Unless the properties say otherwise: Camel's own 45 are more than whoever stops a service waits for. */
    private static final int STOP_SECONDS = 15;

    private CamelSetup() {}

    static void configure(Main camel, Installation installation, Parts parts, Management management) {
        configure(camel, installation, installation.sharedRoutes(), parts.beans());
        management.requireFreePort(installation.readProperties());
        if (management == Management.OFF) {
            serveNothing(camel);
        } else {
            camel.bind("picqerOptiplyHealth", new RunsHealth(parts.store(), parts.customers(), camel::getCamelContext));
        }
        camel.bind("quartz", new CustomerQuartz(parts.customers()));
    }

    /** Without a state and without triggers: these routes, and what they name. */
    static void configure(Main camel, Installation installation, List<Path> routes, Map<String, Object> beans) {
        camel.setPropertyPlaceholderLocations("file:" + installation.properties());
        camel.configure()
                .withShutdownTimeout(STOP_SECONDS)
                .withRoutesIncludePattern(
                        routes.stream().map(CamelSetup::location).collect(Collectors.joining(",")));
        beans.forEach(camel::bind);
    }

    /** Whatever the properties say: a command is no service that somebody watches. */
    static void serveNothing(Main camel) {
        camel.addOverrideProperty("camel.metrics.enabled", "false");
        camel.addOverrideProperty("camel.management.enabled", "false");
    }

    private static String location(Path file) {
        return "file:" + file;
    }
}
