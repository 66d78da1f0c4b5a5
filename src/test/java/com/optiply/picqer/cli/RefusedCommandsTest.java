package com.optiply.picqer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.flow.HomeFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
    void withoutAFlowsRouteNothingBeginsAndTheCheckSaysSo() throws Exception {
        Path flows = home.resolve("routes/flows");
        Files.delete(flows);
        Files.createDirectory(flows);
        String[] missing = {"No route begins at ", "`direct:products`", "`direct:sell-orders`", flows.getParent() + "/"
        };

        refusedBeforeAnything(Command.of("check", "--home", home.toString()), 2, missing);
        refusedBeforeAnything(run("acme"), 2, missing);
        refusedBeforeAnything(Command.of("--home", home.toString()), 2, missing);
    }

    @Test
    void withoutACustomerTheServiceSaysThatThereIsNothingToDo() throws Exception {
        Files.delete(customer);

        refusedBeforeAnything(Command.of("--home", home.toString()), 2, "There is no customer file in");
    }

    /** Otherwise an empty state would be begun beside the one that was meant, and be filled. */
    @Test
    void aMisspeltPropertyIsRefusedByEveryCommand() {
        String home = this.home.toString();
        Path properties = this.home.resolve("application.properties");
        HomeFolder.replace(properties, "picqer-optiply.database.url", "picqer-optiply.databse.url");

        for (List<String> typed : List.of(
                List.of("check"),
                List.of("check", "acme", "--connect"),
                List.of("show", "acme"),
                List.of("run", "acme"),
                List.of("why", "acme"),
                List.of("compare", "acme"),
                List.of("approve", "acme"),
                List.of("recreate", "acme", "products", "1"),
                List.of("import", "acme", properties.toString()),
                List.of("retry", "acme"),
                List.of("backup", home + "/backup.db"),
                List.of("restore"),
                List.of("demo"),
                List.of("bench"),
                List.<String>of())) {
            String[] words =
                    Stream.concat(typed.stream(), Stream.of("--home", home)).toArray(String[]::new);
            refusedInASentence(
                    Command.of(words),
                    "There is no property `picqer-optiply.databse.url`, but it stands in " + properties
                            + ". Did you mean `picqer-optiply.database.url`?");
        }
        assertThat(this.home).isDirectoryNotContaining("glob:**.db");
        assertThat(this.home.resolve("data")).doesNotExist();
    }

    @Test
    void aValueThatMakesNoSenseIsSaidByTheCheckToo() {
        HomeFolder.replace(home.resolve("application.properties"), "door.patience=2s", "door.patience=2 s");

        refusedInASentence(
                Command.of("check", "--home", home.toString()), "`picqer-optiply.door.patience` must be a time above");
    }

    private void refusedInASentence(Command said, String part) {
        refusedBeforeAnything(said, 2, part);
        assertThat(said.out()).isEmpty();
        assertThat(said.err().lines()).hasSizeLessThanOrEqualTo(2);
    }
}
