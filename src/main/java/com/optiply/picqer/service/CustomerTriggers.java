package com.optiply.picqer.service;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.filedrop.DropFolders;
import com.optiply.picqer.sync.Flow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Loads the customers' files, and the default trigger of every flow that they do not set themselves. */
final class CustomerTriggers {
    private CustomerTriggers() {}

    static void start(CamelContext camel, Installation installation, Customers customers) {
        try {
            makeFolders(installation, customers);
            PluginHelper.getRoutesLoader(camel).loadRoutes(files(camel, installation));
            PluginHelper.getRoutesLoader(camel).loadRoutes(defaults(camel, installation, customers));
        } catch (Exception notLoaded) {
            throw InstallationException.notStarted(notLoaded);
        }
    }

    /** What people drop into, and where they find the answer. */
    private static void makeFolders(Installation installation, Customers customers) throws IOException {
        for (CustomerSettings customer : customers.all()) {
            if (Flow.SUPPLIER_IMPORT.isOnFor(customer)) {
                new DropFolders(
                                DropSettings.of(installation).root(),
                                customer.name().value())
                        .make();
            }
        }
    }

    private static List<Resource> files(CamelContext camel, Installation installation) {
        return installation.customerFiles().stream()
                .map(Path::toUri)
                .map(file -> ResourceHelper.resolveResource(camel, file.toString()))
                .toList();
    }

    private static List<Resource> defaults(CamelContext camel, Installation installation, Customers customers) {
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
}
