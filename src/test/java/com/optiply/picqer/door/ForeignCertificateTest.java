package com.optiply.picqer.door;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A certificate that this machine trusts, and that was made out to another host: whoever has any such certificate could
 * else play Picqer or Optiply.
 */
class ForeignCertificateTest {
    private static final PicqerRequest LIST = PicqerRequest.get("/products", Query.NONE);
    private static final OptiplyRequest READ = OptiplyRequest.get("/products", Query.NONE);
    private static final String PASSWORD = "changeit";
    private static final String TRUSTED = "javax.net.ssl.trustStore";
    private static final String TRUSTED_PASSWORD = "javax.net.ssl.trustStorePassword";

    @TempDir
    private Path folder;

    private final List<WireMockServer> servers = new ArrayList<>();

    /** An authority of the test's own, which this machine trusts for as long as the test takes. */
    @BeforeEach
    void trust() throws Exception {
        make("authority", "-ext", "bc:c");
        KeyStore trusted = empty();
        trusted.setCertificateEntry("authority", all().getCertificate("authority"));
        System.setProperty(TRUSTED, store(trusted, "trusted.p12").toString());
        System.setProperty(TRUSTED_PASSWORD, PASSWORD);
    }

    @AfterEach
    void end() {
        System.clearProperty(TRUSTED);
        System.clearProperty(TRUSTED_PASSWORD);
        servers.forEach(WireMockServer::stop);
    }

    @Test
    void isRefusedByBothDoorsBeforeAnythingIsAsked() throws Exception {
        try (DoorsUnderTest own = DoorsUnderTest.at(serverOf("localhost"))) {
            assertThat(own.ask(LIST).status())
                    .as("where the host is the right one")
                    .isEqualTo(200);
        }
        try (DoorsUnderTest foreign = DoorsUnderTest.at(serverOf("other.example"))) {
            Failure picqer = foreign.failureOf(LIST);
            Failure optiply = foreign.failureOf(READ);

            assertThat(picqer.failureClass()).isEqualTo(FailureClass.CONNECTION);
            assertThat(optiply.failureClass()).isEqualTo(FailureClass.CONNECTION);
            assertThat(picqer).hasMessageContaining("its certificate is not trusted on this machine");
            servers.get(1).verify(0, anyRequestedFor(anyUrl()));
        }
    }

    /** At this address, with a certificate of the authority that names that host. */
    private String serverOf(String host) throws Exception {
        make(host, "-signer", "authority", "-ext", "san=dns:" + host);
        KeyStore own = empty();
        char[] password = PASSWORD.toCharArray();
        own.setKeyEntry("server", all().getKey(host, password), password, all().getCertificateChain(host));
        WireMockServer server = new WireMockServer(WireMockConfiguration.options()
                .dynamicPort()
                .dynamicHttpsPort()
                .keystoreType("PKCS12")
                .keystorePath(store(own, host + ".p12").toString())
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD));
        servers.add(server);
        server.start();
        server.stubFor(any(anyUrl()).willReturn(okJson("[]")));
        return "https://localhost:" + server.httpsPort();
    }

    /** By the tool that comes with Java. */
    private void make(String name, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-keystore",
                file().toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(more));
        Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes());
        assertThat(tool.waitFor()).as(said).isZero();
    }

    private Path file() {
        return folder.resolve("all.p12");
    }

    private KeyStore all() throws Exception {
        KeyStore all = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file())) {
            all.load(in, PASSWORD.toCharArray());
        }
        return all;
    }

    private static KeyStore empty() throws Exception {
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        return empty;
    }

    private Path store(KeyStore keys, String name) throws Exception {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            keys.store(out, PASSWORD.toCharArray());
        }
        return file;
    }
}
