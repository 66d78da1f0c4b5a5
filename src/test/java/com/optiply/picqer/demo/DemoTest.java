package com.optiply.picqer.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.service.Installation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plays the whole demo on the real routes; what it must come to is a file, which .ci/run compares with as well. */
class DemoTest {
    private static final Path EXPECTED = Path.of("src/test/resources/demo/expected.jsonl");

    private final Installation real = Installation.find(Path.of(""), null, null);
    private final StringWriter written = new StringWriter();
    private final PrintWriter out = new PrintWriter(written);

    @Test
    void comesToTheNumbersOfItsSeed() throws Exception {
        boolean isRight = Demo.play(real, new DemoNumbers(out));

        List<String> numbers = written.toString()
                .lines()
                .map(line -> line.replaceFirst(",\"millis\":[0-9]+}$", "}"))
                .toList();
        assertThat(numbers).isEqualTo(Files.readAllLines(EXPECTED, UTF_8));
        assertThat(isRight).isTrue();
    }

    @Test
    void tellsInWordsWhatWasWrittenAndWhy() throws Exception {
        Demo.play(real, new DemoWords(out, false));

        assertThat(written.toString())
                .contains("change  80001    stockLevel 211 -> 7")
                .contains("change  80007    status enabled -> disabled")
                .contains("price is \"on request\", expected an amount of money")
                .contains("1 record in Optiply bears its id")
                .contains("Every number is what the rules say.")
                .doesNotContain("\r")
                .doesNotContain(SandboxCustomer.PASSWORD);
    }
}
