package com.optiply.picqer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.harness.Eventually;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.database.StoreSettings;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.store.row.Request;
import com.optiply.picqer.store.row.RunId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands that ask another process, which leaves out a flow: one that it has under way, or that is off there. */
class BesideAServiceTest extends AcmeAtTheCommandLine {
    private static final String SERVICE = "elsewhere:1:abc";

    private Store store;

    @BeforeEach
    void anotherProcessWorksForTheCustomer() {
        store = Store.open(new StoreSettings(HomeFolder.stateUrl(home), null, null));
        store.durably(tx -> tx.leases().acquire(SyncSetup.ACME, SERVICE, Duration.ofMinutes(10)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aFlowThatWasLeftOutIsNamedAndIsAProblem() throws Exception {
        Command said = whileServing(() -> run("acme", "products", "suppliers"), "suppliers");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).contains("of `suppliers`: complete");
        assertThat(said.err()).contains("Not run: products. The service has them under way already");
    }

    @Test
    void machinesAreToldOfIt() throws Exception {
        Command said = whileServing(() -> run("acme", "products", "suppliers", "--json"), "suppliers");

        List<String> lines = said.out().strip().lines().toList();
        assertThat(said.exit()).isEqualTo(1);
        assertThat(lines).hasSize(2);
        assertThat(JsonMapper.builder().build().readTree(lines.get(1)))
                .hasToString("{\"customer\":\"acme\",\"flow\":\"products\",\"outcome\":\"not_run\"}");
    }

    @Test
    void aListIsNotWaitedForWhereTheFlowIsOff() throws Exception {
        Path list = home.resolve("list.csv");
        HomeFolder.write(list, "skuCode,supplierName,preferred\nA-1,Alpha,TRUE\n");

        Command said =
                whileServing(() -> Command.of("import", "acme", list.toString(), "--home", home.toString()), "none");

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err())
                .contains("The running service has the flow `supplier-import` of acme off: start it again");
    }

    /** Takes whatever is asked, as a service does, and has one flow run. */
    private Command whileServing(java.util.function.Supplier<Command> command, String flow) throws Exception {
        CompletableFuture<Command> said = CompletableFuture.supplyAsync(command);
        Eventually.isTrue("the end of the command", () -> {
            store.durably(tx -> tx.requests().take(SyncSetup.ACME)).ifPresent(request -> carryOut(request, flow));
            return said.isDone();
        });
        return said.get(1, TimeUnit.SECONDS);
    }

    private void carryOut(Request request, String flow) {
        store.saveDurably(tx -> {
            if (request.flows().contains(flow)) {
                RunId run = tx.runs().begin(SyncSetup.ACME, flow, SERVICE, Instant.EPOCH);
                tx.runs().finish(run, Outcome.COMPLETE, null, null, Instant.EPOCH);
                tx.requests().began(request.id(), run);
            }
            tx.requests().done(request.id());
        });
    }
}
