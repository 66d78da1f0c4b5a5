package com.optiply.picqer.service;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.door.DoorSettings;
import com.optiply.picqer.door.Doors;
import com.optiply.picqer.door.Permission;
import com.optiply.picqer.flow.begin.Connected;
import com.optiply.picqer.flow.begin.Connecting;
import com.optiply.picqer.flow.run.Problem;
import com.optiply.picqer.flow.run.Variables;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/**
 * Asks customers' accounts whether they are what the files say: through the doors that runs go through, with no state,
 * no lease and so no right to write. A running service is not disturbed: it is a handful of reads.
 */
public final class Connection implements AutoCloseable {
    private static final Permission NO_WRITE = customer -> {
        throw new IllegalStateException("whoever only asks has no right to write");
    };

    private final Main camel;
    private final Doors doors;
    private final ProducerTemplate producer;

    private Connection(Main camel, Doors doors) {
        this.camel = camel;
        this.doors = doors;
        this.producer = camel.getCamelContext().createProducerTemplate();
    }

    /**
     * Starts the doors and the questions, and nothing else.
     *
     * @throws InstallationException when a route cannot be loaded
     */
    public static Connection open(Installation installation, Customers customers) {
        Doors doors = new Doors(customers, DoorSettings.of(installation.readProperties()), NO_WRITE, new WaitLog());
        Map<String, Object> beans = new HashMap<>(doors.beans());
        beans.put("connecting", new Connecting(customers));
        Main camel = new Main();
        camel.setShutdownStrategy(new SimpleMainShutdownStrategy());
        try {
            CamelSetup.configure(camel, installation, installation.connectingRoutes(), beans);
            CamelSetup.serveNothing(camel);
            camel.start();
            return new Connection(camel, doors);
        } catch (Exception notStarted) {
            camel.stop();
            doors.close();
            throw InstallationException.notStarted(notStarted);
        }
    }

    /** Whether the key works, and the warehouses are there. */
    public ConnectionResult picqer(CustomerSettings customer) {
        return ask("direct:connect-picqer", customer);
    }

    /** Whether the login works, and its user may use the account. */
    public ConnectionResult optiply(CustomerSettings customer) {
        return ask("direct:connect-optiply", customer);
    }

    private ConnectionResult ask(String route, CustomerSettings customer) {
        Exchange ended = producer.send(
                route,
                one -> one.setVariable(Variables.CUSTOMER, customer.name().value()));
        Throwable thrown = Problem.cause(ended);
        return new ConnectionResult(thrown == null ? ended.getMessage().getBody(Connected.class) : null, thrown);
    }

    @Override
    public void close() {
        camel.stop();
        doors.close();
    }
}
