package com.optiply.picqer.customer.check;

import static java.util.stream.Collectors.joining;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.ExtraAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Checks what the routes of a file do: that each goes to routes and beans that there are; that a route in the place of
 * a flow triggers it or does all that the flow does; and that a step on mapped records sets what may be set.
 */
final class OwnRoutesCheck {
    private static final int MISSING_SHOWN = 3;
    private static final String MAPPED = "-mapped";
    /** What could take a record away, or its failure, so that the accounting never hears of it. */
    private static final Set<String> SILENT = Set.of("aggregate", "circuitBreaker", "doTry", "onFallback", "wireTap");

    private final SharedRoutes shared;

    OwnRoutesCheck(SharedRoutes shared) {
        this.shared = shared;
    }

    /** @param settings of the customer; empty where they have a problem of their own */
    void check(FileUnderCheck file, Optional<CustomerSettings> settings) {
        OwnNames names = new OwnNames(file, shared);
        names.check();
        file.routes().forEach((id, route) -> {
            String name = id.getValue().substring(file.customer().length() + 1);
            KnownFlow flow = shared.flows().get(name);
            if (flow != null) {
                checkFlow(id, route, flow, names);
            } else if (name.endsWith(MAPPED)) {
                String ofFlow = name.substring(0, name.length() - MAPPED.length());
                checkStep(id, route, ofFlow, file, settings);
            } else {
                checkOther(id, route, file, names);
            }
        });
    }

    /** A trigger of another name than a flow's needs the customer as well, and a name that says whose it is. */
    private void checkOther(ScalarNode id, MappingNode route, FileUnderCheck file, OwnNames names) {
        List<RouteOutline.Step> written =
                RouteOutline.of(route, uri -> names.route(uri).or(() -> shared.partOfAFlow(uri)));
        List<String> flows = shared.flows().keySet().stream()
                .filter(flow -> isStarted(flow, written))
                .toList();
        List<String> off =
                flows.stream().filter(flow -> !file.flows().isOn(flow)).toList();
        boolean isCalled = Nodes.uri(Nodes.at(route, "from").orElse(null)).startsWith("direct:");
        if (!flows.isEmpty() && !isCalled) {
            requireCustomer(id, written, names);
        }
        if (!flows.isEmpty() && !isCalled && off.isEmpty()) {
            requireName(id, flows, names);
        }
        off.forEach(flow -> addSwitchedOff(id, flow, names.problems()));
    }

    /** By its own route, or because the route has the flow's steps itself. */
    private static boolean isStarted(String flow, List<RouteOutline.Step> written) {
        return contains(
                written,
                step -> step.text().equals("to: direct:" + flow) || step.text().equals("setVariable: flow, " + flow));
    }

    /** By its id alone a route takes a default's place; one that misses it by a letter runs the flow a second time. */
    private static void requireName(ScalarNode id, List<String> flows, OwnNames names) {
        List<String> wanted =
                flows.stream().map(flow -> names.customer() + "-" + flow).toList();
        if (wanted.stream().noneMatch(one -> id.getValue().matches(one + "-.+"))) {
            String first = wanted.get(0);
            names.problems()
                    .add(
                            id,
                            "Route id `" + id.getValue() + "` is not that of the flow `" + flows.get(0)
                                    + "`, which this route starts: the default trigger would stay in force beside it."
                                    + Suggestion.of(id.getValue(), wanted),
                            "Write `id: " + first + "` to take the default's place, or `id: " + first
                                    + "-` and more for a trigger beside it.");
        }
    }

    /** A route that triggers what the settings switch off would be passed over each time, and nobody would know why. */
    static void addSwitchedOff(ScalarNode id, String flow, FileProblems problems) {
        problems.add(
                id,
                "The flow `" + flow + "` is switched off in this file, and this route would run it.",
                "Take out the route, or the setting `flows." + flow + "`.");
    }

    private static void requireCustomer(ScalarNode id, List<RouteOutline.Step> written, OwnNames names) {
        if (!contains(written, step -> step.text().startsWith("setVariable: customer"))) {
            names.problems()
                    .add(
                            id,
                            "This route does not say for whom it runs the flow.",
                            "Begin its steps with `setVariable`, and below it `name: customer` and `constant: "
                                    + names.customer() + "`.");
        }
    }

