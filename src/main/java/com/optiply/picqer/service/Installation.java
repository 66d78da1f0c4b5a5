package com.optiply.picqer.service;

import com.optiply.picqer.customer.CustomerName;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where this program finds what is edited by hand.
 *
 * @param properties the file {@code application.properties}
 * @param routes the folder with {@code doors}, {@code steps}, {@code flows} and {@code customers}
 */
public record Installation(Path properties, Path routes) {
    private static final List<String> FOLDERS = List.of("doors", "steps", "flows", "customers");

    /**
     * Finds both, or says what is missing.
     *
     * @param home the folder where they are looked for
     * @param properties somewhere else; null: in the home
     * @param routes somewhere else; null: in the home
     */
    public static Installation find(Path home, @Nullable Path properties, @Nullable Path routes) {
        Path file = properties == null ? home.resolve("application.properties") : properties;
        if (!Files.isRegularFile(file)) {
            throw new InstallationException(
                    "There is no " + file.toAbsolutePath().normalize()
                            + ". Start in the folder that has `application.properties` and `routes`,"
                            + " or name it with --home (or the file with --properties).");
        }
        Path folder = routes == null ? home.resolve("routes") : routes;
        for (String name : FOLDERS) {
            if (!Files.isDirectory(folder.resolve(name))) {
                throw new InstallationException("There is no folder "
                        + folder.resolve(name).toAbsolutePath().normalize()
                        + ". Start in the folder that has `application.properties` and `routes`,"
                        + " or name it with --home (or the folder with --routes).");
            }
        }
        Installation found = new Installation(
                file.toAbsolutePath().normalize(), folder.toAbsolutePath().normalize());
        found.readProperties();
        return found;
    }

    /** Every file of a customer, by name. */
    public List<Path> customerFiles() {
        return yamlFiles("customers");
    }

    /** Files that are meant for customers, and that nothing would read, because their names end otherwise. */
    List<Path> misnamedCustomerFiles() {
        return files("customers", "(?i).*\\.ya?ml").stream()
                .filter(file -> !file.toString().endsWith(".yaml"))
                .toList();
    }

    /** The file of that customer, whether there is one or not. */
    public Path customerFile(CustomerName customer) {
        return routes.resolve("customers").resolve(customer + ".yaml");
    }

    /** The routes that are the same for all customers: the doors, the steps and the flows. */
    List<Path> sharedRoutes() {
        return Stream.of("doors", "steps", "flows")
                .map(this::yamlFiles)
                .flatMap(List::stream)
                .toList();
    }

    /** The routes that ask whether accounts are what a customer's file says, and the doors that they go through. */
    List<Path> connectingRoutes() {
        return Stream.concat(yamlFiles("doors").stream(), Stream.of(routes.resolve("flows/connect.yaml")))
                .toList();
    }

    /** What a person did not write as it must be is refused before anything is made of it. */
    public Properties readProperties() {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(properties, StandardCharsets.UTF_8)) {
            values.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new InstallationException(properties + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
        OwnProperties.require(properties, values);
        return values;
    }

    private List<Path> yamlFiles(String folder) {
        return files(folder, ".*\\.yaml");
    }

    private List<Path> files(String folder, String name) {
        try (Stream<Path> files = Files.list(routes.resolve(folder))) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new InstallationException(
                    routes.resolve(folder) + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
