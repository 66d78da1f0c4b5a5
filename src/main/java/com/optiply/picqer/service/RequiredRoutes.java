package com.optiply.picqer.service;

import static java.util.stream.Collectors.joining;

import com.optiply.picqer.flow.begin.RunSteps;
import com.optiply.picqer.sync.run.Flow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The routes that all customers share, as they are written, and whether each one is there that the program or another
 * of them goes to. Camel starts without a word where one is missing, and waits for it half a minute at each trigger.
 */
public final class RequiredRoutes {
    private static final String DIRECT = "direct:";
    /** What is asked for by Java alone, beside the flows. */
    private static final List<String> BY_THE_PROGRAM =
            List.of(DIRECT + RunSteps.LOOK, "direct:connect-picqer", "direct:connect-optiply", "direct:optiply-token");

    private final Set<String> there = new TreeSet<>();
    private final Set<String> wanted = new TreeSet<>();
    private final List<Path> unreadable = new ArrayList<>();

    private RequiredRoutes() {}

    /** Throws {@link InstallationException} with the addresses that are missing, and where they were looked for. */
    public static void require(Installation installation) {
        RequiredRoutes routes = new RequiredRoutes();
        Stream.concat(Arrays.stream(Flow.values()).map(flow -> DIRECT + flow.code()), BY_THE_PROGRAM.stream())
                .forEach(routes.wanted::add);
        installation.sharedRoutes().forEach(routes::read);
        routes.wanted.removeAll(routes.there);
        if (!routes.wanted.isEmpty()) {
            throw new InstallationException("No route begins at " + routes.missing() + " in any file whose name ends"
                    + " with .yaml in " + installation.routes() + "/doors, /steps and /flows"
                    + routes.unreadableOnes() + ". Nothing was started. Put those folders back as this version brings"
                    + " them; your own routes go into " + installation.routes() + "/customers.");
        }
    }

    private String missing() {
        return wanted.stream().map(address -> "`" + address + "`").collect(joining(", "));
    }

    private String unreadableOnes() {
        return unreadable.isEmpty()
                ? ""
                : ", where these are not YAML: "
                        + unreadable.stream().map(Path::toString).collect(joining(", "));
    }

    private void read(Path file) {
        try {
            new Compose(LoadSettings.builder().build())
                    .composeString(Files.readString(file, StandardCharsets.UTF_8))
                    .ifPresent(this::read);
        } catch (IOException | YamlEngineException notYaml) {
            unreadable.add(file);
        }
    }

    private void read(Node node) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(this::read);
        } else if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::read);
        } else if (node instanceof ScalarNode scalar && scalar.getValue().startsWith(DIRECT)) {
            wanted.add(scalar.getValue());
        }
    }

    private void read(NodeTuple entry) {
        boolean isBeginning = entry.getKeyNode() instanceof ScalarNode key
                && key.getValue().equals("from")
                && entry.getValueNode() instanceof MappingNode;
        if (isBeginning) {
            ((MappingNode) entry.getValueNode()).getValue().forEach(this::readBeginning);
        } else {
            read(entry.getValueNode());
        }
    }

    private void readBeginning(NodeTuple entry) {
        boolean isAddress = entry.getKeyNode() instanceof ScalarNode key
                && key.getValue().equals("uri")
                && entry.getValueNode() instanceof ScalarNode;
        if (isAddress) {
            there.add(((ScalarNode) entry.getValueNode()).getValue());
        } else {
            read(entry.getValueNode());
        }
    }
}