    private void checkFlow(ScalarNode id, MappingNode route, KnownFlow flow, OwnNames names) {
        String shortRoute = "to: direct:" + flow.name();
        List<MappingNode> parts = new ArrayList<>(List.of(route));
        List<RouteOutline.Step> written = RouteOutline.of(route, uri -> {
            Optional<MappingNode> own = names.route(uri);
            own.ifPresent(parts::add);
            return own.or(() -> shared.partOfAFlow(uri));
        });
        requireCustomer(id, written, names);
        if (!names.wereKnown(route)) {
            return; // a misspelt step is missing, too, and needs no second line
        }
        if (contains(written, step -> step.text().equals("process: handOver"))) {
            report(id, RouteOutline.missing(shared.steps(flow), written), flow, names.problems());
            parts.forEach(part -> checkSilence(part, names.problems()));
        } else if (!contains(
                written, step -> step.text().equals(shortRoute) || step.text().startsWith("toD: "))) {
            names.problems()
                    .add(
                            id,
                            "This route takes the place of the flow `" + flow.name() + "`, and does not run it.",
                            "Write `" + shortRoute + "`, or all the steps of `routes/flows` that the flow has.");
        }
    }

    private static boolean contains(List<RouteOutline.Step> steps, Predicate<RouteOutline.Step> wanted) {
        return steps.stream().anyMatch(wanted);
    }

    private static void report(ScalarNode id, List<RouteOutline.Step> missing, KnownFlow flow, FileProblems problems) {
        if (missing.isEmpty()) {
            return;
        }
        String shown = missing.stream()
                .limit(MISSING_SHOWN)
                .map(step -> "`" + step.text() + "`")
                .collect(joining(" and "));
        int more = missing.size() - MISSING_SHOWN;
        problems.add(
                id,
                "This route runs the flow `" + flow.name() + "` itself, and lacks " + shown
                        + (more > 0 ? " and " + more + " more" : "") + ", or has them in another place.",
                "It needs every step that `direct:" + flow.name() + "` has in `routes/flows`, in that order; others may"
                        + " stand between them.");
    }

    private static void checkSilence(Node node, FileProblems problems) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(one -> checkSilence(one, problems));
        } else if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> {
                String key = Nodes.text(entry.getKeyNode());
                boolean handles = key.equals("errorHandler")
                        && Nodes.at(entry.getValueNode(), "noErrorHandler").isEmpty();
                if (SILENT.contains(key) || handles) {
                    problems.add(
                            entry.getKeyNode(),
                            "`" + key + "` does not belong in a route that runs a flow: a record, or why it failed,"
                                    + " could get lost in it.",
                            "Leave it out: what fails is parked, or ends the run, and is told either way.");
                }
                checkSilence(entry.getValueNode(), problems);
            });
        }
    }

    private void checkStep(
            ScalarNode id, MappingNode route, String ofFlow, FileUnderCheck file, Optional<CustomerSettings> settings) {
        KnownFlow flow = shared.flows().get(ofFlow);
        if (flow == null || !flow.hasOwnStep()) {
            addNoSuchStep(id, flow, file);
            return;
        }
        Node from = Nodes.at(route, "from").orElse(route);
        String address = "direct:" + id.getValue();
        if (!Nodes.uri(from).equals(address)) {
            file.problems()
                    .add(
                            from,
                            "The route `" + id.getValue() + "` has to begin with `" + address + "`.",
                            "The flow sends each mapped record there.");
        }
        Set<String> attributes = new TreeSet<>(flow.attributes());
        settings.ifPresent(one -> attributes.removeAll(ExtraAttribute.refused(flow.resource(), one.extraAttributes())));
        checkVariables(from, flow, attributes, file.problems());
    }

    private void addNoSuchStep(ScalarNode id, KnownFlow flow, FileUnderCheck file) {
        List<String> ids = shared.flows().values().stream()
                .filter(KnownFlow::hasOwnStep)
                .map(one -> file.customer() + "-" + one.name() + MAPPED)
                .toList();
        boolean isOther = flow != null && !flow.ownStep().isEmpty();
        String other = isOther
                ? " Write `" + file.customer() + "-" + flow.ownStep() + MAPPED + "`: both flows write the same records."
                : Suggestion.of(id.getValue(), ids);
        file.problems()
                .add(
                        id,
                        "No flow looks for the route `" + id.getValue() + "`." + other,
                        "Steps on mapped records: " + String.join(", ", ids));
    }

    private static void checkVariables(Node node, KnownFlow flow, Set<String> attributes, FileProblems problems) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(one -> checkVariables(one, flow, attributes, problems));
        } else if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> {
                Optional<Node> name = Nodes.at(entry.getValueNode(), "name");
                String key = Nodes.text(entry.getKeyNode());
                if (key.equals("setVariable") || key.equals("removeVariable")) {
                    name.filter(one -> !attributes.contains(Nodes.text(one)))
                            .ifPresent(one -> problems.add(
                                    one,
                                    "`" + Nodes.text(one) + "` is no attribute of " + flow.resource()
                                            + " that may be changed."
                                            + Suggestion.of(Nodes.text(one), attributes),
                                    "Attributes here: " + String.join(", ", attributes)));
                }
                checkVariables(entry.getValueNode(), flow, attributes, problems);
            });
        }
    }
}
