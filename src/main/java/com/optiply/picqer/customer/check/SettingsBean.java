package com.optiply.picqer.customer.check;

import com.optiply.picqer.customer.Customer;
import com.optiply.picqer.customer.NearestMatch;
import com.optiply.picqer.customer.SettingsSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Finds the one settings bean of a customer file and checks all around its settings. */
final class SettingsBean {
    static final String SHAPE =
            "A customer file begins with `- beans:` and in it one bean of the type " + Customer.class.getName() + ".";
    private static final Set<String> KEYS = new TreeSet<>(List.of("name", "properties", "type"));

    private final String customer;
    private final FileProblems problems;
    private final List<MappingNode> beans = new ArrayList<>();

    SettingsBean(String customer, FileProblems problems) {
        this.customer = customer;
        this.problems = problems;
    }

    /** Takes in what stands under one {@code beans} key. */
    void addAll(YamlEntry entry) {
        if (!(entry.value() instanceof SequenceNode list)) {
            problems.add(entry.keyNode(), "`beans` holds a list.", "Write `- name: " + customer + "` below it.");
            return;
        }
        for (Node bean : list.getValue()) {
            if (bean instanceof MappingNode mapping) {
                beans.add(mapping);
            } else {
                problems.add(bean, "A bean is a mapping with the keys " + String.join(", ", KEYS) + ".", "");
            }
        }
    }

    /** The entry of the settings themselves, or null if there is nothing to look at. */
    @Nullable
    YamlEntry properties(Node root) {
        if (beans.isEmpty()) {
            problems.add(root, "There is no settings bean in this file.", SHAPE);
            return null;
        }
        YamlEntry properties = checked(beans.get(0));
        for (MappingNode second : beans.subList(1, beans.size())) {
            problems.add(
                    second,
                    "This is a second bean; the settings bean stands in line " + YamlEntry.lineOf(beans.get(0)) + ".",
                    "A customer file holds one bean, because beans of all files share one registry.");
        }
        return properties;
    }

    private @Nullable YamlEntry checked(MappingNode bean) {
        Map<String, YamlEntry> entries = YamlEntry.of(bean, problems);
        for (YamlEntry entry : entries.values()) {
            if (!KEYS.contains(entry.key())) {
                problems.add(
                        entry.keyNode(),
                        "A settings bean has no key `" + entry.key() + "`." + Suggestion.of(entry.key(), KEYS),
                        SettingsSection.top().keys().contains(entry.key())
                                ? "Settings stand below `properties`, further to the right."
                                : FileProblems.keysHere(KEYS));
            }
        }
        checkText(bean, entries.get("name"), "name", customer, "The bean bears the name of its file.");
        checkText(bean, entries.get("type"), "type", Customer.class.getName(), "");
        if (!entries.containsKey("properties")) {
            problems.add(bean, "The settings bean has no `properties`.", "They hold the customer's settings.");
        }
        return entries.get("properties");
    }

    private void checkText(MappingNode bean, @Nullable YamlEntry entry, String key, String wanted, String why) {
        if (entry == null) {
            problems.add(bean, "The settings bean has no `" + key + "`.", "Write `" + key + ": " + wanted + "`.");
            return;
        }
        String found = entry.value() instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!wanted.equals(found)) {
            boolean near = NearestMatch.of(found, List.of(wanted)).isPresent();
            String what = "The settings bean's `" + key + "` is `" + found + "`, not `" + wanted + "`.";
            problems.add(entry.value(), near ? what + " Did you mean `" + wanted + "`?" : what, why);
        }
    }
}
