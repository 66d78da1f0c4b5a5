package com.optiply.picqer.sandbox.optiply;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.Switch;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Switches over the admin door, by the names of their types and values in small letters: {@code remote_id_key} and
 * {@code coupling_name}. Those named are changed, and a name that is none is refused with those there are.
 */
final class SwitchesJson {
    private static final String EXTRA_ATTRIBUTES = "extra_attributes";

    private SwitchesJson() {}

    static ObjectNode change(OptiplySimulator optiply, ObjectNode named) {
        OptiplySwitches switches = optiply.switches();
        for (var field : named.properties()) {
            switches = field.getKey().equals(EXTRA_ATTRIBUTES)
                    ? switches.withExtraAttributes(texts(field.getValue()))
                    : switches.with(choice(field.getKey(), field.getValue().asText()));
        }
        optiply.switches(switches);
        return all(switches);
    }

    private static Switch choice(String name, String value) {
        Class<?> type = types().filter(each -> nameOf(each).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Optiply has no switch `" + name + "`. Switches: "
                        + types().map(SwitchesJson::nameOf).sorted().collect(joining(", ")) + ", " + EXTRA_ATTRIBUTES
                        + "."));
        return values(type).stream()
                .filter(each -> nameOf(each).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("`" + name + "` is not `" + value + "`. Choose from "
                        + values(type).stream().map(SwitchesJson::nameOf).toList() + "."));
    }

    private static ObjectNode all(OptiplySwitches switches) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        types().forEach(type -> all.put(
                nameOf(type),
                nameOf(Optional.ofNullable(switches.choices().get(type))
                        .orElseGet(() -> values(type).get(0)))));
        switches.extraAttributes().stream().sorted().forEach(all.putArray(EXTRA_ATTRIBUTES)::add);
        return all;
    }

    private static Stream<Class<?>> types() {
        return Arrays.stream(Switch.class.getPermittedSubclasses());
    }

    private static List<Switch> values(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Switch.class::cast).toList();
    }

    private static String nameOf(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static String nameOf(Switch value) {
        return ((Enum<?>) value).name().toLowerCase(Locale.ROOT);
    }

    private static String[] texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toArray(String[]::new);
    }
}
