package com.optiply.picqer.customer.check;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.optiply.picqer.customer.NearestMatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.util.StringHelper;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Walks a route along the schema that Camel publishes for its YAML, and names every key and value that is not in it.
 *
 * <p>A JSON schema library would read the same schema, but it knows no lines, refuses the dashed keys that Camel
 * takes, and answers one misspelt key with a page about all alternatives that do not match either.
 */
final class RouteKeysCheck {
    private static final String SCHEMA = "/schema/camelYamlDsl.json";
    private static final Set<String> OF_FROM = Set.of("uri", "parameters", "steps");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private final JsonNode items;
    private final SchemaShape top;

    RouteKeysCheck() {
        this.items = schema().path("items");
        this.top = new SchemaShape(items.path("definitions"), items);
    }

    private static JsonNode schema() {
        try (InputStream json = RouteKeysCheck.class.getResourceAsStream(SCHEMA)) {
            return JsonMapper.builder().build().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Camel's YAML schema cannot be read from the class path", e);
        }
    }

    /** All that may stand at the top of a Camel file. */
    Set<String> topKeys() {
        return top.properties().keySet();
    }

    void checkRoute(YamlEntry route, FileProblems problems) {
        JsonNode schema = top.properties().getOrDefault("route", items);
        check("route", route.keyNode(), route.value(), top.of(schema), problems);
    }

    private void check(String name, Node at, Node node, SchemaShape shape, FileProblems problems) {
        if (node instanceof MappingNode mapping) {
            checkMapping(name, mapping, shape, problems);
        } else if (node instanceof SequenceNode list) {
            checkList(name, list, shape, problems);
        } else if (node instanceof ScalarNode scalar) {
            checkScalar(name, at, scalar, shape, problems);
        }
    }

    private void checkMapping(String name, MappingNode mapping, SchemaShape shape, FileProblems problems) {
        if (!shape.takes("object")) {
            problems.add(mapping, "`" + name + "` takes " + wanted(shape) + ", not keys of its own.", "");
            return;
        }
        Map<String, YamlEntry> entries = YamlEntry.of(mapping, problems);
        if (shape.takesOneKey() && entries.size() > 1) {
            addCrowd(entries, problems);
        }
        entries.values().forEach(entry -> checkEntry(name, entry, shape, problems));
        addMissing(name, mapping, entries, shape, problems);
    }

    /** A misspelt key was named with a suggestion; that it is missing too needs no second line. */
    private static void addMissing(
            String name,
            MappingNode mapping,
            Map<String, YamlEntry> entries,
            SchemaShape shape,
            FileProblems problems) {
        Set<String> known = shape.properties().keySet();
        Set<String> meant = entries.keySet().stream()
                .map(StringHelper::dashToCamelCase)
                .map(key ->
                        known.contains(key) ? key : NearestMatch.of(key, known).orElse(key))
                .collect(toSet());
        shape.required().stream()
                .filter(key -> !meant.contains(key))
                .forEach(key -> problems.add(mapping, "`" + name + "` needs the key `" + key + "`.", ""));
    }

    private void checkEntry(String name, YamlEntry entry, SchemaShape shape, FileProblems problems) {
        String key = shape.takesOneKey() ? entry.key() : StringHelper.dashToCamelCase(entry.key());
        JsonNode schema = shape.properties().get(key);
        if (schema != null) {
            check(entry.key(), entry.keyNode(), entry.value(), shape.of(schema), problems);
        } else if (shape.isClosed()) {
            addUnknown(name, entry, shape, problems);
        }
    }

    private static void addUnknown(String name, YamlEntry entry, SchemaShape shape, FileProblems problems) {
        Set<String> known = shape.properties().keySet();
        String what = shape.takesOneKey()
                ? "Camel has no step `" + entry.key() + "`."
                : "`" + name + "` has no key `" + entry.key() + "`.";
        String advice = shape.takesOneKey() ? "" : FileProblems.keysHere(known);
        String suggestion = name.equals("route") && OF_FROM.contains(entry.key())
                ? " It belongs below `from`."
                : Suggestion.of(entry.key(), known);
        problems.add(entry.keyNode(), what + suggestion, advice);
    }

    private static void addCrowd(Map<String, YamlEntry> entries, FileProblems problems) {
        YamlEntry second = entries.values().stream().skip(1).findFirst().orElseThrow();
        problems.add(
                second.keyNode(),
                "`" + second.key() + "` stands beside another step in one list item.",
                "Give it a dash of its own, or indent it below the step that it belongs to.");
    }

    private void checkList(String name, SequenceNode list, SchemaShape shape, FileProblems problems) {
        JsonNode schema = shape.items();
        if (schema == null || !shape.takes("array")) {
            problems.add(list, "`" + name + "` takes " + wanted(shape) + ", not a list.", "");
            return;
        }
        SchemaShape item = shape.of(schema);
        list.getValue().forEach(node -> check(name, node, node, item, problems));
    }

    private static void checkScalar(String name, Node at, ScalarNode scalar, SchemaShape shape, FileProblems problems) {
        String text = scalar.getValue();
        if (text.contains("{{") || (text.isEmpty() && shape.takes("object"))) {
            return;
        }
        if (!shape.takesScalar() || (text.isEmpty() && !shape.takes("string"))) {
            problems.add(at, "`" + name + "` takes " + wanted(shape) + ".", "");
        } else if (!shape.choices().isEmpty() && !shape.choices().contains(text)) {
            String suggestion = Suggestion.of(text, shape.choices());
            problems.add(
                    scalar,
                    "`" + name + "` cannot be `" + text + "`." + suggestion,
                    "Allowed: " + String.join(", ", shape.choices()));
        } else if (!fits(text, shape)) {
            problems.add(scalar, "`" + name + "` takes " + wanted(shape) + ", not `" + text + "`.", "");
        }
    }

    private static boolean fits(String text, SchemaShape shape) {
        return shape.takes("string")
                || (shape.takes("boolean") && (text.equals("true") || text.equals("false")))
                || ((shape.takes("number") || shape.takes("integer"))
                        && NUMBER.matcher(text).matches());
    }

    private static String wanted(SchemaShape shape) {
        if (shape.takes("string")) {
            return "a text";
        }
        if (shape.takes("boolean")) {
            return "`true` or `false`";
        }
        if (shape.takes("number") || shape.takes("integer")) {
            return "a number";
        }
        return shape.takes("array") ? "a list" : "keys of its own, in lines below it";
    }
}
