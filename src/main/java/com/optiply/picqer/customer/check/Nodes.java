package com.optiply.picqer.customer.check;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Looks into YAML nodes whose shape may be anything: what is not there is nothing, and no problem. */
final class Nodes {
    private Nodes() {}

    static Optional<Node> at(@Nullable Node node, String... keys) {
        Optional<Node> found = Optional.ofNullable(node);
        for (String key : keys) {
            found = found.flatMap(one -> value(one, key));
        }
        return found;
    }

    private static Optional<Node> value(Node node, String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(entry -> text(entry.getKeyNode()).equals(key))
                        .map(entry -> entry.getValueNode())
                        .findFirst()
                : Optional.empty();
    }

    /** The text of a scalar; empty for anything else. */
    static String text(@Nullable Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    static String text(@Nullable Node node, String... keys) {
        return text(at(node, keys).orElse(null));
    }

    static List<Node> items(Optional<Node> node) {
        return node.orElse(null) instanceof SequenceNode list ? list.getValue() : List.of();
    }

    /** The address of an endpoint, written short or long; empty where there is none. */
    static String uri(@Nullable Node endpoint) {
        return endpoint instanceof ScalarNode scalar ? scalar.getValue() : text(endpoint, "uri");
    }
}
