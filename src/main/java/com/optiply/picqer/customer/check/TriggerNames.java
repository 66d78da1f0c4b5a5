package com.optiply.picqer.customer.check;

import com.optiply.picqer.customer.PlaceholderResolver;
import com.optiply.picqer.customer.UnresolvedPlaceholderException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Checks what the routes of a file begin with: that it bears the customer's name, and nothing else begins with it. Two
 * quartz triggers of one name keep the whole service from starting, and a cron runs in the zone of the customer whose
 * name its group bears; two timers of one name share a thread.
 */
final class TriggerNames {
    private static final String CALLED = "direct";
    /** What stands between the customer and the rest of the name. */
    private static final Map<String, String> SEPARATORS = Map.of("quartz", "/", "timer", "-");

    private final PlaceholderResolver placeholders;
    private final Set<String> flows;

    /** @param flows by name; a trigger that bears the name of one is that flow's */
    TriggerNames(PlaceholderResolver placeholders, Set<String> flows) {
        this.placeholders = placeholders;
        this.flows = flows;
    }

    /**
     * What a route begins with.
     *
     * @param uri where it stands
     * @param scheme such as {@code quartz}
     * @param name the rest of the address, without parameters
     */
    private record Trigger(ScalarNode id, ScalarNode uri, String scheme, String name, String parameters) {
        static Trigger of(ScalarNode id, RouteEndpoint from, String address) {
            String plain = address.replaceFirst("\\?.*$", "");
            String scheme = plain.replaceFirst(":.*$", "");
            String name = plain.substring(Math.min(plain.length(), scheme.length() + 1))
                    .replaceFirst("^/+", "");
            return new Trigger(
                    id, from.uri(), scheme, name, address.substring(plain.length()) + texts(from.parameters()));
        }

        private static Map<String, String> texts(Map<ScalarNode, ScalarNode> parameters) {
            Map<String, String> texts = new HashMap<>();
            parameters.forEach((name, value) -> texts.put(name.getValue(), value.getValue()));
            return texts;
        }

        String address() {
            return scheme + ":" + name;
        }

        /** What no other may have: of these, the name alone tells one from another, whatever the parameters are. */
        String key() {
            return SEPARATORS.containsKey(scheme) || scheme.equals(CALLED) ? address() : address() + parameters;
        }
    }

    void check(FileUnderCheck file) {
        Map<String, Trigger> firsts = new HashMap<>();
        file.routes().forEach((id, route) -> trigger(id, route).ifPresent(trigger -> {
            if (trigger.name().isEmpty()) {
                return; // no address at all, which is told with the endpoints
            }
            Trigger first = firsts.putIfAbsent(trigger.key(), trigger);
            if (SEPARATORS.containsKey(trigger.scheme())
                    && !trigger.address().startsWith(beginning(trigger, file.customer()))) {
                addForeign(trigger, file);
            } else if (first != null) {
                addSecond(trigger, first, file);
            } else {
                checkDefault(trigger, file);
            }
        }));
    }

    private Optional<Trigger> trigger(ScalarNode id, MappingNode route) {
        Optional<Node> uri = Nodes.at(route, "from", "uri");
        return RouteEndpoint.in(route).stream()
                .filter(endpoint -> uri.filter(node -> node == endpoint.uri()).isPresent())
                .findFirst()
                .flatMap(endpoint -> {
                    String text = endpoint.uri().getValue();
                    try {
                        return Optional.of(
                                Trigger.of(id, endpoint, text.contains("{{") ? placeholders.resolve(text) : text));
                    } catch (UnresolvedPlaceholderException toldBefore) {
                        return Optional.empty();
                    }
                });
    }

    private static String beginning(Trigger trigger, String customer) {
        return trigger.scheme() + ":" + customer + SEPARATORS.get(trigger.scheme());
    }

    /** The name that belongs to this route, and to no other. */
    private static String wanted(Trigger trigger, FileUnderCheck file) {
        String rest = trigger.id().getValue().replaceFirst("^" + file.customer() + "-", "");
        return "Write `" + beginning(trigger, file.customer()) + rest + "`";
    }

    private static void addForeign(Trigger trigger, FileUnderCheck file) {
        file.problems()
                .add(
                        trigger.uri(),
                        "The trigger `" + trigger.address() + "` does not begin with `"
                                + beginning(trigger, file.customer()) + "`.",
                        wanted(trigger, file) + ": a customer's triggers bear its name, "
                                + (trigger.scheme().equals("quartz")
                                        ? "because two of one name, in whatever file, keep the service from starting."
                                        : "so that two customers never share a clock."));
    }

    private static void addSecond(Trigger trigger, Trigger first, FileUnderCheck file) {
        if (trigger.id().getValue().equals(first.id().getValue())) {
            return; // the same route twice, which is told where its id stands
        }
        file.problems()
                .add(
                        trigger.uri(),
                        "The route in line " + YamlEntry.lineOf(first.id()) + " begins with `" + trigger.address()
                                + "` already.",
                        SEPARATORS.containsKey(trigger.scheme())
                                ? wanted(trigger, file) + ": each trigger has a name of its own."
                                : "Let one of them begin with something else.");
    }

    /** What bears the name of another flow is begun by that flow's default, too. */
    private void checkDefault(Trigger trigger, FileUnderCheck file) {
        String prefix = file.customer() + "-";
        String route = trigger.id().getValue().replaceFirst("^" + prefix, "");
        boolean isOfAFlow = flows.stream().anyMatch(flow -> route.equals(flow) || route.startsWith(flow + "-"));
        flows.stream()
                .filter(flow -> isOfAFlow && SEPARATORS.containsKey(trigger.scheme()))
                .filter(flow -> trigger.address().equals(beginning(trigger, file.customer()) + flow))
                .filter(flow ->
                        file.routeIds().stream().noneMatch(id -> id.getValue().equals(prefix + flow)))
                .forEach(flow -> file.problems()
                        .add(
                                trigger.uri(),
                                "`" + trigger.address() + "` is the name of the default trigger of `" + flow + "`.",
                                wanted(trigger, file) + ": each trigger has a name of its own."));
    }
}
