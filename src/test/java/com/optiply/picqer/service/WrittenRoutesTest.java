package com.optiply.picqer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a file is set out: what is shown of it is its routes, so that pasted into it they change nothing. */
class WrittenRoutesTest {
    private static final String FILE =
            """
            # Acme.
            - beans:
                - name: acme

            # Of our own.
            -   # at the dash

              route:
                id: acme-products
                description: |
                  - route: in a text

                  # no remark

            - route:
                from:
                  uri: timer:acme-suppliers
                id: acme-suppliers

            # The end.
            """;
    private static final String PRODUCTS =
            """
            -   # at the dash

              route:
                id: acme-products
                description: |
                  - route: in a text

                  # no remark
            """;
    private static final String SUPPLIERS =
            """
            - route:
                from:
                  uri: timer:acme-suppliers
                id: acme-suppliers
            """;

    private Path file;

    @BeforeEach
    void begin(@TempDir Path folder) {
        file = folder.resolve("acme.yaml");
    }

    private WrittenRoutes written(String text) throws IOException {
        Files.writeString(file, text);
        return WrittenRoutes.of(file);
    }

    @Test
    void areShownAsTheyStandThere() throws IOException {
        assertThat(written(FILE).byId())
                .containsExactly(entry("acme-products", PRODUCTS), entry("acme-suppliers", SUPPLIERS));
    }

    @Test
    void areFoundBetweenTheMarksOfADocument() throws IOException {
        assertThat(written("---\n" + FILE + "...\n").byId())
                .containsExactly(entry("acme-products", PRODUCTS), entry("acme-suppliers", SUPPLIERS));
    }

    @Test
    void keepTheMarginOfTheirFile() throws IOException {
        WrittenRoutes routes = written(FILE.indent(2));

        assertThat(routes.margin()).isEqualTo(2);
        assertThat(routes.byId())
                .containsExactly(
                        entry("acme-products", PRODUCTS.indent(2)), entry("acme-suppliers", SUPPLIERS.indent(2)));
    }

    @Test
    void cannotBeShownOfAListWithoutDashes() {
        assertThatThrownBy(() -> written("[{route: {id: acme-products}}]"))
                .isInstanceOf(InstallationException.class)
                .hasMessageContaining("begin with dashes");
    }
}
