package com.optiply.picqer.service;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.flow.run.OwnRoutes;
import com.optiply.picqer.sync.run.Flow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The routes that are in force for a customer, as YAML: the ones of its file, and the default triggers beside them. */
public final class EffectiveRoutes {
    private EffectiveRoutes() {}

    /**
     * In the order of the flows, each with the customer's own step on what it mapped; a route of the customer's that
     * belongs to none of the program's flows comes last.
     *
     * @param flows that are asked for; empty: all that are on, and every route of the customer's own
     */
    public static String yaml(Installation installation, CustomerSettings customer, List<Flow> flows) {
        WrittenRoutes file = WrittenRoutes.of(installation.customerFile(customer.name()));
        Map<String, String> own = new LinkedHashMap<>(file.byId());
        List<String> routes = new ArrayList<>();
        for (Flow flow : flows.isEmpty() ? Flow.of(customer) : flows) {
            String written = own.remove(DefaultTriggers.routeId(customer, flow));
            routes.add(
                    written == null
                            ? DefaultTriggers.yaml(installation, customer, flow).indent(file.margin())
                            : written);
            String step = own.remove(OwnRoutes.ofMapped(customer.name(), flow));
            if (step != null) {
                routes.add(step);
            }
        }
        if (flows.isEmpty()) {
            routes.addAll(own.values());
        }
        return String.join(System.lineSeparator(), routes);
    }
}
