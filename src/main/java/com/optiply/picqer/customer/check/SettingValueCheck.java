package com.optiply.picqer.customer.check;

import static java.util.Objects.requireNonNull;

import com.optiply.picqer.customer.PlaceholderResolver;
import com.optiply.picqer.customer.Reference;
import com.optiply.picqer.customer.Setting;
import com.optiply.picqer.customer.SettingsSection;
import com.optiply.picqer.customer.UnresolvedPlaceholderException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Checks the value of one setting: its YAML form, its reference if it has one, and what its setter says. */
final class SettingValueCheck {
    private static final String REFERENCE_ADVICE =
            "Write a reference in quotes: \"{{env:NAME}}\", \"{{file:/path}}\" or a vault's.";

    /** Camel's functions whose argument or place is as open to see as the file itself. */
    private static final Set<String> OPEN_FUNCTIONS =
            Set.of("sys", "service", "service.name", "service.host", "service.port", "boolean");

    private final PlaceholderResolver placeholders;
    private final FileProblems problems;
    private final Set<String> refused = new HashSet<>();

    SettingValueCheck(PlaceholderResolver placeholders, FileProblems problems) {
        this.placeholders = placeholders;
        this.problems = problems;
    }

    /** Whether the setting is there, with a value that was not accepted. */
    boolean refused(String path) {
        return refused.contains(path);
    }

    void check(SettingsSection section, Object bean, YamlEntry entry) {
        int before = problems.count();
        Setting about = requireNonNull(section.about(entry.key()));
        String path = section.path() + entry.key();
        text(about, path, entry).ifPresent(text -> set(section, bean, entry, text));
        if (problems.count() > before) {
            refused.add(path);
        }
    }

    private Optional<String> text(Setting about, String path, YamlEntry entry) {
        if (entry.hasNoValue()) {
            problems.add(entry.keyNode(), "`" + path + "` has no value.", about.meaning());
            return Optional.empty();
        }
        if (entry.value() instanceof ScalarNode scalar) {
            return about.reference() ? referred(path, scalar) : resolved(path, scalar);
        }
        if (YamlText.hasTornKey(entry.value())) {
            refused.add(path); // a reference without quotes, which was told when the file was read
            return Optional.empty();
        }
        problems.add(entry.value(), "`" + path + "` takes one value" + found(entry), about.meaning());
        return Optional.empty();
    }

    private static String found(YamlEntry entry) {
        if (entry.value() instanceof SequenceNode) {
            return ", not a YAML list: write several as one text, such as \"18, 21\".";
        }
        if (entry.value() instanceof MappingNode mapping && mapping.getFlowStyle() == FlowStyle.FLOW) {
            return ", not settings of its own: put quotes around a text that begins with a brace.";
        }
        return ", not settings of its own.";
    }

    private Optional<String> referred(String path, ScalarNode scalar) {
        Optional<Reference> reference = Reference.of(scalar.getValue());
        if (reference.isEmpty() || reference.get().hasFallback()) {
            problems.add(scalar, "`" + path + "` is a secret and stands here in clear text.", REFERENCE_ADVICE);
            return Optional.empty();
        }
        String function = reference.get().function();
        if (OPEN_FUNCTIONS.contains(function) || !placeholders.hasFunction(function)) {
            problems.add(
                    scalar,
                    "`" + path + "` cannot come from `" + function + "`: no such source of secrets is installed.",
                    REFERENCE_ADVICE);
            return Optional.empty();
        }
        return value(path, scalar, () -> placeholders.resolveSecret(reference.get()));
    }

    private Optional<String> resolved(String path, ScalarNode scalar) {
        String text = scalar.getValue();
        return text.contains("{{") ? value(path, scalar, () -> placeholders.resolve(text)) : Optional.of(text);
    }

    private Optional<String> value(String path, ScalarNode scalar, Supplier<String> resolved) {
        try {
            return Optional.of(resolved.get());
        } catch (UnresolvedPlaceholderException e) {
            problems.add(scalar, "`" + path + "` " + e.getMessage() + ".", e.advice());
            return Optional.empty();
        }
    }

    private void set(SettingsSection section, Object bean, YamlEntry entry, String text) {
        Setting about = requireNonNull(section.about(entry.key()));
        try {
            section.set(bean, entry.key(), text);
        } catch (IllegalArgumentException e) {
            String path = section.path() + entry.key();
            problems.add(entry.value(), "`" + path + "` " + reason(about, entry, text, e), about.meaning());
        }
    }

    /** What came out of a reference may be a secret even where none belongs, so it is not repeated. */
    private static String reason(Setting about, YamlEntry entry, String text, IllegalArgumentException e) {
        String written = ((ScalarNode) entry.value()).getValue();
        if (!about.reference() && !written.equals(text)) {
            return "has a value behind `" + written + "` that is not accepted; allowed: " + about.allowed() + ".";
        }
        String message = String.valueOf(e.getMessage());
        return message.endsWith("?") ? message : message + ".";
    }
}
