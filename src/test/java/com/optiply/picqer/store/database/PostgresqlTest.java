package com.optiply.picqer.store.database;

import static com.optiply.picqer.store.Samples.ACME;
import static com.optiply.picqer.store.Samples.PRODUCTS;
import static com.optiply.picqer.store.Samples.linked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.customer.Secret;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What only a server with several writers does, and what a person meets when it cannot be used. */
@Timeout(60)
class PostgresqlTest {
    private final TestDatabase database = new TestDatabase(TestDatabase.Product.POSTGRESQL);

    @BeforeEach
    void begin() throws IOException {
        database.begin();
    }

    @AfterEach
    void end() throws IOException {
        assertThat(database.connectionsInUse()).isZero();
        database.end();
    }

    @Test
    void aTransactionThatLostADeadlockIsRepeated() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch bothHoldOne = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> up = threads.submit(() -> saveInTurn(1, 2, bothHoldOne, attempts));
            Future<?> down = threads.submit(() -> saveInTurn(2, 1, bothHoldOne, attempts));
            up.get(50, TimeUnit.SECONDS);
            down.get(50, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }

        assertThat(attempts).hasValueGreaterThan(2);
        assertThat(database.store().<Long>read(tx -> tx.links().count(ACME, PRODUCTS)))
                .isEqualTo(2);
    }

    @Test
    void noMachineStartsWhoseClockIsFarFromTheServers() {
        Instant there = Instant.parse("2026-11-01T12:00:00Z");

        assertThatCode(() -> PostgresqlDatabase.requireNear(there, there.minusSeconds(30)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> PostgresqlDatabase.requireNear(there, there.plusSeconds(31)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("31 seconds ahead of");
        assertThatThrownBy(() -> PostgresqlDatabase.requireNear(there, there.minusSeconds(31)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("31 seconds behind");
    }

    @Test
    void saysWhenTheServerCannotBeReached() throws IOException {
        int port;
        try (ServerSocket closedAgain = new ServerSocket(0)) {
            port = closedAgain.getLocalPort();
        }

        assertThatThrownBy(() ->
                        Store.open(new StoreSettings("jdbc:postgresql://localhost:" + port + "/picqer?x=y", "a", null)))
                .isInstanceOf(StoreException.class)
                .hasMessage("The state in `jdbc:postgresql://localhost:" + port + "/picqer` cannot be reached. "
                        + "Check that PostgreSQL runs there and that the address is right.");
    }

    @Test
    void saysWhenThereIsNoSuchDatabase() {
        String url = database.settings().jdbcUrl().replaceFirst("/test\\d+", "/nowhere");

        assertThatThrownBy(() -> Store.open(new StoreSettings(url, null, null)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the server has no such database");
    }

    @Test
    void saysWhenTheUserIsRefused() {
        String url = database.settings().jdbcUrl().replaceFirst("\\?.*", "");

        assertThatThrownBy(() -> Store.open(new StoreSettings(url, "nobody", new Secret("hunter2"))))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll(
                        "refuses the user or the password",
                        "`picqer-optiply.database.user`",
                        "variable PICQER_OPTIPLY_DATABASE_PASSWORD")
                .hasStackTraceContaining("nobody")
                .satisfies(error -> assertThat(error).hasMessageNotContaining("hunter2"));
    }

    /** As a replica is, or a primary that somebody has closed for writing. */
    @Test
    void saysWhenItMayOnlyBeRead() throws Exception {
        String name = database.text("select current_database()");
        database.execute(database.settings(), "alter database " + name + " set default_transaction_read_only = on");

        assertThatThrownBy(() -> Store.open(database.settings()))
                .isInstanceOf(StoreException.class)
                .hasMessage("The state in `" + address() + "` is read-only. Give the address of the primary server.")
                .satisfies(error -> assertThat(sqlState(error)).isEqualTo("25006"));

        database.execute(
                database.settings(),
                "set default_transaction_read_only = off",
                "alter database " + name + " reset default_transaction_read_only");
        database.another();
        database.closeOthers();
    }

    @Test
    void saysWhenTheServerHasNoConnectionLeft() throws Exception {
        database.execute(
                database.settings(), "drop role if exists crowded", "create role crowded login connection limit 0");
        String url = database.settings().jdbcUrl().replaceFirst("\\?.*", "");

        assertThatThrownBy(() -> Store.open(new StoreSettings(url, "crowded", null)))
                .isInstanceOf(StoreException.class)
                .hasMessageEndingWith("has run out of disk, memory or connections (53300). Make room on the server.");
    }

    private String address() {
        return database.settings().jdbcUrl().replaceFirst("\\?.*", "");
    }

    private static String sqlState(Throwable error) {
        return SqlErrors.in((RuntimeException) error.getCause()).orElseThrow().getSQLState();
    }

    private void saveInTurn(long first, long second, CountDownLatch bothHoldOne, AtomicInteger attempts) {
        database.store().saveDurably(tx -> {
            attempts.incrementAndGet();
            tx.links().save(List.of(linked(first)));
            await(bothHoldOne);
            tx.links().save(List.of(linked(second)));
        });
    }

    private static void await(CountDownLatch bothHoldOne) {
        bothHoldOne.countDown();
        try {
            assertThat(bothHoldOne.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
