package com.optiply.picqer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.sandbox.Sandbox;
import com.optiply.picqer.sandbox.SandboxOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list at the command line that comes to nothing: why, and that nothing was asked of anybody for it. */
class ImportCommandTest {
    private final Path home = HomeFolder.lay("import-command");
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.DEFAULTS);

    @BeforeEach
    void begin() {
        HomeFolder.writeProperties(home, SyncSetup.plain(0));
        HomeFolder.writeCustomer(home, sandbox);
    }

    @AfterEach
    void end() {
        sandbox.close();
        HomeFolder.remove(home);
    }

    @Test
    void saysInASentenceWhatIsNotThere() {
        Path list = home.resolve("list.csv");
        HomeFolder.write(list, "skuCode\n");

        requireSentence(run("nobody", list), "There is no customer `nobody`. Customers here: acme.");
        requireSentence(run("acme", home.resolve("none.csv")), "There is no file " + home.resolve("none.csv") + ".");
        requireSentence(run("acme", home), home + " is a folder. Name the file in it.");
    }

    private static void requireSentence(Command said, String sentence) {
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).isEqualTo(sentence + System.lineSeparator());
        assertThat(said.out()).isEmpty();
    }

    @Test
    void printsWhyAFileIsNoListAndKeepsNothingOfIt() {
        Path list = home.resolve("list.csv");
        HomeFolder.write(list, "sku,supplierName,preferred\nA-1,Alpha,TRUE\n");

        Command said = run("acme", list);

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out())
                .contains("Nothing of this file was applied.")
                .contains("The column `skuCode` is missing; the first row has `sku`, `supplierName`, `preferred`.");
        assertThat(home.resolve("drop/acme/importing")).isEmptyDirectory();
        assertThat(home.resolve("drop/acme/failed")).isEmptyDirectory();
        assertThat(sandbox.log().requests(request -> true)).isEmpty();
    }

    private Command run(String customer, Path file) {
        return Command.of("import", customer, file.toString(), "--home", home.toString());
    }
}
