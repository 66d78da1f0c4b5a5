package com.optiply.picqer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.sandbox.Sandbox;
import com.optiply.picqer.sandbox.SandboxOptions;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.optiply.OptiplySimulator;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.world.Worlds;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What support is told about one record, out of the state alone. */
class WhyCommandTest {
    private static final Path HOME = HomeFolder.lay("why-command");
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.DEFAULTS);
    private static final OptiplySimulator OPTIPLY = new OptiplySimulator(SANDBOX.optiplyUri(), Clock.systemUTC(), 1);
    private static long orderOf;
    private static long changed;

    /** A shop in which each outcome occurs; then nobody answers any more. */
    @BeforeAll
    static void synchronise() {
        HomeFolder.writeCustomer(HOME, SANDBOX);
        HomeFolder.writeProperties(HOME, SyncSetup.plain(0).impatient());
        SANDBOX.addShop("acme", ShopOptions.of(Worlds.plain(3)).unlimited());
        OPTIPLY.addAccount(SyncSetup.ACCOUNT, "acme", HomeFolder.USER, SyncSetup.COUPLING);
        SANDBOX.mountOptiply(OPTIPLY);
        changed = product("CHANGED");
        long inactive = product("INACTIVE");
        SANDBOX.picqer("acme").user().inactivateProduct(inactive);
        SANDBOX.picqer("acme")
                .user()
                .putProductVerbatim("{\"idproduct\":999001,\"active\":true,\"productcode\":\"NO-STOCK\"}");
        orderOf = SANDBOX.picqer("acme")
                .user()
                .addOrder(order(changed, inactive))
                .path("idorder")
                .asLong();
        SANDBOX.picqer("acme").user().changeOrderStatus(orderOf, "completed");
        run();
        SANDBOX.picqer("acme").user().changeProduct(changed, fields().put("price", 19.95));
        run();
        SANDBOX.faults().add(Fault.status(503).on(null, "/.*"));
    }

    @AfterAll
    static void end() {
        SANDBOX.close();
        HomeFolder.remove(HOME);
    }

    @Test
    void tellsOfWhatIsInOptiplyWhatItHoldsAndWhatWasLastChanged() {
        Command said = why("CHANGED");

        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .startsWith("products CHANGED (" + changed + " in Picqer)")
                .containsPattern("  In Optiply, as [0-9]+\\.")
                .contains("skuCode \"CHANGED\"")
                .containsPattern("Last written on .* by run [0-9]+: changed, price 12.50 -> 19.95\\.")
                .containsPattern("Last read in Picqer on 20[0-9-]+ [0-9:]+ CES?T, by run [0-9]+ of `products`\\.");
        assertThat(why(Long.toString(changed)).out()).as("by its id").isEqualTo(said.out());
    }

    @Test
    void tellsWhichRuleKeepsARecordOutAndWhatWouldChangeThat() {
        assertThat(why("INACTIVE").out())
                .contains("  Not in Optiply: `inactive`, it is inactive in Picqer.")
                .contains("  To change it: activate it in Picqer.");
    }

    @Test
    void tellsWhatIsWrongWithWhatIsParkedAndWhenItIsTriedAgain() {
        assertThat(why("NO-STOCK").out())
                .contains("  Not in Optiply yet: parked, `stock_missing`: the row has no `stock` array.")
                .contains("  To do: Picqer listed it without stock")
                .contains("  Tried once, on 20")
                .containsPattern("Tried again by itself from .* on, or as soon as it changes in Picqer."
                        + " At once: retry acme, then run acme products");
    }

    @Test
    void tellsOfAnOrderWhichLinesStayedBehind() {
        String number = Long.toString(orderOf);

        assertThat(why(number, "--kind", "sellOrders").out())
                .contains("Lines: 1 sent, 1 not:")
                .contains("INACTIVE (")
                .contains("`inactive`, it is inactive in Picqer.");
    }

    @Test
    void tellsOfWhatNoRunHasSeenHowFarEachFlowHasCome() {
        Command said = why("CHANG");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out())
                .startsWith("No run has seen a record of customer acme that is called `CHANG`, or has that id.")
                .contains("  Alike: CHANGED")
                .containsPattern("  products +run [0-9]+ on .*, complete")
                .containsPattern("  item-deliveries +has never run. Now: run acme item-deliveries");
    }

    @Test
    void listsWhatIsParkedWhereNoNameIsGiven() {
        Command said = why();

        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains("products\n  NO-STOCK (999001): `stock_missing`, the row has no `stock` array")
                .contains("All about one of them, and what to do: why acme NAME");
    }

    @Test
    void needsNoCredentials() {
        Path secret = HOME.resolve("picqer-key");
        HomeFolder.replace(HOME.resolve("routes/customers/acme.yaml"), secret.toString(), "/nowhere/picqer-key");
        try {
            assertThat(why("INACTIVE").out()).contains("`inactive`, it is inactive in Picqer.");
        } finally {
            HomeFolder.replace(HOME.resolve("routes/customers/acme.yaml"), "/nowhere/picqer-key", secret.toString());
        }
    }

    private static Command why(String... words) {
        String[] all = new String[words.length + 4];
        all[0] = "why";
        all[1] = "acme";
        System.arraycopy(words, 0, all, 2, words.length);
        all[words.length + 2] = "--home";
        all[words.length + 3] = HOME.toString();
        return Command.of(all);
    }

    private static void run() {
        Command said = Command.of("run", "acme", "products", "sell-orders", "--home", HOME.toString());
        assertThat(said.exit()).as(said.toString()).isEqualTo(1);
    }

    private static long product(String sku) {
        ObjectNode product = fields().put("productcode", sku).put("name", sku).put("price", 12.5);
        return SANDBOX.picqer("acme")
                .user()
                .addProduct(product)
                .path("idproduct")
                .asLong();
    }

    private static ObjectNode order(long... products) {
        ObjectNode order = fields();
        for (long product : products) {
            order.withArray("products").add(fields().put("idproduct", product).put("amount", 2));
        }
        return order;
    }

    private static ObjectNode fields() {
        return JsonNodeFactory.instance.objectNode();
    }
}
