package com.optiply.picqer.customer;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reaches every setting by its path, such as {@code picqer.api-key}, for tests that go through all of them. */
final class SettingPaths {
    private SettingPaths() {}

    /** Gives the bean the value, as Camel would. */
    static void set(Customer customer, String path, String value) {
        int dot = path.indexOf('.');
        SettingsSection top = SettingsSection.top();
        if (dot < 0) {
            top.set(customer, path, value);
            return;
        }
        String section = path.substring(0, dot);
        sectionOf(path).set(top.beanIn(customer, section), path.substring(dot + 1), value);
    }

    /** What is documented at the setter. */
    static Setting about(String path) {
        return Optional.ofNullable(sectionOf(path).about(path.substring(path.indexOf('.') + 1)))
                .orElseThrow();
    }

    private static SettingsSection sectionOf(String path) {
        int dot = path.indexOf('.');
        SettingsSection top = SettingsSection.top();
        return dot < 0
                ? top
                : Optional.ofNullable(top.section(path.substring(0, dot))).orElseThrow();
    }

    /** Every setting of this level and below. */
    static Set<String> paths(SettingsSection section) {
        Set<String> paths = new TreeSet<>();
        section.settings().keySet().forEach(key -> paths.add(section.path() + key));
        section.sections().forEach(below -> paths.addAll(paths(below)));
        return paths;
    }

    /** Every component of the settings that is none of their own records, by its path. */
    static Map<String, Object> leaves(Record settings) throws ReflectiveOperationException {
        Map<String, Object> leaves = new TreeMap<>();
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            Object value = component.getAccessor().invoke(settings);
            if (value instanceof Record below && below.getClass().getEnclosingClass() == CustomerSettings.class) {
                leaves(below).forEach((name, leaf) -> leaves.put(component.getName() + "." + name, leaf));
            } else {
                leaves.put(component.getName(), value);
            }
        }
        return leaves;
    }
}
