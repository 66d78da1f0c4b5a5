package com.optiply.picqer.harness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.optiply.OptiplySimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Promise 11 after a long trial: what the processes said and left behind in their folder holds no credential. */
final class Canaries {
    private static final Set<String> SECRET_FILES =
            Set.of("picqer-key", "client-id", "client-secret", "username", "password", "optiply");

    private Canaries() {}

    /** Reads every file of the folder, the state too, but for those that are there to hold a secret. */
    static void requireNoneIn(Path home) throws IOException {
        List<Path> files = files(home);
        assertThat(files).as("what processes said").anyMatch(file -> file.endsWith("err"));
        assertThat(files).as("what they logged besides").anyMatch(file -> file.endsWith(Program.WHOLE_LOG));
        requireNoneIn(files);
    }

    /** The same of a program that ran in this process: of its state, with what else is in its folder. */
    static void requireNoneInTheStateIn(Path home) {
        try {
            List<Path> files = files(home);
            assertThat(files).as("the state").anyMatch(file -> file.toString().endsWith(".db"));
            requireNoneIn(files);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> files(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !SECRET_FILES.contains(file.getFileName().toString()))
                    .toList();
        }
    }

    private static void requireNoneIn(List<Path> files) throws IOException {
        for (Path file : files) {
            String bytes = Files.readString(file, ISO_8859_1);
            assertThat(secrets().flatMap(Canaries::forms).filter(bytes::contains))
                    .as("in %s", file)
                    .isEmpty();
        }
    }

    /** Of a token its beginning is enough: no other id has that. */
    private static Stream<String> secrets() {
        return Stream.of(
                ShopOptions.KEY,
                HomeFolder.USER.clientSecret(),
                HomeFolder.USER.password(),
                OptiplySimulator.TOKEN_BEGINNING);
    }

    /** As it is, in an address, and in Base64 as Basic authentication writes it. */
    private static Stream<String> forms(String secret) {
        return Stream.of(
                secret,
                URLEncoder.encode(secret, UTF_8),
                base64(secret + ":"),
                base64(HomeFolder.USER.clientId() + ":" + secret));
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
