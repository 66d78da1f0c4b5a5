package com.optiply.picqer.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.Customer;
import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.customer.SettingRefusedException;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.RunEvents;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.optiply.Coupling;
import com.optiply.picqer.sandbox.world.Worlds;
import com.optiply.picqer.sync.run.Flow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A customer's file under another name: all that the state knows of the account stands under the former one. */
class RenamedCustomerTest {
    private static final CustomerName RENAMED = new CustomerName("acme-bv");
    private static final CustomerName BETA = new CustomerName("beta");
    private static final long OTHER_COUPLING = 9022;
    private static final long SHARED = 1390;
    private static final long OTHER_WAREHOUSE = 21;

    private SyncSetup setup = SyncSetup.plain(5);
    private SyncWorld world = setup.start();

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void isNotTakenForANewOneBetweenTwoRuns() throws Exception {
        world.run(Flow.PRODUCTS);
        world.engine().close();

        try (Engine engine = engine(RENAMED, customer -> {})) {
            requireRefused(engine);
        }
    }

    /** Nothing has gone there yet, but the process under the former name is about to send. */
    @Test
    void isNotASecondWriterBesideAProcessThatWorksUnderTheFormerName() throws Exception {
        world.close();
        setup = SyncSetup.plain(0);
        world = setup.start();
        world.run(Flow.PRODUCTS);
        assertThat(world.engine().leases().acquire(SyncSetup.ACME)).isTrue();

        try (Engine engine = engine(RENAMED, customer -> {})) {
            requireRefused(engine);

            world.engine().leases().release(SyncSetup.ACME);
            assertThat(run(engine, RENAMED).thrown()).isNull();
        }
    }

    /** All that is in Optiply bears the ids of the former coupling: under the new one it would be created again. */
    @Test
    void isNotTakenForANewOneWhereItsCouplingIsAnotherToo() throws Exception {
        world.run(Flow.PRODUCTS);
        world.engine().close();

        try (Engine engine = engine(RENAMED, customer -> customer.getOptiply().setCoupling("9022"))) {
            requireRefused(engine);
        }
    }

    @Test
    void isAnotherMatterThanAnotherShopWithACouplingOfItsOwnInTheSameAccount() throws Exception {
        world.optiply()
                .addAccount(
                        SHARED, "shared", HomeFolder.USER, SyncSetup.COUPLING, new Coupling(OTHER_COUPLING, "other"));
        world.sandbox().addShop("beta", ShopOptions.of(Worlds.plain(3)).unlimited());
        world.engine().close();

        try (Engine engine = engine(SyncSetup.ACME, customer -> nameShared(customer, SyncSetup.COUPLING.id()))) {
            assertThat(run(engine, SyncSetup.ACME).thrown()).isNull();
        }
        try (Engine engine = engine(BETA, customer -> {
            customer.getPicqer().setBaseUrl(world.sandbox().picqerUri("beta").toString());
            nameShared(customer, OTHER_COUPLING);
        })) {
            assertThat(run(engine, BETA).thrown()).isNull();
        }
    }

    /** As the refusal of another main warehouse says: a new integration, and a file with a name of its own. */
    @Test
    void isAnotherMatterThanAChangeOverToAnotherWarehouse() throws Exception {
        world.optiply()
                .addAccount(
                        SHARED, "shared", HomeFolder.USER, SyncSetup.COUPLING, new Coupling(OTHER_COUPLING, "other"));
        world.engine().close();
        try (Engine engine = engine(SyncSetup.ACME, customer -> nameShared(customer, SyncSetup.COUPLING.id()))) {
            assertThat(run(engine, SyncSetup.ACME).thrown()).isNull();
        }

        try (Engine engine = engine(RENAMED, customer -> {
            nameShared(customer, OTHER_COUPLING);
            customer.getWarehouses().setMain(String.valueOf(OTHER_WAREHOUSE));
        })) {
            assertThat(run(engine, RENAMED).thrown()).isNull();
        }
    }

    /** With the statements of operations.md, in which no table may lack. */
    @Test
    void goesOnWhereItWasWhenTheStateIsGivenTheNewNameToo() throws Exception {
        world.run(Flow.PRODUCTS);
        world.engine().close();
        try (Connection state =
                DriverManager.getConnection(HomeFolder.stateUrl(world.home()).replace(".db", "-1.db"))) {
            for (String statement : statements()) {
                state.createStatement().execute(statement);
            }
            requireNothingLeft(state);
        }

        try (Engine engine = engine(RENAMED, customer -> {})) {
            RunResult result = run(engine, RENAMED);

            assertThat(result.thrown()).isNull();
            assertThat(result.report()).isNotNull();
            assertThat(result.report().counts().unchanged()).isEqualTo(5);
        }
    }

    private static List<String> statements() throws IOException {
        String page = Files.readString(Path.of("src/docs/operations.md"));
        String section = page.substring(page.indexOf("## Another name for a customer"));
        String sql =
                section.substring(section.indexOf("```sql") + 6, section.indexOf("```\n", section.indexOf("```sql")));
        return Stream.of(sql.split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static void requireNothingLeft(Connection state) throws SQLException {
        try (ResultSet tables = state.createStatement()
                .executeQuery("select m.name from sqlite_master m join pragma_table_info(m.name) c"
                        + " where m.type = 'table' and c.name = 'customer' and m.name <> 'lease'")) {
            while (tables.next()) {
                String table = tables.getString(1);
                assertThat(String.join("\n", statements()))
                        .containsPattern("update " + table + " set customer = 'acme-bv' where customer = 'acme'");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void nameShared(Customer customer, long coupling) {
        customer.getOptiply().setAccount(String.valueOf(SHARED));
        customer.getOptiply().setCoupling(String.valueOf(coupling));
    }

    private void requireRefused(Engine engine) throws InterruptedException {
        world.sandbox().log().clear();
        RunResult result = run(engine, RENAMED);

        assertThat(result.thrown())
                .isInstanceOf(SettingRefusedException.class)
                .hasMessageContainingAll("Customer acme-bv", "customer acme", "its name");
        assertThat(world.sandbox().log().total()).as("requests").isZero();
    }

    private static RunResult run(Engine engine, CustomerName customer) throws InterruptedException {
        return new OneTimeRun(engine).run(customer, List.of(Flow.PRODUCTS)).get(0);
    }

    /** As a process of its own would be, on the same state: of the shop acme, whatever the customer is called. */
    private Engine engine(CustomerName name, Consumer<Customer> choices) {
        SyncSetup renamed = setup.choosing(customer -> customer.getPicqer()
                        .setBaseUrl(world.sandbox().picqerUri("acme").toString()))
                .choosing(choices);
        return Engine.start(
                world.installation(),
                new Customers(List.of(renamed.customer(name, world.sandbox(), SyncSetup.ACCOUNT))),
                new RunEvents());
    }
}
