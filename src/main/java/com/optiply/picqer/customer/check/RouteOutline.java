package com.optiply.picqer.customer.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** The steps of a route in their order, each with what it stands within. */
final class RouteOutline {
    private final Function<String, Optional<MappingNode>> inlined;
    private final List<Step> steps = new ArrayList<>();
    private final Deque<String> within = new ArrayDeque<>();

    /**
     * One step.
     *
     * @param path the steps around it
     * @param text the step in short, such as {@code bean: runs, finish}
     * @param isInSplit whether it sees one record at a time
     */
    record Step(String path, String text, boolean isInSplit) {
        /** A step for the whole run has to stand where it stands; one for a record may have others around it. */
        boolean isMetBy(Step other) {
            boolean isInPlace = isInSplit ? other.isInSplit : path.equals(other.path);
            return isInPlace && text.equals(other.text);
        }
    }

    private RouteOutline(Function<String, Optional<MappingNode>> inlined) {
        this.inlined = inlined;
    }

    /** @param inlined gives the route behind an address whose steps count as the route's own */
    static List<Step> of(MappingNode route, Function<String, Optional<MappingNode>> inlined) {
        RouteOutline outline = new RouteOutline(inlined);
        outline.add(route, "", false);
        return outline.steps;
    }

    /** The steps that are not there, or not in this order. */
    static List<Step> missing(List<Step> wanted, List<Step> written) {
        List<Step> missing = new ArrayList<>();
        int next = 0;
        for (Step step : wanted) {
            int at = next;
            while (at < written.size() && !step.isMetBy(written.get(at))) {
                at++;
            }
            if (at == written.size()) {
                missing.add(step);
            } else {
                next = at + 1;
            }
        }
        return missing;
    }

    private void add(MappingNode route, String path, boolean isInSplit) {
        addAll(Nodes.at(route, "from", "steps"), path, isInSplit);
    }

    private void addAll(Optional<Node> list, String path, boolean isInSplit) {
        for (Node item : Nodes.items(list)) {
            if (item instanceof MappingNode step && !step.getValue().isEmpty()) {
                String name = Nodes.text(step.getValue().get(0).getKeyNode());
                add(name, step.getValue().get(0).getValueNode(), path, isInSplit);
            }
        }
    }

    private void add(String name, Node value, String path, boolean isInSplit) {
        String uri = name.equals("to") ? Nodes.uri(value) : "";
        Optional<MappingNode> route = uri.isEmpty() || within.contains(uri) ? Optional.empty() : inlined.apply(uri);
        if (route.isPresent()) {
            within.push(uri);
            add(route.get(), path, isInSplit);
            within.pop();
            return;
        }
        String text = name + ": " + (uri.isEmpty() ? said(value) : uri);
        steps.add(new Step(path, text, isInSplit));
        addAll(Nodes.at(value, "steps"), path + text + " > ", isInSplit || name.equals("split"));
    }

    /** What tells one step from another: which bean does it, or what it sets. */
    private static String said(@Nullable Node value) {
        return Stream.of(
                        Nodes.text(value, "ref"),
                        Nodes.text(value, "method"),
                        Nodes.text(value, "method", "ref"),
                        Nodes.text(value, "method", "method"),
                        Nodes.text(value, "aggregationStrategy"),
                        Nodes.text(value, "name"),
                        Nodes.text(value, "constant"))
                .filter(said -> !said.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElse("...");
    }
}
