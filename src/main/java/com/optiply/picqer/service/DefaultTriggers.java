package com.optiply.picqer.service;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.filedrop.DropFolders;
import com.optiply.picqer.flow.run.OwnRoutes;
import com.optiply.picqer.sync.run.Flow;

/**
 * The triggers of a customer that its file does not set itself (mapping.md, "When"), as the YAML that could stand in
 * the file.
 */
public final class DefaultTriggers {
    /** So often a file that still changes is looked at before the others have their turn. */
    private static final int LOOKS_MAX = 10;

    private DefaultTriggers() {}

    /** The id that a route must have to take the place of the default. */
    public static String routeId(CustomerSettings customer, Flow flow) {
        return OwnRoutes.ofFlow(customer.name(), flow);
    }

    public static String yaml(Installation installation, CustomerSettings customer, Flow flow) {
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
                .formatted(
                        id,
                        from(installation, customer, flow).indent(6).stripTrailing(),
                        customer.name(),
                        flow == Flow.SUPPLIER_IMPORT ? "file-drop" : flow.code());
    }

    private static String from(Installation installation, CustomerSettings customer, Flow flow) {
        String id = routeId(customer, flow);
        return switch (flow) {
            case PRODUCTS, SUPPLIER_PRODUCTS, COMPOSITIONS, PURCHASE_ORDERS -> timer(id, "10m");
            case SELL_ORDERS -> timer(id, "15m");
            case SUPPLIER_IMPORT -> folder(DropSettings.of(installation), customer);
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

    /**
     * What people drop. A file is taken when its size and time have stayed the same for a while; the flow itself moves
     * it, so Camel is told to leave files alone, and to keep no list of those that it has seen. The list that was
     * written first is taken first: a later one may choose otherwise.
     */
    private static String folder(DropSettings settings, CustomerSettings customer) {
        return """
                uri: "file:%s"
                parameters:
                  delay: %d
                  noop: true
                  idempotent: false
                  sendEmptyMessageWhenIdle: true
                  sortBy: "file:modified"
                  exclude: "~.*|.*[.](part|filepart|crdownload|tmp)"
                  readLock: changed
                  readLockCheckInterval: %d
                  readLockTimeout: %d
                  readLockMinLength: 0
                  readLockMarkerFile: false
                """
                .formatted(
                        new DropFolders(settings.root(), customer.name().value()).in(),
                        settings.every().toMillis(),
                        settings.stillFor().toMillis(),
                        settings.stillFor().multipliedBy(LOOKS_MAX).toMillis());
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
