package com.optiply.picqer.customer.check;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One key of a YAML mapping with its value, and where both stand. */
record YamlEntry(String key, Node keyNode, Node value) {

    /**
     * The entries of a mapping by key. A key that stands twice is a problem: YAML readers would silently take the
     * last one.
     */
    static Map<String, YamlEntry> of(MappingNode mapping, FileProblems problems) {
        Map<String, YamlEntry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
                continue; // Nothing that Camel would accept, and said when the file was read.
            }
            YamlEntry entry = new YamlEntry(keyNode.getValue(), keyNode, tuple.getValueNode());
            YamlEntry first = entries.putIfAbsent(entry.key, entry);
            if (first != null) {
                problems.add(
                        keyNode,
                        "`" + entry.key + "` stands here again, after line " + first.line() + ".",
                        "Keep one of the two, with all that belongs to it.");
            }
        }
        return entries;
    }

    int line() {
        return lineOf(keyNode);
    }

    boolean hasNoValue() {
        return value instanceof ScalarNode scalar && Tag.NULL.equals(scalar.getTag());
    }

    static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
