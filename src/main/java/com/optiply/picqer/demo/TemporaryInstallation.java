package com.optiply.picqer.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.optiply.picqer.service.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * An installation in a temporary folder, with the real routes and one customer file, made as an engineer would make it.
 * Goes when it is closed, and also when the process is stopped in the middle.
 */
final class TemporaryInstallation implements AutoCloseable {
    private static final List<String> SHARED_ROUTES = List.of("doors", "steps", "flows");
    private static final String LOST_ANSWER_AFTER = "2s";
    private static final int REMOVAL_ATTEMPTS_MAX = 5;

    private final Path folder;
    private final Thread removal = new Thread(this::remove, "demo-removal");

    private TemporaryInstallation(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(removal);
    }

    /** Takes routes and properties from the real installation, but for the state, which is a new database. */
    static TemporaryInstallation of(Installation real, SandboxCustomer customer) {
        try {
            TemporaryInstallation made = new TemporaryInstallation(Files.createTempDirectory("picqer-optiply-demo"));
            try {
                made.fill(real, customer);
                return made;
            } catch (IOException | RuntimeException notMade) {
                made.close();
                throw notMade;
            }
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    Installation installation() {
        return Installation.find(folder, null, null);
    }

    Path customerFile() {
        return folder.resolve("routes/customers/" + SandboxCustomer.NAME + ".yaml");
    }

    private void fill(Installation real, SandboxCustomer customer) throws IOException {
        for (String routes : SHARED_ROUTES) {
            copy(real.routes().resolve(routes), folder.resolve("routes").resolve(routes));
        }
        writeProperties(real.readProperties());
        Path key = write("secrets/picqer-key", SandboxCustomer.PICQER_KEY);
        Path credentials = write("secrets/optiply.json", SandboxCustomer.optiplyCredentials());
        write(
                folder.relativize(customerFile()).toString(),
                customer.customerFile("{{file:" + key + "}}", "{{file:" + credentials + "}}"));
    }

    /** A lost answer is looked into once it cannot come any more: with the ordinary timeout that is a minute. */
    private void writeProperties(Properties properties) throws IOException {
        properties.setProperty("picqer-optiply.database.url", "jdbc:sqlite:" + folder.resolve("state.db"));
        properties.remove("picqer-optiply.database.user");
        properties.setProperty("picqer-optiply.door.response-timeout", LOST_ANSWER_AFTER);
        properties.setProperty("picqer-optiply.door.total-timeout", LOST_ANSWER_AFTER);
        try (Writer writer = Files.newBufferedWriter(folder.resolve("application.properties"), UTF_8)) {
            properties.store(writer, null);
        }
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    @Override
    public void close() {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(removal);
        } catch (IllegalStateException isShuttingDown) {
            // Then the hook itself has run or is running; it finds nothing left to remove.
        }
    }

    /** When the process is stopped in the middle, the engine may still write while its files go: then once more. */
    private void remove() {
        for (int attempt = 1; Files.exists(folder); attempt++) {
            try {
                removeOnce();
            } catch (IOException | UncheckedIOException notRemoved) {
                if (attempt == REMOVAL_ATTEMPTS_MAX) {
                    throw new IllegalStateException("The demo could not remove its folder " + folder + ".", notRemoved);
                }
            }
        }
    }

    private void removeOnce() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
