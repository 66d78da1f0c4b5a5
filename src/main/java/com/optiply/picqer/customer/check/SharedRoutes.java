package com.optiply.picqer.customer.check;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The routes that all customers share: what a customer's own route may go to, and is made of. A bean or a method is
 * known because a shared route names it, and a test sees to it that each one is named.
 */
public final class SharedRoutes {
    private static final String FLOWS = "flows";
    private static final String DOORS = "doors";

    private final Map<String, KnownFlow> flows = new LinkedHashMap<>();
    private final Map<String, MappingNode> routes = new TreeMap<>();
    private final Map<String, MappingNode> flowRoutes = new HashMap<>();
    private final Map<String, Set<String>> beans = new TreeMap<>();

    private SharedRoutes() {}

    /** @param files in the folders {@code doors}, {@code steps} and {@code flows} */
    public static SharedRoutes read(List<Path> files, Collection<KnownFlow> flows) {
        SharedRoutes shared = new SharedRoutes();
        flows.forEach(flow -> shared.flows.put(flow.name(), flow));
        for (Path file : files) {
            String folder = String.valueOf(file.toAbsolutePath().getParent().getFileName());
            // What is wrong with a shared file is told by Camel when the program starts.
            Node root = YamlText.read(file, new FileProblems(file));
            // Behind a door stand routes that are for the door alone.
            Nodes.items(Optional.ofNullable(root)).stream()
                    .limit(folder.equals(DOORS) ? 1 : Long.MAX_VALUE)
                    .forEach(item -> shared.add(item, folder));
        }
        return shared;
    }

    private void add(Node item, String folder) {
        Nodes.at(item, "route")
                .filter(MappingNode.class::isInstance)
                .map(MappingNode.class::cast)
                .ifPresent(route -> {
                    String uri = Nodes.uri(Nodes.at(route, "from").orElse(null));
                    routes.put(uri, route);
                    if (folder.equals(FLOWS)) {
                        flowRoutes.put(uri, route);
                    }
                    if (!folder.equals(DOORS)) {
                        BeanName.in(route).forEach(this::addBean);
                    }
                });
    }

    private void addBean(BeanName bean) {
        Set<String> methods = beans.computeIfAbsent(bean.name(), name -> new TreeSet<>());
        bean.methodName().ifPresent(methods::add);
    }

    Map<String, KnownFlow> flows() {
        return flows;
    }

    /** Addresses that a route may go to. */
    Set<String> addresses() {
        return routes.keySet();
    }

    /** What a route may be made of: each bean with its methods. */
    Map<String, Set<String>> beans() {
        return beans;
    }

    /** What the shared route of a flow does, step by step. */
    List<RouteOutline.Step> steps(KnownFlow flow) {
        return RouteOutline.of(flowRoutes.get("direct:" + flow.name()), this::partOfAFlow);
    }

    /** A route that several flows share; a step that all of them share is one step, and stays what it is. */
    Optional<MappingNode> partOfAFlow(String address) {
        boolean isFlow = flows.containsKey(address.replaceFirst("^direct:", ""));
        return isFlow ? Optional.empty() : Optional.ofNullable(flowRoutes.get(address));
    }

    /**
     * A bean that a step names.
     *
     * @param node where its name stands
     * @param method where the method's name stands; empty where the step names none
     */
    record BeanName(ScalarNode node, Optional<ScalarNode> method) {
        private static final Set<String> KEYS = Set.of("ref", "aggregationStrategy", "executorService");

        static List<BeanName> in(Node node) {
            if (node instanceof SequenceNode list) {
                return list.getValue().stream().flatMap(one -> in(one).stream()).toList();
            }
            if (node instanceof MappingNode mapping) {
                return mapping.getValue().stream()
                        .flatMap(entry -> KEYS.contains(Nodes.text(entry.getKeyNode()))
                                        && entry.getValueNode() instanceof ScalarNode name
                                ? List.of(new BeanName(name, method(mapping, Nodes.text(entry.getKeyNode())))).stream()
                                : in(entry.getValueNode()).stream())
                        .toList();
            }
            return List.of();
        }

        private static Optional<ScalarNode> method(MappingNode step, String key) {
            return key.equals("ref")
                    ? Nodes.at(step, "method")
                            .filter(ScalarNode.class::isInstance)
                            .map(ScalarNode.class::cast)
                    : Optional.empty();
        }

        /** Camel takes a sign before it, too. */
        String name() {
            return node.getValue().replaceFirst("^#(?:bean:)?", "");
        }

        Optional<String> methodName() {
            return method.map(ScalarNode::getValue);
        }
    }
}
