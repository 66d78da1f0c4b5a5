package com.optiply.picqer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.optiply.picqer.harness.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starts the command as what it is: a process that others start, read one line of, and kill. */
class SandboxCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void kill() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    private BufferedReader start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(Program.program());
        command.addAll(List.of(PicqerOptiply.class.getName(), "sandbox", "--port", "0"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        started.add(process);
        return process.inputReader(UTF_8);
    }

    private static HttpResponse<String> get(String uri, String authorization) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                .header("Authorization", authorization)
                .header("User-Agent", "SandboxCommandTest")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void saysInItsFirstLineHowToReachTheShop() throws Exception {
        JsonNode notice = JSON.readTree(start("--json", "--world", "plain:3").readLine());

        String key = notice.path("picqer").path("apiKey").asText();
        String products = notice.path("picqer").path("baseUrl").asText() + "/products";
        String authorization = "Basic " + Base64.getEncoder().encodeToString((key + ":X").getBytes(UTF_8));
        assertThat(notice.path("port").asInt()).isEqualTo(URI.create(products).getPort());
        assertThat(JSON.readTree(get(products, authorization).body())).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"whole, orders?beforeid=801003, 2", "mid-size, purchaseorders?offset=4990, 10"})
    void opensAShopWithAHistory(String world, String list, int rows) throws Exception {
        JsonNode picqer =
                JSON.readTree(start("--json", "--world", world).readLine()).path("picqer");

        String key = picqer.path("apiKey").asText();
        String authorization = "Basic " + Base64.getEncoder().encodeToString((key + ":X").getBytes(UTF_8));
        assertThat(JSON.readTree(get(picqer.path("baseUrl").asText() + "/" + list, authorization)
                        .body()))
                .hasSize(rows);
    }

    @Test
    void givesCredentialsThatOptiplyTakes() throws Exception {
        JsonNode optiply =
                JSON.readTree(start("--json", "--world", "empty").readLine()).path("optiply");

        String client = optiply.path("clientId").asText() + ":"
                + optiply.path("clientSecret").asText();
        HttpRequest login = HttpRequest.newBuilder(
                        URI.create(optiply.path("tokenUrl").asText()))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(client.getBytes(UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=password&username="
                        + optiply.path("username").asText() + "&password="
                        + optiply.path("password").asText()))
                .build();
        HttpResponse<String> token = HttpClient.newHttpClient().send(login, BodyHandlers.ofString());
        assertThat(JSON.readTree(token.body()).path("access_token").asText()).isNotEmpty();
    }

    @Test
    void printsACustomerFileReadyToPaste() throws Exception {
        BufferedReader words = start("--world", "empty");

        List<String> lines = new ArrayList<>();
        for (String line = words.readLine(); !line.startsWith("Ctrl-C"); line = words.readLine()) {
            lines.add(line);
        }
        assertThat(lines)
                .contains("- beans:", "    - name: demo", "          api-key: \"{{env:DEMO_PICQER_KEY}}\"")
                .contains("export DEMO_PICQER_KEY='sandbox-key'");
    }

    @Test
    void refusesAWorldThatIsNotThere() {
        assertThat(PicqerOptiply.run("sandbox", "--world", "huge")).isEqualTo(2);
    }

    @Test
    void tellsInASentenceThatItsPortIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            Command refused = Command.of("sandbox", "--port", Integer.toString(other.getLocalPort()));

            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.err())
                    .contains("The port is in use on this machine")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void refusesALatencyThatIsNoTime() {
        assertThat(PicqerOptiply.run("sandbox", "--latency", "50")).isEqualTo(2);
    }
}
