package com.optiply.picqer.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.Customers;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route file, found and not listed: what it names is there, and nothing in it can lose a record in silence. */
class RoutesTest {
    private static final Set<String> NAMES_A_BEAN = Set.of("ref", "executorService", "aggregationStrategy");
    private static final Set<String> LOSES_RECORDS =
            Set.of("handled", "continued", "onFallback", "onException", "wireTap", "ignoreInvalidEndpoint");

    private final List<RouteFile> files = RouteFile.all();
    private Engine engine;
    private Parts parts;

    @BeforeEach
    void start(@TempDir Path home) throws IOException {
        Files.writeString(
                home.resolve("application.properties"),
                "camel.main.jmx-enabled=false\npicqer-optiply.database.url=jdbc:sqlite:" + home + "/state.db\n");
        Installation installation = Installation.find(home, null, Path.of("routes"));
        Customers nobody = new Customers(List.of());
        engine = Engine.start(installation, nobody, new RunLog());
        parts = Parts.make(installation, nobody, new RunLog(), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        engine.close();
        parts.close();
    }

    @Test
    void camelRunsEveryRouteOfEveryFile() {
        List<String> ids = new ArrayList<>();
        eachEntry((file, key, value, mapping) -> {
            if (key.equals("route")) {
                ids.add(((Map<?, ?>) value).get("id").toString());
            }
        });

        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
        assertThat(engine.camel().getRoutes()).extracting(Route::getRouteId).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void everyFileOpensWithWhatItIsFor() {
        assertThat(files).allSatisfy(file -> assertThat(file.text()).startsWith("# "));
    }

    @Test
    void everyBeanThatIsNamedIsBound() {
        Set<String> named = new HashSet<>();
        eachEntry((file, key, value, mapping) -> {
            if (NAMES_A_BEAN.contains(key)) {
                named.add(value.toString());
                assertThat(parts.beans()).as("%s: %s", file, key).containsKey(value.toString());
            }
            if (value instanceof String text && text.startsWith("#")) {
                named.add(text.substring(1));
                assertThat(parts.beans()).as("%s: %s", file, key).containsKey(text.substring(1));
            }
        });

        assertThat(named)
                .as("beans that no route names")
                .containsAll(parts.beans().keySet());
    }

    @Test
    void everyMethodThatIsNamedIsThere() {
        eachEntry((file, key, value, mapping) -> {
            if (key.equals("method") && value instanceof String method) {
                assertThat(publicMethods(parts.beans().get(mapping.get("ref").toString())))
                        .as("%s: methods of the bean `%s`", file, mapping.get("ref"))
                        .contains(method);
            }
        });
    }

    @Test
    void everyRouteThatIsGoneToIsThere() {
        Set<Object> begun = new HashSet<>();
        Set<Object> goneTo = new HashSet<>();
        eachEntry((file, key, value, mapping) -> {
            Object uri = value instanceof Map<?, ?> endpoint ? endpoint.get("uri") : value;
            if (key.equals("from")) {
                begun.add(uri);
            }
            if (key.equals("to") && uri.toString().startsWith("direct:")) {
                goneTo.add(uri);
            }
        });

        assertThat(begun).isNotEmpty().containsAll(goneTo);
    }

    @Test
    void onlyTheDoorsLeadOut() {
        eachEntry((file, key, value, mapping) -> {
            if (key.equals("to") || key.equals("toD") || key.equals("uri")) {
                String uri = value instanceof Map<?, ?> endpoint
                        ? endpoint.get("uri").toString()
                        : value.toString();
                assertThat(uri.startsWith("direct:") || file.isDoor())
                        .as("%s goes to %s", file, uri)
                        .isTrue();
            }
        });
    }

    @Test
    void nothingLosesARecordInSilence() {
        eachEntry((file, key, value, mapping) ->
                assertThat(LOSES_RECORDS).as("%s", file).doesNotContain(key));
    }

    @Test
    void onlyADoorCatchesAndLetsTheDoorJudge() {
        Set<String> doors = doorBeans();
        List<Object> caught = new ArrayList<>();
        eachEntry((file, key, value, mapping) -> {
            if (key.equals("doCatch")) {
                assertThat(file.isDoor()).as("%s catches", file).isTrue();
                caught.add(value);
            }
        });

        assertThat(caught).isNotEmpty().allSatisfy(one -> assertThat(stepsOf(one))
                .singleElement()
                .satisfies(step -> assertThat(step).isInstanceOf(Map.class))
                .matches(step -> ((Map<?, ?>) step).get("bean") instanceof Map<?, ?> bean
                        && "fail".equals(bean.get("method"))
                        && doors.contains(bean.get("ref"))));
    }

    private static List<?> stepsOf(Object doCatch) {
        List<?> clauses = (List<?>) doCatch;
        assertThat(clauses).hasSize(1);
        return (List<?>) ((Map<?, ?>) clauses.get(0)).get("steps");
    }

    private Set<String> doorBeans() {
        Set<String> doors = new HashSet<>();
        parts.doors().beans().forEach((name, bean) -> {
            if (publicMethods(bean).contains("fail")) {
                doors.add(name);
            }
        });
        return doors;
    }

    private static List<String> publicMethods(Object bean) {
        return Arrays.stream(bean.getClass().getMethods()).map(Method::getName).toList();
    }

    private void eachEntry(EntryOfFile listener) {
        files.forEach(file -> file.eachEntry((key, value, mapping) -> listener.entry(file, key, value, mapping)));
    }

    /** Sees one entry of one file. */
    private interface EntryOfFile {
        void entry(RouteFile file, String key, Object value, Map<?, ?> mapping);
    }
}
