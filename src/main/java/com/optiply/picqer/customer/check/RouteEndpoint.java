package com.optiply.picqer.customer.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * An endpoint as a route writes it down.
 *
 * @param uri where it stands
 * @param parameters below it, by name; their nodes tell where each one stands
 */
record RouteEndpoint(ScalarNode uri, Map<ScalarNode, ScalarNode> parameters) {
    private static final Set<String> STEPS = Set.of("from", "to", "toD", "wireTap");

    /** Every endpoint in this node and below it. */
    static List<RouteEndpoint> in(Node node) {
        List<RouteEndpoint> found = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> found.addAll(in(item)));
        } else if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> found.addAll(in(mapping, tuple)));
        }
        return found;
    }

    private static List<RouteEndpoint> in(MappingNode mapping, NodeTuple tuple) {
        String key = text(tuple.getKeyNode());
        if (key.equals("parameters")) {
            return List.of();
        }
        if (tuple.getValueNode() instanceof ScalarNode uri) {
            boolean isUri = key.equals("uri") || STEPS.contains(key);
            Map<ScalarNode, ScalarNode> beside = key.equals("uri") ? parameters(mapping) : Map.of();
            return isUri ? List.of(new RouteEndpoint(uri, beside)) : List.of();
        }
        return in(tuple.getValueNode());
    }

    private static Map<ScalarNode, ScalarNode> parameters(MappingNode mapping) {
        Map<ScalarNode, ScalarNode> parameters = new LinkedHashMap<>();
        mapping.getValue().stream()
                .filter(tuple -> text(tuple.getKeyNode()).equals("parameters"))
                .map(NodeTuple::getValueNode)
                .filter(MappingNode.class::isInstance)
                .flatMap(below -> ((MappingNode) below).getValue().stream())
                .forEach(tuple -> {
                    if (tuple.getKeyNode() instanceof ScalarNode name
                            && tuple.getValueNode() instanceof ScalarNode value) {
                        parameters.put(name, value);
                    }
                });
        return parameters;
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** Where a parameter's name stands, or the address that it is part of. */
    Node nameOf(String parameter) {
        return parameters.keySet().stream()
                .filter(name -> name.getValue().equals(parameter))
                .findFirst()
                .orElse(uri);
    }

    /** Where a parameter's value stands, or the address that it is part of. */
    Node valueOf(String parameter) {
        return parameters.entrySet().stream()
                .filter(entry -> entry.getKey().getValue().equals(parameter))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(uri);
    }
}
