package com.optiply.picqer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.sync.run.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code run} says of runs that come to their end, in words and for machines. */
class RunCommandTest extends AcmeAtTheCommandLine {
    @Test
    void runsAndSaysWhatItDid() {
        Command said = run("acme", "products");

        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .startsWith("acme, run 1 of `products`: complete in ")
                .contains("30 read: 30 created. 34 requests.")
                .doesNotContain(" 0 ")
                .hasLineCount(1);
        assertThat(said.err()).isEmpty();
        assertThat(records()).isEqualTo(30);
    }

    @Test
    void saysWhatItWouldWriteAndWhatItFoundInOptiply() {
        HomeFolder.replace(customer, "        warehouses:", "        writes: \"off\"\n        warehouses:");
        assertThat(run("acme", "products").out())
                .contains("30 read: 30 filtered.", "    would have been written: 30 created");
        HomeFolder.replace(customer, "        writes: \"off\"\n", "");
        run("acme", "products");
        HomeFolder.replace(home.resolve("application.properties"), "state.db", "another.db");

        assertThat(run("acme", "products").out())
                .contains("30 read: 30 unchanged.", "    linked to what Optiply had already: 30");
    }

    @Test
    void runsAllFlowsInTheirOrderWhereNoneIsNamed() {
        assertThat(run("acme").out().lines().filter(line -> line.startsWith("acme, run ")))
                .extracting(line -> line.split("`")[1])
                .containsExactly(Stream.of(Flow.values()).map(Flow::code).toArray(String[]::new));
    }

    @Test
    void tellsMachinesTheSameInOneLine() throws Exception {
        Command said = run("acme", "products", "--json");
        JsonNode line = JsonMapper.builder().build().readTree(said.out());

        assertThat(said.exit()).isZero();
        assertThat(said.out().strip().lines()).hasSize(1);
        assertThat(line.properties())
                .extracting(entry -> entry.getKey())
                .containsExactly(
                        "run",
                        "customer",
                        "flow",
                        "outcome",
                        "millis",
                        "read",
                        "written",
                        "unchanged",
                        "filtered",
                        "parked",
                        "failed",
                        "repeated",
                        "adopted",
                        "withheld",
                        "adjusted",
                        "filteredTotal",
                        "parkedTotal",
                        "besides",
                        "requests");
        assertThat(line.path("outcome").asText()).isEqualTo("complete");
        assertThat(line.path("read").asLong()).isEqualTo(30);
        assertThat(line.path("written").path("create").asLong()).isEqualTo(30);
        assertThat(line.path("requests").path("picqer").asLong()).isEqualTo(3);
    }

    @Test
    void exitsWithOneWhenRecordsAreParked() {
        sandbox.picqer("acme").user().putProductVerbatim("{\"idproduct\":999001,\"active\":true}");
        sandbox.picqer("acme").user().putProductVerbatim("{\"idproduct\":\"none\",\"active\":true}");
        Command said = run("acme");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out())
                .contains("    parked: 1 stock_missing, 1 unreadable")
                .contains("  unreadable           Correct the named fields in Picqer.")
                .contains("Which records: why acme. All about one: why acme NAME")
                .contains("`comparison`: complete")
                .contains("Nothing to read. 1 request.");
    }

    @Test
    void aFlowThatIsSwitchedOffIsNotRunByName() {
        HomeFolder.replace(
                customer, "        warehouses:", "        flows:\n          products: \"off\"\n        warehouses:");

        refusedBeforeAnything(
                run("acme", "products"), 2, "The flow `products` is switched off for acme", "Set `flows.products`");
    }

    @Test
    void whereEveryFlowIsSwitchedOffItSaysThatNothingWasDone() {
        HomeFolder.leaveOnlyOn(customer, Flow.PRODUCTS);
        HomeFolder.replace(customer, "        flows:\n", "        flows:\n          products: \"off\"\n");

        Command said = run("acme");
        assertThat(said.exit()).isZero();
        assertThat(said.err()).contains("Every flow is switched off for acme, so nothing was done.");
        assertThat(sandbox.log().total()).isZero();
    }

    @Test
    void aFlowThatIsSwitchedOffIsLeftOutWhereNoneIsNamed() {
        HomeFolder.replace(
                customer, "        warehouses:", "        flows:\n          products: \"off\"\n        warehouses:");

        Command said = run("acme");
        assertThat(said.out())
                .contains("of `suppliers`", "of `changed-sell-orders`")
                .doesNotContain("of `products`");
        assertThat(records()).isZero();
    }
}
