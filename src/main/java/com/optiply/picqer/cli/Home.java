package com.optiply.picqer.cli;

import com.optiply.picqer.service.Installation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the command finds what it works with. */
final class Home {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "The folder with application.properties and routes (default: where you are).")
    private Path home = Path.of("");

    @Option(names = "--properties", paramLabel = "FILE", description = "An application.properties elsewhere.")
    private @Nullable Path properties;

    @Option(names = "--routes", paramLabel = "DIR", description = "A folder of routes elsewhere.")
    private @Nullable Path routes;

    Installation installation() {
        return Installation.find(home, properties, routes);
    }
}
