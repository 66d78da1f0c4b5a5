package com.optiply.picqer.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.customer.Secret;
import com.optiply.picqer.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only TLS to the outside, and certificates are checked: to the server of the state too. */
class ServerTlsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql:picqer",
                "jdbc:postgresql:///picqer",
                "jdbc:postgresql://localhost/picqer",
                "jdbc:postgresql://127.0.0.1:5433/picqer?sslmode=disable",
                "jdbc:postgresql://[::1]:5432,localhost/picqer"
            })
    void asksNothingOfAServerOnThisMachine(String url) {
        assertThat(ServerTls.properties(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example/picqer",
                "jdbc:postgresql://localhost,db.example:5432/picqer",
                "jdbc:postgresql://localhost.example/picqer",
                "jdbc:postgresql://db.example/picqer?sslmode=verify-ca&x=y",
                "jdbc:postgresql://localhost/picqer?PGHOST=db.example"
            })
    void checksTheCertificateOfEveryOther(String url) {
        assertThat(ServerTls.properties(url))
                .containsEntry("sslmode", "verify-full")
                .containsEntry("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
    }

    @Test
    void takesTheCertificateThatTheAddressNames() {
        assertThat(ServerTls.properties("jdbc:postgresql://db.example/picqer?sslrootcert=/etc/ca.pem"))
                .containsOnlyKeys("sslmode");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sslmode=disable",
                "sslmode=allow",
                "sslmode=prefer",
                "sslmode=require",
                "sslmode=Disable",
                "sslfactory=org.postgresql.ssl.NonValidatingFactory"
            })
    void refusesAConnectionThatIsOpenToOthers(String open) {
        assertThatThrownBy(() -> Store.open(toElsewhere("x=y&" + open)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("`" + open + "`")
                .hasMessageContaining("sslrootcert=FILE");
    }

    /** The driver goes by the last. */
    @Test
    void refusesWhatTheDriverWouldDoWhereAnAddressSaysTwoThings() {
        assertThatThrownBy(() -> Store.open(toElsewhere("sslmode=verify-full&sslmode=disable")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("`sslmode=disable`");
    }

    @Test
    void saysWhenTheAddressMeansNothing() {
        assertThatThrownBy(() -> Store.open(new StoreSettings("jdbc:postgresql://db.example:port/picqer", "a", null)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Write `jdbc:postgresql://host/database`");
    }

    private static StoreSettings toElsewhere(String parameters) {
        return new StoreSettings("jdbc:postgresql://db.example/picqer?" + parameters, "a", null);
    }

    /** To a server that has no TLS the driver itself would go on in clear text. This address counts as another's. */
    @Test
    @Timeout(60)
    void noPasswordReachesAServerWithoutTls() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (ServerSocket server = new ServerSocket(0)) {
            Future<byte[]> heard = threads.submit(() -> afterSayingThatThereIsNoTls(server));
            StoreSettings settings = new StoreSettings(
                    "jdbc:postgresql://0.0.0.0:" + server.getLocalPort() + "/picqer?connectTimeout=5",
                    "a",
                    new Secret("canary-4711"));

            assertThatThrownBy(() -> Store.open(settings))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("by TLS");

            assertThat(new String(heard.get(30, TimeUnit.SECONDS), StandardCharsets.ISO_8859_1))
                    .doesNotContain("canary-4711");
        } finally {
            threads.shutdownNow();
        }
    }

    /** Everything that the first caller says; what it asks first is whether there is TLS. */
    private static byte[] afterSayingThatThereIsNoTls(ServerSocket server) {
        try (Socket caller = server.accept()) {
            InputStream said = caller.getInputStream();
            said.readNBytes(8);
            OutputStream answer = caller.getOutputStream();
            answer.write('N');
            answer.flush();
            return said.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
