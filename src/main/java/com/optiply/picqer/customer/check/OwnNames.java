package com.optiply.picqer.customer.check;

import com.optiply.picqer.customer.check.SharedRoutes.BeanName;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Checks the names that the routes of one file use: of routes, of beans and of their methods. */
final class OwnNames {
    private final FileUnderCheck file;
    private final SharedRoutes shared;
    private final Map<String, MappingNode> own = new TreeMap<>();
    private final Set<MappingNode> unknown = Collections.newSetFromMap(new IdentityHashMap<>());

    OwnNames(FileUnderCheck file, SharedRoutes shared) {
        this.file = file;
        this.shared = shared;
        file.allRoutes()
                .forEach(route -> own.put(Nodes.uri(Nodes.at(route, "from").orElse(null)), route));
    }

    FileProblems problems() {
        return file.problems();
    }

    String customer() {
        return file.customer();
    }

    /** The route of this file that begins with that address. */
    Optional<MappingNode> route(String address) {
        return address.startsWith("direct:") ? Optional.ofNullable(own.get(address)) : Optional.empty();
    }

    /** Tells what is not known, of every route. */
    void check() {
        file.allRoutes().forEach(route -> {
            if (!areKnown(route)) {
                unknown.add(route);
            }
        });
    }

    /** Whether all that the route names was known. */
    boolean wereKnown(MappingNode route) {
        return !unknown.contains(route);
    }

    private boolean areKnown(MappingNode route) {
        int before = file.problems().count();
        Nodes.at(route, "from").ifPresent(this::checkBegin);
        Nodes.at(route, "from", "steps").ifPresent(this::checkAddresses);
        BeanName.in(route).forEach(this::checkBean);
        return file.problems().count() == before;
    }

    /** Camel would refuse it, or take it for another customer's. */
    private void checkBegin(Node from) {
        String uri = Nodes.uri(from);
        String prefix = "direct:" + file.customer() + "-";
        if (uri.startsWith("direct:") && !uri.startsWith(prefix)) {
            file.problems()
                    .add(
                            from,
                            "A route of this file cannot begin with `" + uri + "`.",
                            "What its routes go to begins with `" + prefix + "`.");
        }
    }

    private void checkAddresses(Node steps) {
        Set<String> known = new TreeSet<>(shared.addresses());
        own.keySet().stream().filter(uri -> uri.startsWith("direct:")).forEach(known::add);
        for (RouteEndpoint endpoint : RouteEndpoint.in(steps)) {
            String uri = endpoint.uri().getValue();
            boolean isPlain = uri.startsWith("direct:") && !uri.contains("${") && !uri.contains("{{");
            if (isPlain && !known.contains(uri)) {
                addUnknown(
                        endpoint.uri(), "There is no route that begins with `" + uri + "`.", known, "Shared routes: ");
            }
        }
    }

    private void checkBean(BeanName bean) {
        Set<String> beans = shared.beans().keySet();
        if (!beans.contains(bean.name())) {
            addUnknown(bean.node(), "There is no bean `" + bean.name() + "` that a route may name.", beans, "Beans: ");
            return;
        }
        Set<String> methods = shared.beans().get(bean.name());
        bean.method()
                .filter(method -> !methods.contains(method.getValue()))
                .ifPresent(method -> addUnknown(
                        method,
                        "`" + bean.name() + "` has no step `" + method.getValue() + "`.",
                        methods,
                        "Steps of `" + bean.name() + "`: "));
    }

    /** The whole list only where none of it is near. */
    private void addUnknown(ScalarNode at, String what, Set<String> known, String all) {
        String suggestion = Suggestion.of(at.getValue(), known);
        file.problems().add(at, what + suggestion, suggestion.isEmpty() ? all + String.join(", ", known) : "");
    }
}
