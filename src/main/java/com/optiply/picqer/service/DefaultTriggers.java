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
                .formatted(id, from(customer, flow).indent(6).stripTrailing(), customer.name(), flow.code());
    }

    private static String from(CustomerSettings customer, Flow flow) {
        String id = routeId(customer, flow);
        return switch (flow) {
            case PRODUCTS, SUPPLIER_PRODUCTS, COMPOSITIONS, PURCHASE_ORDERS -> timer(id, "10m");
            case SELL_ORDERS -> timer(id, "15m");
            case SUPPLIERS -> cron(customer, flow, "0 30 17 * * ?");
            case SUPPLIER_NAMES -> cron(customer, flow, "0 0 15 ? * SUN");
            case BUY_ORDERS, ITEM_DELIVERIES -> cron(customer, flow, "0 0 2 * * ?");
            case CHANGED_SELL_ORDERS -> cron(customer, flow, "0 0 3 * * ?");
            case COMPOSITIONS_IN_FULL, COMPARISON -> cron(customer, flow, "0 0 4 * * ?");
        };
    }

    private static String timer(String id, String period) {
        return """
                uri: timer:%s
                parameters:
                  period: %s
                """
                .formatted(id, period);
    }

    private static String cron(CustomerSettings customer, Flow flow, String cron) {
        return """
                uri: quartz:%s/%s
                parameters:
                  cron: "%s"
                  trigger.timeZone: %s
                """
                .formatted(customer.name(), flow.code(), cron, customer.timezone());
    }
}
