package com.optiply.picqer.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.sandbox.Sandbox;
import com.optiply.picqer.sandbox.SandboxOptions;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.optiply.ApiCredentials;
import com.optiply.picqer.sandbox.optiply.OptiplySimulator;
import com.optiply.picqer.sandbox.picqer.ApiKey;
import com.optiply.picqer.sandbox.picqer.Stock;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.Occurrences;
import com.optiply.picqer.sandbox.server.SimulatedResponse;
import com.optiply.picqer.sandbox.world.Worlds;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Promise 11: whatever goes wrong and however much is logged, no secret is in anything that a person may be sent. */
class SecrecyTest {
    private static final String KEY = "canary-picqer-key-91c";
    private static final ApiCredentials USER = new ApiCredentials(
            "acme-webshop", "canary-client-secret-5d1", "api_imports_acme_1", "canary-pass word&+%/1");

    private static final Set<String> SECRET_FILES = Set.of("picqer-key", "client-secret", "password");

    private static final Pattern TOKEN = Pattern.compile("\"(?:access|refresh)_token\"\\s*:\\s*\"([^\"]+)\"");

    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final Path home = HomeFolder.lay("secrecy");
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.DEFAULTS);

    @BeforeEach
    void begin() {
        sandbox.addShop(
                "acme",
                ShopOptions.of(Worlds.plain(12))
                        .withKeys(ApiKey.admin("canary", KEY))
                        .unlimited());
        OptiplySimulator optiply = new OptiplySimulator(sandbox.optiplyUri(), Clock.systemUTC(), 1);
        optiply.addAccount(SyncSetup.ACCOUNT, "acme", USER, SyncSetup.COUPLING);
        sandbox.mountOptiply(request -> noting(optiply.answer(request)));
        HomeFolder.writeProperties(home, SyncSetup.plain(0).impatient());
        HomeFolder.writeCustomer(home, sandbox);
        HomeFolder.secret(home, "picqer-key", KEY);
        HomeFolder.secret(home, "client-secret", USER.clientSecret());
        HomeFolder.secret(home, "password", USER.password());
    }

    /** Every token that Optiply gives out is a secret as the password is. */
    private SimulatedResponse noting(SimulatedResponse answer) {
        Matcher token = TOKEN.matcher(new String(answer.body(), UTF_8));
        while (token.find()) {
            tokens.add(token.group(1));
        }
        return answer;
    }

    @AfterEach
    void end() {
        sandbox.close();
        HomeFolder.remove(home);
    }

    @Test
    void noSecretIsInAnyLogErrorOutputPageOrFileWhileEverythingGoesWrong() throws Exception {
        ServedPages pages = ServedPages.in(home);
        String said;
        try (WholeLog log = WholeLog.begin()) {
            List<String> all = new ArrayList<>();
            for (Fault fault : List.of(
                    Fault.resetAfter(), Fault.status(500), Fault.html(502), Fault.notJson(), Fault.status(401))) {
                changeEverything(all.size());
                sandbox.faults().add(fault.occurring(Occurrences.withProbability(0.2)));
                all.add(Command.of("run", "acme", "--json", "--home", home.toString())
                        .toString());
                sandbox.faults().clear();
            }
            changeEverything(all.size());
            HomeFolder.secret(home, "password", USER.password() + "x");
            all.add(Command.of("run", "acme", "--home", home.toString()).toString());
            all.add(Command.of("backup", home.resolve("copy.db").toString(), "--home", home.toString())
                    .toString());
            all.add(pages.text());
            said = String.join("\n", all) + log.text();
        }

        assertThat(said)
                .contains("Authorization: ***")
                .contains("\"run\":1")
                .contains("Optiply answered")
                .contains("picqer_optiply_runs_total");
        assertThat(tokens).as("tokens for access and for a new login").hasSizeGreaterThanOrEqualTo(2);
        requireNoSecret("logs, output and pages", said);
        requireNoSecret("the files", files());
    }

    private void changeEverything(int stock) {
        sandbox.picqer("acme").allProducts().forEach(row -> sandbox.picqer("acme")
                .user()
                .setStock(row.path("idproduct").asLong(), SyncSetup.MAIN_WAREHOUSE, Stock.of(stock)));
    }

    @Test
    void noSecretIsInWhatIsSaidAboutABrokenFile() {
        Path file = home.resolve("routes/customers/acme.yaml");
        HomeFolder.replace(file, "\"{{file:" + home + "/picqer-key}}\"", KEY);
        HomeFolder.replace(file, "since: \"2025-02-01\"", "sinse: \"2025-02-01\"");
        Command said = Command.of("run", "acme", "--home", home.toString());

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("sinse").contains("api-key");
        requireNoSecret("the complaint", said.toString());
    }

    private void requireNoSecret(String where, String text) {
        List<String> secrets = new ArrayList<>(List.of(KEY, USER.clientSecret(), USER.password()));
        secrets.addAll(tokens);
        for (String secret : secrets) {
            assertThat(forms(secret).filter(text::contains)).as("in %s", where).isEmpty();
        }
    }

    /** As it is, in an address, in JSON and in Base64 as Basic authentication writes it. */
    private static Stream<String> forms(String secret) {
        return Stream.of(
                secret,
                URLEncoder.encode(secret, UTF_8),
                URLEncoder.encode(secret, UTF_8).replace("+", "%20"),
                base64(secret),
                base64(secret + ":"),
                base64(USER.clientId() + ":" + secret));
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /** All that lies in the folder, byte by byte, but for the files that the customer's file names as its secrets. */
    private String files() throws IOException {
        StringBuilder bytes = new StringBuilder();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!SECRET_FILES.contains(file.getFileName().toString())) {
                    bytes.append(file).append('\n').append(Files.readString(file, ISO_8859_1));
                }
            }
        }
        assertThat(bytes).contains("state.db", "copy.db", "SKU-");
        return bytes.toString();
    }
}
