package com.optiply.picqer.service;

import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Route;

/** The customers' routes that an engine would run by itself, and on which schedule. */
final class Triggers {
    private Triggers() {}

    /** Without a lease: nothing runs, and only the routes are looked at. */
    static Map<String, String> startedBy(Engine engine) {
        engine.startTriggers();
        Map<String, String> triggers = new TreeMap<>();
        for (Route route : engine.camel().getRoutes()) {
            boolean isCustomers = engine.customers().all().stream()
                    .anyMatch(customer -> route.getRouteId().startsWith(customer.name() + "-"));
            if (isCustomers) {
                triggers.put(route.getRouteId(), route.getEndpoint().getEndpointUri());
            }
        }
        return triggers;
    }
}
