package com.optiply.picqer.cli;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.sandbox.Sandbox;
import com.optiply.picqer.sandbox.SandboxOptions;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.optiply.OptiplyAccount;
import com.optiply.picqer.sandbox.optiply.OptiplySimulator;
import com.optiply.picqer.sandbox.world.Worlds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds the samples in support.md to what the commands say of the world `whole`, but for numbers and times. What
 * {@code why} says is tested beside it, in {@link WhyCommandTest}; here it is the page.
 */
@Tag("heavy")
class SupportSamplesTest {
    private static final Pattern SAMPLE =
            Pattern.compile("(?s)```\\n\\$ java -jar target/picqer-optiply\\.jar ([^\\n]+)\\n(.*?)```");

    private final Path home = HomeFolder.lay("support-samples");
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.DEFAULTS);
    private final OptiplySimulator optiply = new OptiplySimulator(sandbox.optiplyUri(), Clock.systemUTC(), 1);
    private OptiplyAccount account;

    @BeforeEach
    void synchronise() {
        HomeFolder.writeProperties(home, SyncSetup.plain(0));
        HomeFolder.writeCustomer(home, sandbox);
        sandbox.addShop("acme", ShopOptions.of(Worlds.whole()).unlimited());
        account = optiply.addAccount(SyncSetup.ACCOUNT, "acme", HomeFolder.USER, SyncSetup.COUPLING);
        sandbox.mountOptiply(optiply);
        typed("run acme");
    }

    @AfterEach
    void end() {
        sandbox.close();
        HomeFolder.remove(home);
    }

    @Test
    void areWhatTheCommandsSay() throws Exception {
        List<String> told = new ArrayList<>(compared("why acme"));
        account.editByUser("products", id("products", "CASE-product-plain"), fields("stockLevel", 4711));
        account.deleteByUser("products", id("products", "CASE-product-third"));
        account.deleteByUser("sellOrders", order("801036"));
        told.addAll(compared("compare acme"));
        for (long product = 70091; product <= 70120; product++) {
            sandbox.picqer("acme").user().inactivateProduct(product);
        }
        typed("run acme products");
        told.addAll(compared("approve acme"));

        assertThat(told).hasSizeGreaterThan(6);
    }

    /** The commands that begin so, each of them once it has said what stands on the page. */
    private List<String> compared(String beginning) throws Exception {
        List<String> commands = new ArrayList<>();
        SAMPLE.matcher(Files.readString(Path.of("src/docs/support.md")))
                .results()
                .forEach(sample -> {
                    boolean isOfOneOrder = sample.group(1).matches("approve acme [0-9]+.*")
                            || sample.group(2).contains("Optiply-");
                    if (sample.group(1).startsWith(beginning) && !isOfOneOrder) {
                        commands.add(sample.group(1));
                        assertThat(plain(typed(sample.group(1)).out()))
                                .as(sample.group(1))
                                .isEqualTo(plain(sample.group(2)));
                    }
                });
        return commands;
    }

    private static String plain(String text) {
        return text.replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]+ CES?T", "TIME")
                .replaceAll("(as|was|run|acme) [0-9]+", "$1 N");
    }

    private Command typed(String words) {
        return Command.of((words + " --home " + home).split(" "));
    }

    private long id(String resource, String sku) {
        return account.all(resource).stream()
                .filter(record -> record.attributes().path("skuCode").asText().equals(sku))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private long order(String remoteId) {
        return account.byRemoteId("sellOrders", Long.toString(SyncSetup.COUPLING.id()), remoteId)
                .get(0)
                .id();
    }

    private static ObjectNode fields(String name, int value) {
        return instance.objectNode().put(name, value);
    }
}
