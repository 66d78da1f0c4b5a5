package com.optiply.picqer.cli;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.sandbox.Sandbox;
import com.optiply.picqer.sandbox.SandboxOptions;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.optiply.OptiplyAccount;
import com.optiply.picqer.sandbox.optiply.OptiplySimulator;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.world.Worlds;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.database.StoreSettings;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Intent;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RunId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code compare} tells a person and a machine; what it looks at is tested beside the flow `comparison`. */
class CompareCommandTest {
    private static final int PRODUCTS = 5;

    private final Path home = HomeFolder.lay("compare-command");
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.DEFAULTS);
    private final OptiplySimulator optiply = new OptiplySimulator(sandbox.optiplyUri(), Clock.systemUTC(), 1);
    private OptiplyAccount account;

    @BeforeEach
    void synchronise() {
        HomeFolder.writeProperties(home, SyncSetup.plain(0).impatient());
        HomeFolder.writeCustomer(home, sandbox);
        sandbox.addShop("acme", ShopOptions.of(Worlds.plain(PRODUCTS)).unlimited());
        account = optiply.addAccount(SyncSetup.ACCOUNT, "acme", HomeFolder.USER, SyncSetup.COUPLING);
        sandbox.mountOptiply(optiply);
        assertThat(Command.of("run", "acme", "products", "--home", home.toString())
                        .exit())
                .isZero();
    }

    @AfterEach
    void end() {
        sandbox.close();
        HomeFolder.remove(home);
    }

    private Command compare(String... options) {
        String[] arguments = new String[options.length + 4];
        System.arraycopy(new String[] {"compare", "acme", "--home", home.toString()}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        return Command.of(arguments);
    }

    @Test
    void tellsWhatDiffersInWordsAndInOneLine() throws Exception {
        Command nothing = compare();
        long edited = account.all("products").get(0).id();
        long deleted = account.all("products").get(1).id();
        account.editByUser("products", edited, instance.objectNode().put("stockLevel", 4711));
        account.deleteByUser("products", deleted);
        Command said = compare();
        Command json = compare("--json");

        assertThat(nothing.exit()).isZero();
        assertThat(nothing.out()).contains("No difference.");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out())
                .containsPattern("SKU-\\d+ \\(\\d+\\): `stockLevel` is 4711 in Optiply, and should be -?\\d+\\.")
                .contains(": missing in Optiply, where it was " + deleted + ".")
                .containsPattern("products +5 +1 +1 +0 +0")
                .contains("To put right what differs or is missing, and to find out what is unanswered: run acme");
        assertThat(json.exit()).isEqualTo(1);
        JsonNode line = JsonMapper.builder().build().readTree(json.out());
        assertThat(line.path("kinds").path("products").path("differ").asLong()).isEqualTo(1);
        assertThat(line.path("differences")).hasSize(2);
        assertThat(account.all("products")).hasSize(PRODUCTS - 1);
    }

    @Test
    void saysWhichRecordsItDidNotCompareForWantOfAnAnswer() throws Exception {
        try (Store store = Store.open(new StoreSettings(HomeFolder.stateUrl(home), null, null))) {
            store.saveDurably(tx -> tx.intents().write(List.of(aboutTheFirst(tx))));
        }

        Command said = compare();

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out())
                .containsPattern("products +4 +0 +0 +0 +1")
                .contains(": not compared; something was sent, and nobody has heard whether it arrived.")
                .doesNotContain("No difference.");
        assertThat(Command.of("run", "acme", "products", "--home", home.toString())
                        .exit())
                .isZero();
        assertThat(compare().out()).containsPattern("products +5 +0 +0 +0 +0").contains("No difference.");
    }

    private static Intent aboutTheFirst(Transaction tx) {
        Link link = tx.links().inOptiply(SyncSetup.ACME, Kind.PRODUCTS).get(0);
        return new Intent(
                link.customer(),
                link.kind(),
                link.remoteId(),
                null,
                link.label(),
                Action.PATCH,
                "{\"stockLevel\":1}",
                new RunId(1),
                Clock.systemUTC().instant());
    }

    @Test
    void saysHowItEndedOnceAndNotInTheLogToo() {
        try (WholeLog log = WholeLog.begin()) {
            assertThat(compare().out()).contains("No difference.");

            assertThat(log.text()).doesNotContain("of `compare` complete in");
        }
    }

    @Test
    void exitsWithThreeWhereOptiplyDoesNotAnswerAndWithTwoWhereThereIsNoSuchCustomer() {
        assertThat(Command.of("compare", "acmee", "--home", home.toString()).exit())
                .isEqualTo(2);
        sandbox.faults().add(Fault.status(503).on("GET", "/optiply/v1/.*"));

        assertThat(compare().exit()).isEqualTo(3);
    }
}
