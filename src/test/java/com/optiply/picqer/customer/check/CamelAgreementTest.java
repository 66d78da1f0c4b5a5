package com.optiply.picqer.customer.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.Customer;
import com.optiply.picqer.customer.CustomerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the check accepts, Camel must load, and to the same settings. */
class CamelAgreementTest {
    private static final int MUTANTS = Integer.getInteger("mutants", 60);
    private static final int EDITS_MAX = 3;
    private static final long SEED = Long.getLong("mutants.seed", 20_250_201);

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("rightCases")
    void bindsTheSameSettings(Path right) throws Exception {
        for (Path file : CustomerFileCheckTest.files(right)) {
            try (CheckedWith with = new CheckedWith()) {
                CustomerSettings checked =
                        with.check().check(List.of(file)).customers().get(0);

                assertThat(loaded(with.camel(), file).settings(checked.name())).isEqualTo(checked);
            }
        }
    }

    /** Files as tired people leave them: characters and lines lost, doubled, moved. */
    @ParameterizedTest
    @MethodSource("seeds")
    void acceptsNothingThatCamelChokesOn(long seed) throws Exception {
        Path file = Files.writeString(folder.resolve("acme.yaml"), mutant(new Random(seed)));
        try (CheckedWith with = new CheckedWith()) {
            for (CustomerSettings checked : with.check().check(List.of(file)).customers()) {
                assertThat(loaded(with.camel(), file).settings(checked.name()))
                        .as("-Dmutants.seed=%d:%n%s", SEED, Files.readString(file))
                        .isEqualTo(checked);
            }
        }
    }

    static List<Path> rightCases() throws IOException {
        return CustomerFileCheckTest.cases().stream()
                .filter(folder -> folder.getFileName().toString().startsWith("right"))
                .toList();
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, MUTANTS).mapToObj(number -> SEED + number);
    }

    private static String mutant(Random random) throws IOException {
        List<Path> rights = rightCases();
        Path right = rights.get(random.nextInt(rights.size())).resolve("acme.yaml");
        StringBuilder text = new StringBuilder(Files.readString(right));
        for (int edit = random.nextInt(EDITS_MAX); edit >= 0; edit--) {
            edit(text, random);
        }
        return text.toString();
    }

    private static void edit(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        int lineStart = text.lastIndexOf("\n", at) + 1;
        int lineEnd = Math.max(text.indexOf("\n", at), lineStart);
        String line = text.substring(lineStart, lineEnd) + "\n";
        switch (random.nextInt(6)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.insert(at, text.charAt(random.nextInt(text.length())));
            case 2 -> text.delete(lineStart, Math.min(lineEnd + 1, text.length()));
            case 3 -> text.insert(lineStart, line);
            case 4 -> text.insert(lineStart, "  ");
            default -> text.setCharAt(at, "#:{}[]&*!|>'\"%@`-,\t0".charAt(random.nextInt(20)));
        }
    }

    /** Loads the file, and where nothing but Camel is needed for it, also builds its routes and endpoints. */
    private static Customer loaded(DefaultCamelContext camel, Path file) throws Exception {
        String text = Files.readString(file);
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("acme.yaml", text));
        if (!text.contains("ref: ")) {
            camel.setAutoStartup(false);
            camel.start();
        }
        return camel.getRegistry().findSingleByType(Customer.class);
    }
}
