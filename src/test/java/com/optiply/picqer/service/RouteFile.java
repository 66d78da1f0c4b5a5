package com.optiply.picqer.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A route file as the plain tree that it is.
 *
 * @param tree lists, maps and values
 */
record RouteFile(Path path, String text, Object tree) {
    private static final Path ROUTES = Path.of("routes");

    /** Every file that all customers share, found and not listed. */
    static List<RouteFile> all() {
        try (Stream<Path> files = Files.walk(ROUTES)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.startsWith(ROUTES.resolve("customers")))
                    .sorted()
                    .map(RouteFile::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RouteFile read(Path path) {
        try {
            String text = Files.readString(path);
            return new RouteFile(path, text, new Load(LoadSettings.builder().build()).loadFromString(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean isDoor() {
        return path.startsWith(ROUTES.resolve("doors"));
    }

    /** Gives every key with its value, and the mapping they stand in. */
    void eachEntry(EntryListener listener) {
        walk(tree, (mapping, key) -> listener.entry(key, mapping.get(key), mapping));
    }

    /** Sees one entry of the tree. */
    interface EntryListener {
        void entry(String key, Object value, Map<?, ?> mapping);
    }

    private static void walk(Object node, BiConsumer<Map<?, ?>, String> entry) {
        if (node instanceof List<?> list) {
            list.forEach(one -> walk(one, entry));
        }
        if (node instanceof Map<?, ?> mapping) {
            mapping.forEach((key, value) -> {
                entry.accept(mapping, key.toString());
                walk(value, entry);
            });
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
