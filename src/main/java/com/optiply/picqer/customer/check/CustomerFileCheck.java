package com.optiply.picqer.customer.check;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.PlaceholderResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Checks customer files before Camel gets them, and reports all problems of all files at once, each with its place.
 *
 * <p>What needs the network, such as whether a warehouse exists, is not checked here. Safe for use by many threads.
 */
public final class CustomerFileCheck {
    private static final Set<String> KEYS = Set.of("beans", "route");

    private final PlaceholderResolver placeholders;
    private final OwnRoutesCheck ownRoutes;
    private final TriggerNames triggers;

    /** @param shared what the customers' routes may go to, and be made of */
    public CustomerFileCheck(PlaceholderResolver placeholders, SharedRoutes shared) {
        this.placeholders = placeholders;
        this.ownRoutes = new OwnRoutesCheck(shared);
        this.triggers = new TriggerNames(placeholders, shared.flows().keySet());
    }

    /**
     * The customers of the files that are right, and everything that is wrong with the others. A file that is named
     * twice, in whatever way, is one.
     */
    public CheckedFiles check(List<Path> files) {
        Map<Path, Path> once = new LinkedHashMap<>();
        files.forEach(file -> once.putIfAbsent(file.toAbsolutePath().normalize(), file));
        List<FileUnderCheck> checked =
                once.values().stream().map(FileUnderCheck::new).toList();
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            // It only lends its catalog and its reader, and is never started.
            camel.disableJMX();
            camel.build();
            RouteCheck routes = new RouteCheck(camel, placeholders);
            checked.forEach(file -> checkFile(file, routes));
        } catch (IOException e) {
            throw new UncheckedIOException("Camel's reader cannot be closed", e);
        }
        AcrossFiles.check(checked);
        return new CheckedFiles(
                checked.stream()
                        .filter(file -> file.problems().isEmpty())
                        .flatMap(file -> file.settings().stream())
                        .toList(),
                checked.stream()
                        .flatMap(file -> file.problems().inOrder().stream())
                        .toList());
    }

    private void checkFile(FileUnderCheck file, RouteCheck routes) {
        CustomerName name = name(file);
        Node root = YamlText.read(file.problems().file(), file.problems());
        if (root == null) {
            return;
        }
        if (!(root instanceof SequenceNode list)) {
            file.problems().add(root, "A customer file is a list: its lines begin with a dash.", SettingsBean.SHAPE);
            return;
        }
        SettingsBean bean = new SettingsBean(file.customer(), file.problems());
        list.getValue().forEach(item -> checkItem(item, file, bean, routes));
        YamlEntry properties = bean.properties(root);
        if (properties != null && name != null) {
            SettingsCheck settings = new SettingsCheck(placeholders, file.problems());
            settings.check(properties, name)
                    .ifPresent(checked -> file.settle(checked, settings.nearest("optiply.account")));
            file.setFlows(settings.flows());
        }
        checkRoutes(file);
        ownRoutes.check(file, file.settings());
        triggers.check(file);
    }

    /** A route that takes the place of a trigger which there is not would run what the settings switch off. */
    private static void checkRoutes(FileUnderCheck file) {
        String prefix = file.customer() + "-";
        for (ScalarNode id : file.routeIds()) {
            String flow = id.getValue().replaceFirst("^" + Pattern.quote(prefix), "");
            if (id.getValue().startsWith(prefix) && !file.flows().isOn(flow)) {
                OwnRoutesCheck.addSwitchedOff(id, flow, file.problems());
            }
        }
    }

    private static @Nullable CustomerName name(FileUnderCheck file) {
        if (!file.hasEnding()) {
            file.problems()
                    .add(
                            Optional.empty(),
                            "The file's name does not end in `.yaml`, so Camel would pass over it.",
                            "Rename it to `" + file.customer() + ".yaml`, or move it out of this folder.");
        }
        try {
            return new CustomerName(file.customer());
        } catch (IllegalArgumentException e) {
            file.problems()
                    .add(
                            Optional.empty(),
                            "The file's name is no name of a customer: " + e.getMessage() + ".",
                            "Rename the file, and the bean in it.");
            return null;
        }
    }

    private static void checkItem(Node item, FileUnderCheck file, SettingsBean bean, RouteCheck routes) {
        if (!(item instanceof MappingNode mapping) || mapping.getValue().isEmpty()) {
            file.problems().add(item, "An item of a customer file is `beans:` or `route:`.", SettingsBean.SHAPE);
            return;
        }
        List<YamlEntry> entries =
                List.copyOf(YamlEntry.of(mapping, file.problems()).values());
        entries.stream().skip(1).forEach(entry -> file.problems()
                .add(
                        entry.keyNode(),
                        "`" + entry.key() + "` stands beside another key in one list item.",
                        "Give it a dash of its own, or indent it below the key that it belongs to."));
        for (YamlEntry entry : entries.subList(0, Math.min(1, entries.size()))) {
            switch (entry.key()) {
                case "beans" -> bean.addAll(entry);
                case "route" -> routes.check(item, entry, file);
                default -> addUnknown(entry, file.problems(), routes.topKeys());
            }
        }
    }

    private static void addUnknown(YamlEntry entry, FileProblems problems, Set<String> camelKeys) {
        String what = camelKeys.contains(entry.key())
                ? "`" + entry.key() + "` does not belong in a customer file: Camel would apply it beyond this customer."
                : "A customer file has no `" + entry.key() + "`." + Suggestion.of(entry.key(), KEYS);
        problems.add(entry.keyNode(), what, "Keys here: beans, route");
    }
}
