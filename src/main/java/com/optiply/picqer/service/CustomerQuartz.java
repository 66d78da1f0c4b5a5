package com.optiply.picqer.service;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.component.quartz.QuartzComponent;

/**
 * Quartz as Camel has it, but a customer's cron that names no zone runs in the customer's zone and not in the
 * machine's (mapping.md, "Customer settings", `timezone`). A customer's triggers are those of the group that bears its
 * name, as in {@code quartz:acme/products}.
 */
final class CustomerQuartz extends QuartzComponent {
    private static final String ZONE = "trigger.timeZone";

    private final Customers customers;

    CustomerQuartz(Customers customers) {
        this.customers = customers;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        String group = remaining.split("/", 2)[0];
        customers.all().stream()
                .filter(customer -> customer.name().value().equals(group))
                .map(CustomerSettings::timezone)
                .forEach(zone -> parameters.putIfAbsent(ZONE, zone.getId()));
        return super.createEndpoint(uri, remaining, parameters);
    }
}
