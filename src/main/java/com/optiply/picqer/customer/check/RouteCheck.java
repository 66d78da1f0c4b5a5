package com.optiply.picqer.customer.check;

import com.optiply.picqer.customer.PlaceholderResolver;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Checks one route of a customer: its keys, its id, its customer, its endpoints; at last with Camel itself. */
final class RouteCheck {
    private static final String VARIABLE = "customer";

    private final RouteKeysCheck keys = new RouteKeysCheck();
    private final EndpointCheck endpoints;
    private final CamelReading camel;

    RouteCheck(CamelContext camel, PlaceholderResolver placeholders) {
        this.endpoints = new EndpointCheck(camel, placeholders);
        this.camel = new CamelReading(camel);
    }

    /** All that may stand at the top of a Camel file. */
    Set<String> topKeys() {
        return keys.topKeys();
    }

    void check(Node item, YamlEntry route, FileUnderCheck file) {
        FileProblems problems = file.problems();
        int before = problems.count();
        keys.checkRoute(route, problems);
        if (route.value() instanceof MappingNode mapping) {
            file.addAnyRoute(mapping);
            checkId(mapping, file);
            checkSteps(mapping, problems);
            if (problems.count() == before
                    && entries(mapping, problems).get("id").value() instanceof ScalarNode id) {
                file.addRoute(id, mapping);
            }
            checkVariables(mapping, file.customer(), problems);
            endpoints.check(mapping, problems);
        }
        if (problems.count() == before && !YamlText.isTorn(item)) {
            camel.read(item, problems);
        }
    }

    private static void checkId(MappingNode route, FileUnderCheck file) {
        String prefix = file.customer() + "-";
        YamlEntry id = entries(route, file.problems()).get("id");
        if (id == null || !(id.value() instanceof ScalarNode text)) {
            file.problems().add(route, "This route has no id.", "Write `id: " + prefix + "` and what it does.");
            return;
        }
        if (!text.getValue().startsWith(prefix) || text.getValue().equals(prefix)) {
            file.problems()
                    .add(
                            text,
                            "Route id `" + text.getValue() + "` does not begin with `" + prefix + "`.",
                            "A customer's routes are told apart from all others by that beginning.");
        }
        file.addRouteId(text);
    }

    /** Camel starts a route that does nothing without a word. */
    private static void checkSteps(MappingNode route, FileProblems problems) {
        YamlEntry from = entries(route, problems).get("from");
        if (from == null) {
            return;
        }
        YamlEntry steps = from.value() instanceof MappingNode below
                ? entries(below, problems).get("steps")
                : null;
        boolean isEmpty = steps != null
                && steps.value() instanceof SequenceNode list
                && list.getValue().isEmpty();
        if (isEmpty || from.value() instanceof ScalarNode) {
            problems.add(
                    from.keyNode(), "This route has no steps, so it would do nothing.", "Put `steps:` below `from:`.");
        }
    }

    /** A route copied from another customer would run that one's flow a second time. */
    private static void checkVariables(Node node, String customer, FileProblems problems) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> checkVariables(item, customer, problems));
        } else if (node instanceof MappingNode mapping) {
            Map<String, YamlEntry> entries = entries(mapping, problems);
            YamlEntry value = entries.get("constant");
            boolean isCustomer = VARIABLE.equals(text(entries.get("name")));
            if (isCustomer && value != null && !customer.equals(text(value))) {
                problems.add(
                        value.value(),
                        "This route sets the customer `" + text(value) + "` in the file of `" + customer + "`.",
                        "Write `constant: " + customer + "`.");
            }
            entries.values().forEach(entry -> checkVariables(entry.value(), customer, problems));
        }
    }

    private static String text(@Nullable YamlEntry entry) {
        return entry != null && entry.value() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** The entries once more: what is wrong with the mapping itself was said when its keys were checked. */
    private static Map<String, YamlEntry> entries(MappingNode mapping, FileProblems problems) {
        return YamlEntry.of(mapping, new FileProblems(problems.file()));
    }
}
