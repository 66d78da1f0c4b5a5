package com.optiply.picqer.flow;

import static java.util.stream.Collectors.joining;

import com.optiply.picqer.sandbox.Sandbox;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.optiply.ApiCredentials;
import com.optiply.picqer.store.ScratchFolder;
import com.optiply.picqer.sync.run.Flow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The folder that the program is started in, with the routes of this project and customers of its own. */
public final class HomeFolder {
    /** Whom the customer's file logs in. */
    public static final ApiCredentials USER = SyncSetup.OPTIPLY_USER;

    private static final List<String> SHARED_ROUTES = List.of("doors", "steps", "flows");

    private HomeFolder() {}

    /** Without a customer and without properties. */
    public static Path lay(String name) {
        try {
            Path home = ScratchFolder.create(name);
            Path routes =
                    Files.createDirectories(home.resolve("routes/customers")).getParent();
            for (String folder : SHARED_ROUTES) {
                Files.createSymbolicLink(
                        routes.resolve(folder), Path.of("routes", folder).toAbsolutePath());
            }
            return home;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The properties that tests run with. */
    public static void writeProperties(Path home, SyncSetup setup) {
        writeProperties(home, setup, stateUrl(home));
    }

    /** The properties that tests run with, and the state elsewhere. */
    public static void writeProperties(Path home, SyncSetup setup, String stateUrl) {
        write(home.resolve("application.properties"), setup.properties(stateUrl));
    }

    /** The state, in a file of the folder. */
    public static String stateUrl(Path home) {
        return "jdbc:sqlite:" + home.resolve("state.db");
    }

    /** The file of the customer {@code acme} for the shop of that name, and the secrets that it refers to. */
    public static Path writeCustomer(Path home, Sandbox sandbox, String... routes) {
        writeSecrets(home);
        Path file = home.resolve("routes/customers/acme.yaml");
        write(file, settings(home, sandbox) + String.join("", routes));
        return file;
    }

    /** What customer files refer to: the key of a shop, and a user of Optiply in parts and as a whole. */
    public static void writeSecrets(Path home) {
        secret(home, "picqer-key", ShopOptions.KEY);
        secret(home, "client-id", USER.clientId());
        secret(home, "client-secret", USER.clientSecret());
        secret(home, "username", USER.username());
        secret(home, "password", USER.password());
        secret(
                home,
                "optiply",
                "{\"clientId\":\"%s\",\"clientSecret\":\"%s\",\"username\":\"%s\",\"password\":\"%s\"}"
                        .formatted(USER.clientId(), USER.clientSecret(), USER.username(), USER.password()));
    }

    /** Switches every flow off but that one, for tests that count runs. */
    public static void leaveOnlyOn(Path customer, Flow on) {
        String off = Arrays.stream(Flow.values())
                .filter(flow -> flow != on)
                .map(flow -> "          " + flow.code() + ": \"off\"\n")
                .collect(joining());
        replace(customer, "        warehouses:", "        flows:\n" + off + "        warehouses:");
    }

    private static String settings(Path home, Sandbox sandbox) {
        return """
                - beans:
                    - name: acme
                      type: com.optiply.picqer.customer.Customer
                      properties:
                        since: "2025-02-01"
                        picqer:
                          base-url: %s
                          api-key: "{{file:%s/picqer-key}}"
                          requests-per-minute: unlimited
                        optiply:
                          account: %d
                          coupling: %d
                          client-id: "{{file:%s/client-id}}"
                          client-secret: "{{file:%s/client-secret}}"
                          username: "{{file:%s/username}}"
                          password: "{{file:%s/password}}"
                          base-url: %s
                          token-url: %s
                          requests-per-second-max: unlimited
                        warehouses:
                          main: 18
                """
                .formatted(
                        sandbox.picqerUri(SyncSetup.ACME.value()),
                        home,
                        SyncSetup.ACCOUNT,
                        SyncSetup.COUPLING.id(),
                        home,
                        home,
                        home,
                        home,
                        sandbox.optiplyUri(),
                        sandbox.optiplyTokenUri());
    }

    public static void secret(Path home, String name, String value) {
        write(home.resolve(name), value);
    }

    public static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Puts other text in the place of a part of the file, which must be there. */
    public static void replace(Path file, String part, String other) {
        try {
            String text = Files.readString(file);
            if (!text.contains(part)) {
                throw new IllegalArgumentException("`" + part + "` is not in " + file);
            }
            Files.writeString(file, text.replace(part, other));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static void remove(Path home) {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What lies in a folder, in the order of the alphabet. */
    public static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }
}
