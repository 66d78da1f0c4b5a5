package com.optiply.picqer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {
    @Test
    void isTheNameItselfWhereTheShellSeesNothingInIt() {
        assertThat(ShellWord.of("Optiply-600012")).isEqualTo("Optiply-600012");
        assertThat(ShellWord.of("SKU-1 of KIT-1")).isEqualTo("\"SKU-1 of KIT-1\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A&B",
                "5\" nail",
                "it's",
                "$HOME",
                "`ls`",
                "back\\slash",
                "#1",
                "a;b",
                "*",
                "wow!",
                "(x)",
                "'\"$"
            })
    void isOneWordToAShell(String name) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", "printf %s " + ShellWord.of(name))
                .redirectErrorStream(true)
                .start();

        assertThat(new String(shell.getInputStream().readAllBytes(), UTF_8)).isEqualTo(name);
        assertThat(shell.waitFor()).isZero();
    }
}
