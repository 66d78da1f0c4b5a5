package com.optiply.picqer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.harness.Eventually;
import com.optiply.picqer.service.Installation;
import com.optiply.picqer.service.Service;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What a service in that folder serves of health and metrics, on a port of its own. */
record ServedPages(Path home, int port) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** From now on a service in that folder serves them. */
    static ServedPages in(Path home) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path properties = home.resolve("application.properties");
        HomeFolder.write(
                properties,
                HomeFolder.read(properties)
                        + """
                        camel.management.enabled=true
                        camel.management.host=127.0.0.1
                        camel.management.port=%d
                        camel.management.health-check-enabled=true
                        camel.management.metrics-enabled=true
                        camel.metrics.enabled=true
                        """
                                .formatted(port));
        return new ServedPages(home, port);
    }

    /** Of a service that runs until its first run has ended. */
    String text() throws IOException, InterruptedException {
        Installation installation = Installation.find(home, null, null);
        try (Service service = Service.start(installation, RunCommand.customers(installation))) {
            assertThat(service.engine().camel().getRoutesSize()).isPositive();
            String metrics = Eventually.found(
                    "metrics of a run", () -> metrics().filter(page -> page.contains("picqer_optiply")));
            return page("health").body() + metrics;
        }
    }

    /** Empty where it was not answered, which a busy machine has been seen to do while the service starts. */
    private Optional<String> metrics() throws IOException, InterruptedException {
        try {
            return Optional.of(page("metrics").body());
        } catch (HttpTimeoutException late) {
            System.out.println("/observe/metrics was not answered within " + PATIENCE);
            return Optional.empty();
        }
    }

    /** What a service that runs answers when it is asked for {@code health} or {@code metrics}. */
    HttpResponse<String> page(String name) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/observe/" + name);
        return HTTP.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    }
}
