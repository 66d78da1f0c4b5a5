package com.optiply.picqer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which files {@code check} looks at, and what it says where there is none to look at. */
class CheckCommandTest extends AcmeAtTheCommandLine {
    @Test
    void takesAFileOnceHoweverOftenAndInWhateverWayItIsNamed() {
        String around = home.resolve("routes/../routes/customers/acme.yaml").toString();

        assertThat(check("acme", "acme", customer.toString(), around).out())
                .isEqualTo("1 customer file, no problem.\n");
    }

    @Test
    void tellsOfAFileThatItsNameKeepsFromBeingRead() throws IOException {
        Files.move(customer, customer.resolveSibling("acme.yml"));

        String[] said = {"acme.yml:1:1: The file's name does not end in `.yaml`", "Rename it to `acme.yaml`"};
        refusedBeforeAnything(check(), 2, said);
        refusedBeforeAnything(run("acme"), 2, said);
    }

    @Test
    void noFileAtAllIsAConfigurationError() throws IOException {
        Files.delete(customer);

        refusedBeforeAnything(check(), 2, "There is no customer file in " + home, "Copy an example: cp ");
    }

    private Command check(String... arguments) {
        return Command.of(Stream.of(Stream.of("check"), Stream.of(arguments), Stream.of("--home", home.toString()))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }
}
