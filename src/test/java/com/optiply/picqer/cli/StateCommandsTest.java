package com.optiply.picqer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.sandbox.Sandbox;
import com.optiply.picqer.sandbox.SandboxOptions;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.optiply.OptiplySimulator;
import com.optiply.picqer.sandbox.world.Worlds;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.database.StoreSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Backup and restore at the command line, and what a person meets whose state is not as it should be. */
class StateCommandsTest {
    private static final int PRODUCTS = 5;

    private final Path home = HomeFolder.lay("state-commands");
    private final Path state = home.resolve("state.db");
    private final Path copy = home.resolve("copy.db");
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.DEFAULTS);
    private final OptiplySimulator optiply = new OptiplySimulator(sandbox.optiplyUri(), Clock.systemUTC(), 1);

    @BeforeEach
    void begin() {
        HomeFolder.writeCustomer(home, sandbox);
        HomeFolder.writeProperties(home, SyncSetup.plain(0).impatient());
        sandbox.addShop("acme", ShopOptions.of(Worlds.plain(PRODUCTS)).unlimited());
        optiply.addAccount(SyncSetup.ACCOUNT, "acme", HomeFolder.USER, SyncSetup.COUPLING);
        sandbox.mountOptiply(optiply);
        assertThat(command("run", "acme", "products").exit()).isZero();
    }

    @AfterEach
    void end() {
        sandbox.close();
        HomeFolder.remove(home);
    }

    @Test
    void aBackupIsPutBackAndNothingIsCreatedTwice() {
        Command backup = command("backup", copy.toString());
        assertThat(backup.exit()).isZero();
        assertThat(backup.out()).contains("and the copy is whole.").contains("`restore " + copy + "`");
        addProduct();
        assertThat(command("run", "acme", "products").exit()).isZero();

        Command restore = command("restore", copy.toString());
        assertThat(restore.exit()).as(restore.err()).isZero();
        assertThat(restore.out()).contains("The one that stood there before is now " + state + ".before-restore-");
        Command run = command("run", "acme", "products");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains((PRODUCTS + 1) + " read: " + (PRODUCTS + 1) + " unchanged.");
        requireAllOnce(PRODUCTS + 1);
    }

    @Test
    void aShopThatLooksLikeAnotherIsListedAndApproved() {
        sandbox.picqer("acme").allProducts().forEach(row -> sandbox.picqer("acme")
                .user()
                .changeProduct(
                        row.path("idproduct").asLong(),
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("productcode", "OTHER-" + row.path("idproduct"))
                                .put("name", "Shirt")));

        assertThat(command("run", "acme", "products").exit()).isEqualTo(ExitCode.CONFIGURATION.number());
        assertThat(command("approve", "acme").out())
                .contains("run 2: take Picqer for the shop of this customer, as it is now. Of 5 products")
                .contains("To let all of a run through: approve acme RUN");
        assertThat(command("approve", "acme", "99999").out())
                .contains("Nothing is held for customer acme since run 99999");
        assertThat(command("approve", "acme", "2").out()).contains("Approved: Picqer is the shop of customer acme");
        assertThat(command("run", "acme", "products").out()).contains("5 read: 5 changed.");
        assertThat(command("approve", "acme").out()).contains("Nothing is held for customer acme.");
    }

    @Test
    void aBackupOverwritesNothing() {
        command("backup", copy.toString());

        requireRefused(command("backup", copy.toString()), "is there already and is not overwritten");
    }

    @Test
    void aStateThatAProcessWorksOnIsNotReplaced() {
        command("backup", copy.toString());
        try (Store store = Store.open(new StoreSettings(HomeFolder.stateUrl(home), null, null))) {
            store.durably(tx -> tx.leases().acquire(SyncSetup.ACME, "elsewhere:1:abc", Duration.ofMinutes(1)));
        }

        requireRefused(command("restore", copy.toString()), "The process elsewhere:1:abc works on this state");
        requireRefused(command("restore"), "The process elsewhere:1:abc works on this state");
    }

    @Test
    void anOlderCopyThatWasPutThereByHandIsRefusedUntilItIsSaidToBeOne() throws Exception {
        Files.copy(state, copy);
        addProduct();
        command("run", "acme", "products");
        Files.copy(copy, state, StandardCopyOption.REPLACE_EXISTING);

        requireRefused(command("run", "acme", "products"), "is an older copy");
        requireRefused(command(), "is an older copy");

        assertThat(command("restore").exit()).isZero();
        assertThat(command("run", "acme", "products").exit()).isZero();
        requireAllOnce(PRODUCTS + 1);
    }

    @Test
    void aStateThatIsGoneIsRebuiltWhenAPersonSaysSo() throws Exception {
        Files.delete(state);

        requireRefused(command("run", "acme", "products"), "is gone, though it was there");
        requireRefused(command(), "is gone, though it was there");
        assertThat(state).doesNotExist();

        Files.delete(home.resolve("state.db.mark"));
        assertThat(command("run", "acme", "products").out()).contains(PRODUCTS + " read: " + PRODUCTS + " unchanged.");
        requireAllOnce(PRODUCTS);
    }

    @Test
    void aDamagedStateIsRefusedAndABackupPutsItRight() throws Exception {
        command("backup", copy.toString());
        Files.writeString(state, "damaged ".repeat(1000), StandardCharsets.US_ASCII);

        requireRefused(command("run", "acme", "products"), "is damaged or is no database. Put back a backup");
        requireRefused(command(), "is damaged or is no database. Put back a backup");
        requireRefused(command("backup", home.resolve("other").toString()), "is damaged or is no database");

        assertThat(command("restore", copy.toString()).exit()).isZero();
        assertThat(command("run", "acme", "products").exit()).isZero();
        requireAllOnce(PRODUCTS);
    }

    @Test
    void aStateOfANewerVersionIsRefusedByEveryCommandAndTheService() throws Exception {
        execute("insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                + " execution_time, success) values (999, '999', 'later', 'SQL', 'V999__later.sql', 'later', 1, true)");

        requireRefused(command("run", "acme", "products"), "written by a newer version of this program");
        requireRefused(command(), "written by a newer version of this program");
        requireRefused(command("why", "acme"), "written by a newer version of this program");
    }

    @Test
    void aStateThatAnotherProgramHoldsIsRefused() throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + state);
                Statement holding = other.createStatement()) {
            holding.execute("begin exclusive");

            requireRefused(command("run", "acme", "products"), "is locked by another program. Close what has it open");
        }
        assertThat(command("run", "acme", "products").exit()).isZero();
    }

    private void execute(String sql) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + state);
                Statement statement = other.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void requireRefused(Command said, String why) {
        assertThat(said.err()).contains(why).doesNotContain("\tat ");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
    }

    private void requireAllOnce(int products) {
        assertThat(optiply.account(SyncSetup.ACCOUNT).count("products")).isEqualTo(products);
    }

    private void addProduct() {
        sandbox.picqer("acme")
                .user()
                .addProduct(JsonNodeFactory.instance
                        .objectNode()
                        .put("productcode", "NEW")
                        .put("name", "New")
                        .put("price", 5));
    }

    private Command command(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--home";
        all[arguments.length + 1] = home.toString();
        return Command.of(all);
    }
}
