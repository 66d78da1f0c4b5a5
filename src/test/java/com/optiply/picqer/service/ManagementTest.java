package com.optiply.picqer.service;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Nobody who asks one service for its health may get the answer of another. */
class ManagementTest {
    private static final String HOST = "127.0.0.1";

    @Test
    void refusesAPortThatAnotherProcessHas() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            Properties properties = served(other.getLocalPort());

            assertThatThrownBy(() -> Management.ON.requireFreePort(properties))
                    .isInstanceOf(InstallationException.class)
                    .hasMessageContaining(HOST + ":" + other.getLocalPort())
                    .hasMessageContaining("set `camel.management.port`");
            assertThatCode(() -> Management.OFF.requireFreePort(properties)).doesNotThrowAnyException();
        }
    }

    @Test
    void takesOneThatIsFree() throws IOException {
        int port;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            port = other.getLocalPort();
        }

        assertThatCode(() -> Management.ON.requireFreePort(served(port))).doesNotThrowAnyException();
    }

    private static Properties served(int port) {
        Properties properties = new Properties();
        properties.setProperty("camel.management.enabled", "true");
        properties.setProperty("camel.management.host", HOST);
        properties.setProperty("camel.management.port", Integer.toString(port));
        return properties;
    }
}
