package com.optiply.picqer.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the program is made of besides its own code: pinned, released, and each class in one place. */
class ClassPathTest {
    /** Jars that bring the same classes, and why that does no harm. */
    private static final Map<Set<String>, String> TWINS =
            Map.of(Set.of("jakarta.servlet-api", "jetty-jakarta-servlet-api"), "both only serve the servers of tests");

    private static final Pattern VERSIONED = Pattern.compile("(.+?)-[0-9].*\\.jar");
    private static final Pattern BLOCK = Pattern.compile("<(dependency|plugin|extension)>(.*?)</\\1>", Pattern.DOTALL);
    private static final Pattern VERSION = Pattern.compile("<version>([^<]*)</version>");
    private static final Pattern PROPERTY = Pattern.compile("<([a-z0-9-]+\\.version)>([^<]*)</");
    private static final Pattern PINNED = Pattern.compile("[0-9]+(\\.[0-9A-Za-z]+)*(-[0-9A-Za-z.]+)?");

    @Test
    void noClassComesFromTwoJars() throws IOException {
        Map<String, Set<String>> jarsByClass = new TreeMap<>();
        for (Path jar : jars()) {
            for (String name : classes(jar)) {
                jarsByClass.computeIfAbsent(name, one -> new TreeSet<>()).add(artifact(jar));
            }
        }
        Set<Set<String>> twins = new java.util.HashSet<>();
        jarsByClass.values().stream().filter(jars -> jars.size() > 1).forEach(twins::add);

        assertThat(twins).isEqualTo(TWINS.keySet());
    }

    @Test
    void nothingIsASnapshot() {
        assertThat(jars()).noneMatch(jar -> jar.toString().contains("SNAPSHOT"));
    }

    @Test
    void everyVersionIsPinned() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        Map<String, String> properties = new TreeMap<>();
        Matcher property = PROPERTY.matcher(pom);
        while (property.find()) {
            properties.put("${" + property.group(1) + "}", property.group(2));
        }
        List<String> versions = new ArrayList<>(properties.values());
        Matcher block = BLOCK.matcher(pom);
        while (block.find()) {
            Matcher version = VERSION.matcher(block.group(2));
            if (version.find()) {
                versions.add(properties.getOrDefault(version.group(1), version.group(1)));
            } else {
                assertThat(block.group(1))
                        .as("without a version: " + block.group(2))
                        .isEqualTo("dependency");
            }
        }

        assertThat(versions)
                .hasSizeGreaterThan(30)
                .allMatch(version -> PINNED.matcher(version).matches() && !version.endsWith("-SNAPSHOT"));
    }

    /** Surefire hands its tests a jar that only names the others. */
    private static List<Path> jars() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(File.pathSeparator))
                .filter(one -> one.endsWith(".jar"))
                .map(Path::of)
                .toList();
    }

    /** What lies below META-INF is for other versions of Java, or for nobody. */
    private static List<String> classes(Path jar) throws IOException {
        try (JarFile open = new JarFile(jar.toFile())) {
            return open.stream()
                    .map(java.util.zip.ZipEntry::getName)
                    .filter(name -> name.endsWith(".class")
                            && !name.startsWith("META-INF/")
                            && !name.endsWith("module-info.class"))
                    .toList();
        }
    }

    private static String artifact(Path jar) {
        Matcher matcher = VERSIONED.matcher(jar.getFileName().toString());
        return matcher.matches() ? matcher.group(1) : jar.getFileName().toString();
    }
}
