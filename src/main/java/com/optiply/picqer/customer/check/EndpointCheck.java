package com.optiply.picqer.customer.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.optiply.picqer.customer.PlaceholderResolver;
import com.optiply.picqer.customer.UnresolvedPlaceholderException;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.catalog.RuntimeCamelCatalog;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Checks each endpoint of a route against what its component says about itself in Camel's catalog. It is what Camel
 * does when the route starts, but with the place of the parameter, and before anything has started.
 */
final class EndpointCheck {
    private static final Set<String> USUAL = Set.of("timer", "quartz", "direct");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RuntimeCamelCatalog catalog;
    private final PlaceholderResolver placeholders;

    EndpointCheck(CamelContext camel, PlaceholderResolver placeholders) {
        this.catalog = camel.getCamelContextExtension().getContextPlugin(RuntimeCamelCatalog.class);
        this.placeholders = placeholders;
    }

    /** Looks at every endpoint in this node and below it. */
    void check(Node route, FileProblems problems) {
        RouteEndpoint.in(route).forEach(endpoint -> check(endpoint, problems));
    }

    private void check(RouteEndpoint endpoint, FileProblems problems) {
        int before = problems.count();
        String address = resolved(endpoint.uri(), problems);
        Map<String, String> written = new HashMap<>();
        endpoint.parameters().forEach((name, value) -> written.put(name.getValue(), resolved(value, problems)));
        String scheme = address.contains(":") ? address.substring(0, address.indexOf(':')) : address;
        JsonNode component = component(scheme);
        if (problems.count() > before || address.contains("${")) {
            return;
        }
        if (component == null) {
            problems.add(
                    endpoint.uri(),
                    "Camel has no component `" + scheme + "` here." + Suggestion.of(scheme, USUAL),
                    "A trigger is `timer:name` or `quartz:group/name`, a shared flow is `direct:flow`.");
            return;
        }
        Map<String, String> options = options(endpoint, address, problems);
        if (problems.count() > before) {
            return;
        }
        options.putAll(written);
        EndpointValidationResult result = catalog.validateProperties(scheme, options);
        report(endpoint, result, component, problems);
        if (scheme.equals("quartz")) {
            ScheduleCheck.check(endpoint, options, problems);
        } else if (scheme.equals("timer")) {
            options.keySet().removeAll(orEmpty(result.getInvalidDuration()).keySet());
            ScheduleCheck.checkTimer(endpoint, options, problems);
        }
    }

    private String resolved(ScalarNode node, FileProblems problems) {
        String text = node.getValue();
        try {
            return text.contains("{{") ? placeholders.resolve(text) : text;
        } catch (UnresolvedPlaceholderException e) {
            problems.add(node, "This " + e.getMessage() + ".", e.advice());
            return text;
        }
    }

    private @Nullable JsonNode component(String scheme) {
        // Camel looks for a file of that name on the class path, and stumbles over what is no name.
        String json = SCHEME.matcher(scheme).matches() ? catalog.componentJSonSchema(scheme) : null;
        try {
            return json == null ? null : JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Camel's description of the component " + scheme + " is no JSON", e);
        }
    }

    private Map<String, String> options(RouteEndpoint endpoint, String address, FileProblems problems) {
        try {
            return new HashMap<>(catalog.endpointProperties(address));
        } catch (URISyntaxException | RuntimeException e) {
            problems.add(
                    endpoint.uri(),
                    "`" + endpoint.uri().getValue() + "` is not an address of an endpoint.",
                    "Write the component, a colon and a name, such as `timer:acme-products`.");
            return new HashMap<>();
        }
    }

    private static void report(
            RouteEndpoint endpoint, EndpointValidationResult result, JsonNode component, FileProblems problems) {
        String scheme = component.path("component").path("scheme").asText();
        Set<String> known = new TreeSet<>();
        component.path("properties").properties().stream()
                .filter(property -> property.getValue().path("kind").asText().equals("parameter"))
                .forEach(property -> known.add(name(property.getKey(), property.getValue())));
        if (!component.path("component").path("lenientProperties").asBoolean()) {
            each(result.getUnknown())
                    .forEach(name -> problems.add(
                            endpoint.nameOf(name),
                            "`" + scheme + "` has no parameter `" + name + "`." + suggestion(scheme, name, known),
                            "Parameters of `" + scheme + "`: " + String.join(", ", known)));
        }
        each(result.getRequired())
                .forEach(name ->
                        problems.add(endpoint.uri(), "`" + scheme + "` needs the parameter `" + name + "`.", ""));
        reportValues(endpoint, result, problems);
    }

    /** As it is written: of a whole group of parameters, the prefix that all of them bear. */
    private static String name(String property, JsonNode about) {
        String prefix = about.path("prefix").asText();
        return prefix.isEmpty() ? property : prefix + "*";
    }

    /** The zone is the one parameter of a group that schedules need, and no list of Camel's tells its name. */
    private static String suggestion(String scheme, String name, Set<String> known) {
        boolean isZone = scheme.equals("quartz") && ScheduleCheck.ZONE.equalsIgnoreCase("trigger." + name);
        return isZone ? " Did you mean `" + ScheduleCheck.ZONE + "`?" : Suggestion.of(name, known);
    }

    private static void reportValues(RouteEndpoint endpoint, EndpointValidationResult result, FileProblems problems) {
        refuse(endpoint, result.getInvalidBoolean(), "`true` or `false`", problems);
        refuse(endpoint, result.getInvalidInteger(), "a whole number", problems);
        refuse(endpoint, result.getInvalidNumber(), "a number", problems);
        refuse(endpoint, result.getInvalidDuration(), "a time such as `30s`, `10m` or `1h30m`", problems);
        Map<String, String[]> choices = orEmpty(result.getInvalidEnumChoices());
        choices.forEach((name, allowed) -> refuse(
                endpoint,
                Map.of(name, orEmpty(result.getInvalidEnum()).getOrDefault(name, "")),
                "one of " + String.join(", ", Arrays.asList(allowed)),
                problems));
    }

    private static void refuse(
            RouteEndpoint endpoint, @Nullable Map<String, String> values, String allowed, FileProblems problems) {
        orEmpty(values)
                .forEach((name, value) -> problems.add(
                        endpoint.valueOf(name),
                        "`" + name + "` cannot be `" + value + "`; allowed: " + allowed + ".",
                        ""));
    }

    private static Collection<String> each(@Nullable Set<String> names) {
        return Optional.ofNullable(names)
                .map(TreeSet::new)
                .<Collection<String>>map(set -> set)
                .orElse(List.of());
    }

    private static <V> Map<String, V> orEmpty(@Nullable Map<String, V> values) {
        return values == null ? Map.of() : values;
    }
}
