package com.optiply.picqer.service;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.sync.Flow;

/**
 * The triggers of a customer that its file does not set itself (mapping.md, "When"), as the YAML that could stand in
 * the file.
 */
public final class DefaultTriggers {
    private DefaultTriggers() {}

    /** The id that a route must have to take the place of the default. */
    public static String routeId(CustomerSettings customer, Flow flow) {
        return customer.name() + "-" + flow.code();
    }

    public static String yaml(CustomerSettings customer, Flow flow) {
        String id = routeId(customer, flow);
        return """
                - route:
                    id: %s
                    from:
                %s
                      steps:
                        - setVariable:
                            name: customer
                            constant: %s
                        - to: direct:%s
                """
                .formatted(id, from(id, flow).indent(6).stripTrailing(), customer.name(), flow.code());
    }

    private static String from(String id, Flow flow) {
        return switch (flow) {
            case PRODUCTS -> """
                uri: timer:%s
                parameters:
                  period: 10m
                """
                    .formatted(id);
        };
    }
}
