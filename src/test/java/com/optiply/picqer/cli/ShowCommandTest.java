package com.optiply.picqer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

/** The routes that are in force, as a person can paste them into the customer's file. */
class ShowCommandTest extends AcmeAtTheCommandLine {
    private static final String OWN_TIMER =
            """

            - route:
                id: acme-products
                from:
                  uri: timer:acme-products
                  parameters:
                    period: 3m
                  steps:
                    - setVariable:
                        name: customer
                        constant: acme
                    - to: direct:products
            """;

    @Test
    void whatIsShownCanBePastedAndChangesNothing() throws Exception {
        Files.writeString(customer, OWN_TIMER, StandardOpenOption.APPEND);
        Command shown = Command.of("show", "acme", "--home", home.toString());
        String whole = Files.readString(customer);
        Files.writeString(customer, whole.substring(0, whole.indexOf("\n- route:") + 1) + shown.out());

        Command checked = Command.of("check", "--home", home.toString());
        assertThat(checked.exit()).as(checked.toString()).isZero();
        assertThat(Command.of("show", "acme", "--home", home.toString()).out()).isEqualTo(shown.out());
        assertThat(shown.out())
                .contains(
                        "period: 3m",
                        "- to: direct:products",
                        "id: acme-changed-sell-orders",
                        "uri: quartz:acme/suppliers")
                .doesNotContain("since");
        assertThat(Command.of("show", "acme", "products", "--home", home.toString())
                        .out())
                .isEqualTo(OWN_TIMER.stripLeading());
    }
}
