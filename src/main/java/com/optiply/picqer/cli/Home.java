package com.optiply.picqer.cli;

import com.optiply.picqer.service.Installation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the command finds what it works with. */
final class Home {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "The folder with application.properties and routes (default: where you are).")
    private @Nullable Path home;

    @Option(names = "--properties", paramLabel = "FILE", description = "An application.properties elsewhere.")
    private @Nullable Path properties;

    @Option(names = "--routes", paramLabel = "DIR", description = "A folder of routes elsewhere.")
    private @Nullable Path routes;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The options hold whether they stand behind the command or before it. */
    Installation installation() {
        Home before = before();
        Path folder = first(home, before.home);
        return Installation.find(
                folder == null ? Path.of("") : folder,
                first(properties, before.properties),
                first(routes, before.routes));
    }

    private Home before() {
        return command.parent() == null
                ? this
                : (Home) command.parent().mixins().get("home").userObject();
    }

    private static @Nullable Path first(@Nullable Path behind, @Nullable Path before) {
        return behind != null ? behind : before;
    }
}
