package com.optiply.picqer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.flow.HomeFolder;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Commands that cannot begin: they say why in a sentence, and nothing is asked of anybody. */
class RefusedCommandsTest extends AcmeAtTheCommandLine {
    private static final String RIGHT = "\"{{file:%s/picqer-key}}\"";

    @Test
    void anUnknownCustomerIsAConfigurationError() {
        refusedBeforeAnything(
                run("acmee"), 2, "There is no customer `acmee`. Did you mean `acme`? Customers here: acme.");
    }

    @Test
    void anUnknownFlowIsAConfigurationError() {
        refusedInASentence(run("acme", "produkts"), "There is no flow `produkts`. Did you mean `products`?");
        refusedInASentence(run("acme", "nothing-like-it"), "Flows: suppliers, supplier-names, products, supplier-pro");
    }

    @Test
    void whatIsNotThereIsSaidInOneSentence() {
        String home = this.home.toString();

        refusedInASentence(Command.of("import", "acme", "no.csv", "--home", home), "There is no file no.csv.");
        refusedInASentence(Command.of("show", "acm", "--home", home), "Did you mean `acme`?");
        refusedInASentence(
                Command.of("recreate", "acme", "sellorders", "1", "--home", home), "Did you mean `sellOrders`?");
        refusedInASentence(Command.of("chek", "--home", home), "There is no command `chek`. Did you mean `check`?");
        refusedInASentence(run("acme", "--jsn"), "There is no option `--jsn`. Did you mean `--json`?");
        refusedInASentence(Command.of("import", "acme"), "How it is used: java -jar target/picqer-optiply.jar import");
    }

    @Test
    void anotherHomeMayBeNamedBeforeTheCommandToo() {
        Command elsewhere = Command.of("--home", home.resolve("nowhere").toString(), "run", "acme");
        refusedInASentence(elsewhere, "There is no " + home.resolve("nowhere/application.properties"));

        assertThat(Command.of("--home", home.toString(), "run", "acme", "products")
                        .exit())
                .isZero();
    }

    @Test
    void anEnvironmentVariableThatIsNotSetIsNamed() {
        HomeFolder.replace(customer, RIGHT.formatted(home), "\"{{env:SURELY_NOT_SET_PICQER_KEY}}\"");

        refusedBeforeAnything(
                run("acme"), 2, "SURELY_NOT_SET_PICQER_KEY", "acme.yaml:", "export SURELY_NOT_SET_PICQER_KEY=");
    }

    @Test
    void withoutPropertiesItSaysWhereToStart() throws Exception {
        Files.delete(home.resolve("application.properties"));

        refusedBeforeAnything(run("acme"), 2, "There is no " + home.resolve("application.properties"), "--home");
    }

    @Test
    void withoutRoutesItSaysWhereToStart() throws Exception {
        Files.delete(home.resolve("routes/flows"));

        refusedBeforeAnything(run("acme"), 2, "There is no folder " + home.resolve("routes/flows"), "--home");
    }

    @Test
    void withoutACustomerTheServiceSaysThatThereIsNothingToDo() throws Exception {
        Files.delete(customer);

        refusedBeforeAnything(Command.of("--home", home.toString()), 2, "There is no customer file in");
    }

    @Test
    void aMisspeltDoorPropertyIsNamed() {
        HomeFolder.replace(home.resolve("application.properties"), "door.patience=2s", "door.patients=2s");

        refusedBeforeAnything(run("acme"), 2, "There is no property `picqer-optiply.door.patients`");
    }

    private void refusedInASentence(Command said, String part) {
        refusedBeforeAnything(said, 2, part);
        assertThat(said.out()).isEmpty();
        assertThat(said.err().lines()).hasSizeLessThanOrEqualTo(2);
    }
}
