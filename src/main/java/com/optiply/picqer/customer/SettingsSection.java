package com.optiply.picqer.customer;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The keys that may stand at one level of the settings, as read from the annotated setters.
 *
 * @param path of this level, empty for the top, else with a dot behind it
 * @param settings the setters of this level, by key
 * @param getters of the sections below, by key
 */
public record SettingsSection(String path, SortedMap<String, Method> settings, SortedMap<String, Method> getters) {
    private static final SettingsSection TOP = of("", Customer.class);

    /** The level that {@link Customer} itself stands for. */
    public static SettingsSection top() {
        return TOP;
    }

    private static SettingsSection of(String path, Class<?> type) {
        SortedMap<String, Method> settings = new TreeMap<>();
        SortedMap<String, Method> getters = new TreeMap<>();
        for (Method method : type.getMethods()) {
            if (method.isAnnotationPresent(Setting.class)) {
                settings.put(key(method), method);
            } else if (hasSettings(method.getReturnType())) {
                getters.put(key(method), method);
            }
        }
        return new SettingsSection(path, settings, getters);
    }

    private static boolean hasSettings(Class<?> type) {
        return Arrays.stream(type.getMethods()).anyMatch(method -> method.isAnnotationPresent(Setting.class));
    }

    /** From {@code setApiKey} to {@code api-key}. */
    private static String key(Method accessor) {
        String name = accessor.getName().substring("set".length());
        return name.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Every key of this level, sections included. */
    public SortedSet<String> keys() {
        SortedSet<String> keys = new TreeSet<>(settings.keySet());
        keys.addAll(getters.keySet());
        return keys;
    }

    /** What is documented about a setting of this level, or null if there is no such setting. */
    public @Nullable Setting about(String key) {
        Method setter = settings.get(key);
        return setter == null ? null : setter.getAnnotation(Setting.class);
    }

    /** The level below, or null if there is no such section. */
    public @Nullable SettingsSection section(String key) {
        Method getter = getters.get(key);
        return getter == null ? null : of(path + key + ".", getter.getReturnType());
    }

    public List<SettingsSection> sections() {
        return getters.keySet().stream()
                .map(key -> requireNonNull(section(key)))
                .toList();
    }

    /** The bean of the section below. */
    public Object beanIn(Object bean, String key) {
        return requireNonNull(invoke(requireNonNull(getters.get(key)), bean));
    }

    /** Gives the value to the setter, as Camel would; its {@link IllegalArgumentException} comes through. */
    public void set(Object bean, String key, String value) {
        invoke(requireNonNull(settings.get(key)), bean, value);
    }

    private static @Nullable Object invoke(Method method, Object bean, Object... arguments) {
        try {
            return method.invoke(bean, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(method + " failed", e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " must be public", e);
        }
    }
}
