package com.optiply.picqer.customer.check;

import com.optiply.picqer.customer.Customer;
import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.CustomerSettings.Flows;
import com.optiply.picqer.customer.NearestMatch;
import com.optiply.picqer.customer.PlaceholderResolver;
import com.optiply.picqer.customer.SettingProblem;
import com.optiply.picqer.customer.SettingsSection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Checks the settings of one file, key by key, and fills the bean with them as Camel will. */
final class SettingsCheck {
    private final FileProblems problems;
    private final SettingValueCheck values;
    private final Map<String, Node> places = new HashMap<>();
    private final Set<String> meant = new HashSet<>();
    private final Customer customer = new Customer();

    SettingsCheck(PlaceholderResolver placeholders, FileProblems problems) {
        this.problems = problems;
        this.values = new SettingValueCheck(placeholders, problems);
    }

    /** The settings, if this file has had no problem so far and none among them. */
    Optional<CustomerSettings> check(YamlEntry properties, CustomerName name) {
        places.put("", properties.keyNode());
        checkSection(SettingsSection.top(), customer, properties);
        customer.problems().stream()
                .filter(this::isNews)
                .forEach(problem -> problems.add(nearest(problem.path()), problem.what(), ""));
        return problems.isEmpty() ? Optional.of(customer.settings(name)) : Optional.empty();
    }

    /** Which flows are on as far as the file says so, whatever else is wrong with it. */
    Flows flows() {
        return customer.getFlows().settings();
    }

    /** Where a setting stands: the key itself, or of the sections around it the innermost that is there. */
    Node nearest(String path) {
        Node place = places.get(path);
        int dot = path.lastIndexOf('.');
        return place != null ? place : nearest(dot < 0 ? "" : path.substring(0, dot));
    }

    /** A key that is misspelt, misplaced or has a bad value would count as missing too; it has had its word. */
    private boolean isNews(SettingProblem problem) {
        return !tried(problem.path()) && problem.instead().stream().noneMatch(this::tried);
    }

    private boolean tried(String path) {
        return meant.contains(path) || values.refused(path);
    }

    private void checkSection(SettingsSection section, Object bean, YamlEntry entry) {
        if (!(entry.value() instanceof MappingNode mapping)) {
            problems.add(
                    entry.keyNode(),
                    "`" + entry.key() + "` holds settings of its own, in lines below it.",
                    FileProblems.keysHere(section.keys()));
            return;
        }
        YamlEntry.of(mapping, problems).values().forEach(below -> checkEntry(section, bean, below));
    }

    private void checkEntry(SettingsSection section, Object bean, YamlEntry entry) {
        String path = section.path() + entry.key();
        places.put(path, entry.keyNode());
        SettingsSection below = section.section(entry.key());
        if (below != null) {
            checkSection(below, section.beanIn(bean, entry.key()), entry);
        } else if (section.about(entry.key()) != null) {
            values.check(section, bean, entry);
        } else {
            addUnknown(section, entry);
        }
    }

    private void addUnknown(SettingsSection section, YamlEntry entry) {
        String owner = section.path().isEmpty()
                ? "Customer"
                : "`" + section.path().substring(0, section.path().length() - 1) + "`";
        Optional<String> home = homeOf(SettingsSection.top(), entry.key());
        Optional<String> near = NearestMatch.of(entry.key(), section.keys()).map(key -> section.path() + key);
        home.or(() -> near).ifPresent(meant::add);
        String suggestion = home.map(SettingsCheck::elsewhere).orElse(Suggestion.of(entry.key(), section.keys()));
        problems.add(
                entry.keyNode(),
                owner + " has no setting `" + entry.key() + "`." + suggestion,
                "Settings here: " + String.join(", ", section.keys()) + " (all: `picqer-optiply check --settings`)");
    }

    private static String elsewhere(String path) {
        String place = path.contains(".") ? "`" + path + "`" : "directly below `properties`";
        return " It belongs elsewhere: " + place + ".";
    }

    /** The full path of a setting that stands in the wrong section; empty if no section has it. */
    private static Optional<String> homeOf(SettingsSection section, String key) {
        if (section.keys().contains(key)) {
            return Optional.of(section.path() + key);
        }
        return section.sections().stream()
                .flatMap(below -> homeOf(below, key).stream())
                .findFirst();
    }
}
