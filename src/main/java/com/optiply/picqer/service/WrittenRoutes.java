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
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The routes of a customer's file that has passed the check, as they are written there.
 *
 * @param margin how far the list of the file stands from the left, in blanks: what is to stand beside them has it too
 * @param byId each with its margin, in the order of the file
 */
record WrittenRoutes(int margin, Map<String, String> byId) {

    /** @throws InstallationException where the file cannot be read, or has no list with dashes */
    static WrittenRoutes of(Path file) {
        String text = read(file);
        SequenceNode root = new Compose(LoadSettings.builder().build())
                .composeString(text)
                .map(SequenceNode.class::cast)
                .filter(list -> list.getFlowStyle() != FlowStyle.FLOW)
                .orElseThrow(() -> new InstallationException(
                        file + " is no list whose items begin with dashes, so its routes cannot be shown apart."));
        int margin = root.getStartMark().orElseThrow().getColumn();
        List<Node> items = root.getValue();
        List<String> lines = text.lines().toList();
        Map<String, String> routes = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            int end = i + 1 < items.size() ? start(items.get(i + 1), lines, margin) : lines.size();
            List<String> written = lines.subList(start(items.get(i), lines, margin), end);
            value(items.get(i), "route")
                    .flatMap(route -> value(route, "id"))
                    .ifPresent(id -> routes.put(((ScalarNode) id).getValue(), withoutWhatFollows(written, margin)));
        }
        return new WrittenRoutes(margin, routes);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new InstallationException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** The line of the dash: it may stand above what it begins. */
    private static int start(Node item, List<String> lines, int margin) {
        int line = item.getStartMark().orElseThrow().getLine();
        while (!lines.get(line).startsWith("-", margin)) {
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

    /** Blank lines and remarks at the margin belong to the next item, and the end of the document to none. */
    private static String withoutWhatFollows(List<String> written, int margin) {
        int end = written.size();
        while (isBetweenItems(written.get(end - 1), margin)) {
            end--;
        }
        return written.subList(0, end).stream().collect(joining("\n", "", "\n"));
    }

    private static boolean isBetweenItems(String line, int margin) {
        String text = line.stripLeading();
        boolean isAtTheMargin = line.length() - text.length() <= margin;
        return text.isEmpty() || isAtTheMargin && text.startsWith("#") || line.startsWith("...");
    }
}
