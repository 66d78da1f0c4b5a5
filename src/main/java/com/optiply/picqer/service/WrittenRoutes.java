package com.optiply.picqer.service;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The routes of a customer's file that has passed the check, by their ids, as they are written there. */
final class WrittenRoutes {
    private WrittenRoutes() {}

    static Map<String, String> of(Path file) {
        String text = read(file);
        List<Node> items = new Compose(LoadSettings.builder().build())
                .composeString(text)
                .map(root -> ((SequenceNode) root).getValue())
                .orElse(List.of());
        List<String> lines = text.lines().toList();
        Map<String, String> routes = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            int end = i + 1 < items.size() ? start(items.get(i + 1), lines) : lines.size();
            List<String> written = lines.subList(start(items.get(i), lines), end);
            value(items.get(i), "route")
                    .flatMap(route -> value(route, "id"))
                    .ifPresent(id -> routes.put(((ScalarNode) id).getValue(), withoutWhatFollows(written)));
        }
        return routes;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new InstallationException(file + " cannot be read: " + unreadable.getMessage());
        }
    }

    /** The line of the dash: it may stand above what it begins. */
    private static int start(Node item, List<String> lines) {
        int line = item.getStartMark().orElseThrow().getLine();
        while (!lines.get(line).startsWith("-")) {
            line--;
        }
        return line;
    }

    private static Optional<Node> value(Node node, String key) {
        return ((MappingNode) node)
                .getValue().stream()
                        .filter(entry -> entry.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(key))
                        .map(entry -> entry.getValueNode())
                        .findFirst();
    }

    /** Blank lines and remarks at the margin belong to the next item. */
    private static String withoutWhatFollows(List<String> written) {
        int end = written.size();
        while (written.get(end - 1).isBlank() || written.get(end - 1).startsWith("#")) {
            end--;
        }
        return written.subList(0, end).stream().collect(joining("\n", "", "\n"));
    }
}
