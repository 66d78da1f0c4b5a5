package com.optiply.picqer.service;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.filedrop.DropFolders;
import com.optiply.picqer.sync.run.Flow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteBuilderLifecycleStrategy;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * The routes of the customers' files, and the default trigger of every flow that they do not set themselves. What
 * begins by itself is loaded and waits: a command needs a customer's own route, and not what triggers it.
 */
final class CustomerRoutes {
    private static final String OFF = "false";

    private final CamelContext camel;
    private final Installation installation;
    private final Customers customers;
    private final List<String> waiting = new ArrayList<>();

    private CustomerRoutes(CamelContext camel, Installation installation, Customers customers) {
        this.camel = camel;
        this.installation = installation;
        this.customers = customers;
    }

    static CustomerRoutes load(CamelContext camel, Installation installation, Customers customers) throws Exception {
        CustomerRoutes routes = new CustomerRoutes(camel, installation, customers);
        for (RoutesBuilder builder : PluginHelper.getRoutesLoader(camel).findRoutesBuilders(routes.files())) {
            ((RouteBuilder) builder).addLifecycleInterceptor(routes.new Waiting());
            camel.addRoutes(builder);
        }
        return routes;
    }

    private List<Resource> files() {
        return customers.all().stream()
                .map(customer -> installation.customerFile(customer.name()))
                .filter(Files::isRegularFile)
                .map(Path::toUri)
                .map(file -> ResourceHelper.resolveResource(camel, file.toString()))
                .toList();
    }

    /** Lets begin by itself what does so, the defaults too. */
    void startTriggers() {
        try {
            makeFolders();
            for (String id : waiting) {
                camel.getRouteController().startRoute(id);
            }
            PluginHelper.getRoutesLoader(camel).loadRoutes(defaults());
        } catch (Exception notStarted) {
            throw InstallationException.notStarted(notStarted);
        }
    }

    /** What people drop into, and where they find the answer. */
    private void makeFolders() {
        Path root = DropSettings.of(installation).root();
        try {
            for (CustomerSettings customer : customers.all()) {
                if (Flow.SUPPLIER_IMPORT.isOnFor(customer)) {
                    new DropFolders(root, customer.name().value()).make();
                }
            }
        } catch (IOException refused) {
            throw new InstallationException(
                    "The folder `" + root + "` for lists that people drop cannot be made or "
                            + "written. Let the user of this program write to it, or name another in "
                            + "`picqer-optiply.drop.folder`.",
                    refused);
        }
    }

    private List<Resource> defaults() {
        List<Resource> triggers = new ArrayList<>();
        for (CustomerSettings customer : customers.all()) {
            for (Flow flow : Flow.of(customer)) {
                String id = DefaultTriggers.routeId(customer, flow);
                if (camel.getRoute(id) == null) {
                    triggers.add(ResourceHelper.fromString(
                            id + ".yaml", DefaultTriggers.yaml(installation, customer, flow)));
                }
            }
        }
        return triggers;
    }

    /** Sees the routes of a file before they start. */
    private final class Waiting implements RouteBuilderLifecycleStrategy {
        @Override
        public void afterConfigure(RouteBuilder file) {
            file.getRouteCollection().getRoutes().forEach(this::prepare);
        }

        /** As in the shared routes, Camel handles no failure: it is the run's to tell. */
        private void prepare(RouteDefinition route) {
            if (!route.isErrorHandlerFactorySet()) {
                route.setErrorHandlerFactory(new NoErrorHandlerDefinition());
            }
            boolean isCalled = route.getInput().getEndpointUri().startsWith("direct:");
            if (!isCalled && !OFF.equals(route.getAutoStartup())) {
                route.setAutoStartup(OFF);
                waiting.add(route.getId());
            }
        }
    }
}
