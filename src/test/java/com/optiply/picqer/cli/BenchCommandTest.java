package com.optiply.picqer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchCommandTest {
    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void countsTheRequestsOfBothSyncs() throws IOException {
        install();

        assertThat(bench("requests", "--products", "150", "--json")).isZero();

        JsonNode result = JsonMapper.builder().build().readTree(out.toString());
        assertThat(result.path("case").asText()).isEqualTo("requests");
        assertThat(result.path("records").asInt()).isEqualTo(150);
        assertThat(result.path("leastRequests").asInt()).isEqualTo(150 + 3);
        assertThat(result.path("writes").asInt()).isEqualTo(150);
        assertThat(result.path("unchangedLeastRequests").asInt()).isEqualTo(3);
        assertThat(result.path("unchangedWrites").isIntegralNumber()).isTrue();
        assertThat(result.path("unchangedWrites").asInt()).isZero();
        assertThat(result.at("/targets/extraRequests/met").asBoolean()).isTrue();
        assertThat(result.at("/targets/unchangedExtraRequests/met").asBoolean()).isTrue();
    }

    @Test
    void comparesBothSyncsWithTheFloorAndTheSandbox() throws IOException {
        install();

        assertThat(bench(
                        "first-sync",
                        "unchanged-sync",
                        "--products",
                        "120",
                        "--warm-ups",
                        "0",
                        "--rounds",
                        "1",
                        "--json"))
                .isZero();

        assertThat(out.toString().lines()).hasSize(2).allSatisfy(line -> assertThat(
                        JsonMapper.builder().build().readTree(line).fieldNames())
                .toIterable()
                .contains("ratio", "floorRecordsPerSecond", "cpuSeconds", "peakHeapBytes", "floorShareOfSandbox"));
    }

    @Test
    @Tag("heavy")
    void countsTheRowsASecondOfAList() throws IOException {
        install();

        assertThat(bench("supplier-import", "--products", "400", "--json"))
                .as(err.toString())
                .isZero();

        JsonNode result = JsonMapper.builder().build().readTree(out.toString());
        assertThat(result.path("rows").asInt()).isEqualTo(400);
        assertThat(result.path("rowsPerSecond").asInt()).isPositive();
        assertThat(result.path("writes").asInt()).isEqualTo(2 * 400);
    }

    @Test
    void failsWhenASyncFails() throws IOException {
        install();
        Path flow = home.resolve("routes/flows/products.yaml");
        String broken =
                """
                - throwException:
                            exceptionType: java.lang.IllegalStateException
                            message: The flow is broken.""";
        Files.writeString(flow, Files.readString(flow).replace("- to: direct:warehouses", broken));

        assertThat(bench("requests", "--products", "10")).isEqualTo(1);
        assertThat(err.toString()).contains("`ours` failed: The sync failed: The flow is broken.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesACaseThatDoesNotExist() {
        assertThat(bench("secondsync")).isEqualTo(2);
        assertThat(err.toString())
                .contains("There is no case `secondsync`."
                        + " Cases: first-sync, unchanged-sync, latency, requests, heap, supplier-import");
    }

    @Test
    void refusesNumbersThatMeasureNothing() {
        assertThat(bench("requests", "--rounds", "0")).isEqualTo(2);
        assertThat(bench("requests", "--products", "0")).isEqualTo(2);
        assertThat(bench("requests", "--warm-ups", "-1")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--rounds takes a number from 1 to 1000, not 0.")
                .contains("--products takes a number from 1 to 10000000, not 0.")
                .contains("--warm-ups takes a number from 0 to 1000, not -1.");
    }

    private int bench(String... arguments) {
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--home", home.toString()))
                .toArray(String[]::new);
        return new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all);
    }

    /** The real one, with no customer. */
    private void install() throws IOException {
        Files.copy(Path.of("application.properties"), home.resolve("application.properties"));
        for (String folder : new String[] {"doors", "steps", "flows", "customers"}) {
            Files.createDirectories(home.resolve("routes").resolve(folder));
        }
        for (String folder : new String[] {"doors", "steps", "flows"}) {
            try (Stream<Path> files = Files.list(Path.of("routes", folder))) {
                for (Path file : files.toList()) {
                    Files.copy(file, home.resolve(file));
                }
            }
        }
    }
}
