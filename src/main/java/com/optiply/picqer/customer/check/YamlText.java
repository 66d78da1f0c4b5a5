package com.optiply.picqer.customer.check;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Parses a file into YAML nodes, which know their places, with the parser and the settings that Camel uses. */
final class YamlText {
    /** Keys that are no words would otherwise be refused without their place. */
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setAllowNonScalarKeys(true).build();

    private YamlText() {}

    /** The root, or null after a problem was added. */
    static @Nullable Node read(Path file, FileProblems problems) {
        try {
            return compose(Files.readString(file, StandardCharsets.UTF_8), problems);
        } catch (CharacterCodingException e) {
            problems.add(Optional.empty(), "The file is not UTF-8 text.", "Save it as UTF-8.");
        } catch (NoSuchFileException e) {
            problems.add(
                    Optional.empty(),
                    "There is no such file.",
                    "Customer files lie in `routes/customers`, one for each customer.");
        } catch (IOException e) {
            problems.add(Optional.empty(), "The file cannot be read: " + e + ".", "");
        }
        return null;
    }

    private static @Nullable Node compose(String text, FileProblems problems) {
        try {
            Node root = new Compose(SETTINGS).composeString(text).orElse(null);
            if (root == null) {
                problems.add(Optional.empty(), "The file is empty.", SettingsBean.SHAPE);
            }
            return root == null || !comesToAnEnd(root, problems) ? null : root;
        } catch (MarkedYamlEngineException e) {
            // The exception's own message quotes the lines around, and with them what may be a secret.
            String context = e.getContext() == null ? "" : e.getContext() + ", ";
            problems.add(
                    e.getProblemMark().or(e::getContextMark),
                    "This is not YAML: " + context + e.getProblem() + ".",
                    "Look at the indentation, the quotes and the colons here and in the line above.");
        } catch (YamlEngineException e) {
            problems.add(Optional.empty(), "This is not YAML: " + firstLine(e) + ".", "");
        }
        return null;
    }

    private static String firstLine(YamlEngineException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }

    /**
     * Whether every walk through the nodes will come to an end: an alias may lead back to what contains it. A key that
     * is no word is told, and passed over by whoever reads on: a reference without quotes around it is, for YAML, a
     * mapping as a key.
     */
    private static boolean comesToAnEnd(Node node, FileProblems problems) {
        if (node.isRecursive()) {
            problems.add(node, "This alias contains itself.", "Write out what is meant.");
            return false;
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .filter(item -> !comesToAnEnd(item, problems))
                    .toList()
                    .isEmpty();
        }
        return !(node instanceof MappingNode mapping)
                || mapping.getValue().stream()
                        .filter(tuple -> !comesToAnEnd(tuple, problems))
                        .toList()
                        .isEmpty();
    }

    private static boolean comesToAnEnd(NodeTuple tuple, FileProblems problems) {
        if (tuple.getKeyNode() instanceof ScalarNode) {
            return comesToAnEnd(tuple.getValueNode(), problems);
        }
        problems.add(
                tuple.getKeyNode(),
                "A key must be a word, not a list or a mapping.",
                "If this is a reference, put quotes around it: \"{{env:NAME}}\".");
        return !tuple.getKeyNode().isRecursive() && comesToAnEnd(tuple.getValueNode(), problems);
    }

    /** Whether a key of this mapping is no word, which was told when the file was read. */
    static boolean hasTornKey(Node node) {
        return node instanceof MappingNode mapping
                && mapping.getValue().stream().anyMatch(tuple -> !(tuple.getKeyNode() instanceof ScalarNode));
    }

    /** Whether this node, or anything in it, has a key that is no word. */
    static boolean isTorn(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().anyMatch(YamlText::isTorn);
        }
        return hasTornKey(node)
                || (node instanceof MappingNode mapping
                        && mapping.getValue().stream().anyMatch(tuple -> isTorn(tuple.getValueNode())));
    }
}
