package com.optiply.picqer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A folder of routes that lacks some is refused before anything runs, with what is missing and where it was sought. */
class RequiredRoutesTest {
    private final Path home = HomeFolder.lay("required-routes");

    @BeforeEach
    void begin() throws IOException {
        HomeFolder.writeProperties(home, SyncSetup.plain(0));
        for (String folder : List.of("doors", "steps", "flows")) {
            copy(folder);
        }
    }

    private void copy(String folder) throws IOException {
        Path routes = home.resolve("routes").resolve(folder);
        Files.delete(routes);
        Files.createDirectory(routes);
        for (Path file : files(folder)) {
            Files.copy(file, routes.resolve(file.getFileName()));
        }
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes", folder))) {
            return files.toList();
        }
    }

    @AfterEach
    void end() {
        HomeFolder.remove(home);
    }

    private void require() {
        RequiredRoutes.require(Installation.find(home, null, null));
    }

    @Test
    void nothingIsMissingFromTheRoutesOfThisProject() {
        assertThatCode(this::require).doesNotThrowAnyException();
    }

    static Stream<String> everySharedFile() throws IOException {
        Stream.Builder<String> all = Stream.builder();
        for (String folder : List.of("doors", "steps", "flows")) {
            files(folder).forEach(file -> all.add(folder + "/" + file.getFileName()));
        }
        return all.build();
    }

    @ParameterizedTest
    @MethodSource("everySharedFile")
    void noFileCanBeTakenAway(String file) throws IOException {
        Files.delete(home.resolve("routes").resolve(file));

        assertThatThrownBy(this::require)
                .isInstanceOf(InstallationException.class)
                .hasMessageStartingWith("No route begins at `direct:")
                .hasMessageContaining(home.resolve("routes") + "/doors, /steps and /flows");
    }

    @Test
    void aFileThatIsNotYamlIsNamed() throws IOException {
        Path products = home.resolve("routes/flows/products.yaml");
        Files.writeString(products, "- route: [");

        assertThatThrownBy(this::require)
                .hasMessageContainingAll("`direct:products`", "not YAML: " + products, "Nothing was started");
    }

    @Test
    void aCustomersOwnRoutesAreNoneOfThem() throws IOException {
        Path products = home.resolve("routes/flows/products.yaml");
        Files.move(products, home.resolve("routes/customers/products.yaml"));

        assertThatThrownBy(this::require).hasMessageContaining("`direct:products`");
        assertThat(products).doesNotExist();
    }
}
