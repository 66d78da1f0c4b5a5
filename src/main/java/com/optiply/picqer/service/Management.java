package com.optiply.picqer.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Properties;

/** Whether this process serves health and metrics: a service does, a command beside it must not take its port. */
enum Management {
    ON,
    OFF;

    private static final String PREFIX = "camel.management.";

    /** Where to ask how the service is, as a sentence. */
    static String addresses(Properties properties) {
        if (!Boolean.parseBoolean(properties.getProperty(PREFIX + "enabled"))) {
            return "Health and metrics are not served.";
        }
        String at = "http://" + properties.getProperty(PREFIX + "host", "0.0.0.0") + ":"
                + properties.getProperty(PREFIX + "port", "8080") + "/observe/";
        return "Its health: " + at + "health, its metrics: " + at + "metrics";
    }

    /**
     * Where another process has the port, nothing starts: Camel would go on without, and whoever asks for the health of
     * this service would get an answer of the other.
     *
     * @throws InstallationException when it is taken
     */
    void requireFreePort(Properties properties) {
        boolean isServed = this == ON && Boolean.parseBoolean(properties.getProperty(PREFIX + "enabled"));
        String host = properties.getProperty(PREFIX + "host", "0.0.0.0");
        String port = properties.getProperty(PREFIX + "port", "8080");
        if (!isServed || !port.matches("\\d{1,5}")) {
            return; // what is no number, Camel refuses in its own words
        }
        try {
            new ServerSocket(Integer.parseInt(port), 1, InetAddress.getByName(host)).close();
        } catch (IOException taken) {
            throw new InstallationException(
                    host + ":" + port + " cannot be used (" + taken.getMessage()
                            + "): another service seems to run here. Stop it, or set `" + PREFIX
                            + "port` in application.properties.",
                    taken);
        }
    }
}
