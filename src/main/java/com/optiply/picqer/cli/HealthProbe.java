package com.optiply.picqer.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a running service on this machine whether it is well: a container's health check, without a tool of its own. */
public final class HealthProbe {
    private static final int TIMEOUT_MILLIS = 4_000;

    private HealthProbe() {}

    /** Exits with 0 when the address that it is given answers 200, else with 1. */
    public static void main(String[] address) {
        System.exit(isWell(URI.create(address[0])) ? 0 : 1);
    }

    static boolean isWell(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException unreachable) {
            return false;
        }
    }
}
