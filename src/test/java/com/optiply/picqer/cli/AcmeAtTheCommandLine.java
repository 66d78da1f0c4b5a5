package com.optiply.picqer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.sandbox.Sandbox;
import com.optiply.picqer.sandbox.SandboxOptions;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.optiply.OptiplySimulator;
import com.optiply.picqer.sandbox.world.Worlds;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** One customer, its shop and its account, for what a person at the command line sees and gets. */
abstract class AcmeAtTheCommandLine {
    final Path home = HomeFolder.lay("command-line");
    final Sandbox sandbox = Sandbox.start(SandboxOptions.DEFAULTS);
    final OptiplySimulator optiply = new OptiplySimulator(sandbox.optiplyUri(), Clock.systemUTC(), 1);
    final Path customer = HomeFolder.writeCustomer(home, sandbox);

    @BeforeEach
    void begin() {
        HomeFolder.writeProperties(home, SyncSetup.plain(0).impatient());
        sandbox.addShop("acme", ShopOptions.of(Worlds.plain(30)).unlimited());
        optiply.addAccount(SyncSetup.ACCOUNT, "acme", HomeFolder.USER, SyncSetup.COUPLING);
        sandbox.mountOptiply(optiply);
    }

    @AfterEach
    void end() {
        sandbox.close();
        HomeFolder.remove(home);
    }

    Command run(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "run";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--home";
        all[arguments.length + 2] = home.toString();
        return Command.of(all);
    }

    /** The state, the log of requests and Optiply are as if the command had never been typed. */
    void refusedBeforeAnything(Command said, int exit, String... parts) {
        failed(said, exit, parts);
        assertThat(sandbox.log().total()).as("requests").isZero();
    }

    void failed(Command said, int exit, String... parts) {
        assertThat(said.exit()).as(said.toString()).isEqualTo(exit);
        assertThat(said.out() + said.err()).contains(parts);
        assertThat(said.out() + said.err()).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(records()).isZero();
    }

    int records() {
        return optiply.account(SyncSetup.ACCOUNT).count("products");
    }
}
