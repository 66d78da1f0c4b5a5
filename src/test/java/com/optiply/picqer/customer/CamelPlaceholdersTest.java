package com.optiply.picqer.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CamelPlaceholdersTest {
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final CamelPlaceholders placeholders = new CamelPlaceholders(camel);

    @TempDir
    Path folder;

    @BeforeEach
    void build() {
        camel.disableJMX();
        camel.build();
    }

    @AfterEach
    void close() throws IOException {
        camel.close();
    }

    @Test
    void readsTheWholeFileButItsLastLineEnd() throws IOException {
        assertThat(placeholders.resolve(reference("s3cret\n"))).isEqualTo("s3cret");
        assertThat(placeholders.resolve(reference("s3cret\r\n"))).isEqualTo("s3cret");
        assertThat(placeholders.resolve(reference("two\nlines\n\n"))).isEqualTo("two\nlines\n");
        assertThat(placeholders.resolve(reference(" spaced "))).isEqualTo(" spaced ");
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> placeholders.resolve("{{file:/nowhere/acme}}"))
                .isInstanceOf(UnresolvedPlaceholderException.class)
                .hasMessage("refers to the file `/nowhere/acme`, which cannot be read");
    }

    @Test
    void saysWhichVariableIsMissing() {
        assertThatThrownBy(() -> placeholders.resolve("{{env:NO_SUCH_VARIABLE_HERE}}"))
                .isInstanceOf(UnresolvedPlaceholderException.class)
                .hasMessage("refers to the environment variable `NO_SUCH_VARIABLE_HERE`, which is not set");
    }

    /** Camel itself quotes the value when it trips over braces in it. */
    @Test
    void neverQuotesAValueThatCamelCannotTake() throws IOException {
        String reference = reference("s3cret}}");

        assertThatThrownBy(() -> placeholders.resolve(reference))
                .isInstanceOf(UnresolvedPlaceholderException.class)
                .hasMessageContaining("has a value with `{{` or `}}` in it")
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
    }

    @Test
    void knowsWhichFunctionsThereAre() {
        assertThat(placeholders.hasFunction("env")).isTrue();
        assertThat(placeholders.hasFunction("file")).isTrue();
        assertThat(placeholders.hasFunction("hashicorp")).isFalse();
    }

    @Test
    void saysWhatHasNoValue() {
        assertThatThrownBy(() -> placeholders.resolve("{{acme.period}}"))
                .hasMessage("has no value behind `{{acme.period}}`");
        assertThatThrownBy(() -> placeholders.resolve("{{?acme.period}}"))
                .hasMessage("has no value behind `{{?acme.period}}`");
    }

    private String reference(String content) throws IOException {
        return "{{file:" + Files.writeString(folder.resolve("secret"), content) + "}}";
    }
}
