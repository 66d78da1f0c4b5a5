package com.optiply.picqer.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the image promises to whoever runs it: no rights, nothing written but the state, an end in good order. */
class DockerfileTest {
    private List<String> lines;

    @BeforeEach
    void read() throws IOException {
        lines = Files.readString(Path.of("Dockerfile"))
                .replace("\\\n", " ")
                .lines()
                .toList();
    }

    @Test
    void runsAsAUserWithoutRights() {
        assertThat(values("USER")).containsExactly("10001:10001");
        assertThat(lines.subList(indexOf("USER "), lines.size()))
                .as("what is done as that user")
                .noneMatch(line -> line.startsWith("RUN") || line.startsWith("COPY"));
    }

    @Test
    void leavesTheProgramToRootSoThatItCannotChangeItself() {
        assertThat(lines).filteredOn(line -> line.startsWith("COPY")).noneMatch(line -> line.contains("--chown"));
        assertThat(lines).filteredOn(line -> line.contains("chown 10001")).allMatch(line -> line.contains(" /data"));
    }

    @Test
    void keepsTheStateOnItsVolumeAndNothingElseAnywhere() {
        assertThat(values("VOLUME")).containsExactly("/data");
        assertThat(String.join("\n", lines)).contains("picqer-optiply.database.url=jdbc:sqlite:/data/");
        assertThat(lines).anyMatch(line -> line.contains("docker run --read-only --tmpfs /tmp:exec"));
    }

    @Test
    void isMadeOfNamedVersions() {
        assertThat(values("FROM"))
                .isNotEmpty()
                .allMatch(image -> image.matches("[a-z/-]+:[0-9][0-9A-Za-z._-]+( AS [a-z]+)?"));
    }

    /** A shell in between would keep the signal to itself. */
    @Test
    void isToldToStopItself() {
        assertThat(values("ENTRYPOINT")).singleElement().asString().startsWith("[\"java\"");
    }

    private List<String> values(String instruction) {
        return lines.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1).strip())
                .toList();
    }

    private int indexOf(String start) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(start)) {
                return i;
            }
        }
        throw new AssertionError("no line begins with " + start);
    }
}
