package com.optiply.picqer.harness;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.StateRows;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sandbox.server.Occurrences;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * SIGTERM while both accounts hang for longer than anybody would wait, with the times that the program has by default:
 * it ends in time all the same, and the next runs finish what these could not.
 */
@Timeout(180)
class StopTest {
    private static final long SECONDS_MAX = 20;
    private static final int NEWCOMERS = 12;
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Path home = HomeFolder.lay("stop");
    private final String state = HomeFolder.stateUrl(home);
    // The next runs wait as long as a request may be silent before they settle what was left in doubt.
    private final SyncSetup setup =
            SmallLife.setup().silentAtMost(Duration.ofSeconds(2)).keepingStateIn(() -> state);
    private final SyncWorld world = setup.start();
    private final SmallShop shop = new SmallShop(world);

    @AfterEach
    void end() {
        world.close();
        HomeFolder.remove(home);
    }

    @Test
    void itEndsInTimeInTheMiddleOfWritesAndOfReadsThatHangAndTheNextRunsFinishThem() throws Exception {
        world.runAll();
        SentSoFar sent = new SentSoFar(world);
        int before = world.account().count("products");
        int runsBefore = outcomes().size();
        peopleWork();
        sent.note();
        writeHome();
        hang();
        Program service = Program.startLoggingAll(home);
        int exit;
        try {
            service.runsUntil("writes and reads hang", () -> struck().size() == 2);
            service.stop();
            exit = service.exitWithin(SECONDS_MAX);
        } finally {
            service.kill(); // Where it did not end it would outlive this test.
        }

        assertThat(exit).as(service.err()).isZero();
        assertThat(service.err()).doesNotContain("\tat ");
        assertThat(world.account().count("products") - before)
                .as("created by then")
                .isBetween(3, NEWCOMERS - 1);
        int runsByThen = outcomes().size();
        Canaries.requireNoneIn(home);
        world.faults().clear();
        shop.change();
        sent.note();
        world.run(SmallShop.FLOWS);
        assertThat(outcomes().subList(runsBefore, runsByThen))
                .as("of the runs of the service")
                .containsAnyOf("failed", "interrupted")
                .isSubsetOf("complete", "failed", "interrupted");
        assertThat(sent.differences()).isEmpty();
        world.sandbox().log().clear();
        world.run(SmallShop.FLOWS);
        assertThat(world.writes()).as("writes without a change").isEmpty();
    }

    private void peopleWork() {
        for (int number = 1; number <= NEWCOMERS; number++) {
            ObjectNode product = JsonNodeFactory.instance
                    .objectNode()
                    .put("productcode", "NEW-" + number)
                    .put("name", "Newcomer " + number)
                    .put("price", number);
            world.user().addProduct(product);
        }
        shop.sellOneMore();
    }

    /** Nothing is said of how long a stop may take, and a silent server is waited for as long as it is by default. */
    private void writeHome() {
        HomeFolder.writeProperties(home, setup.silentAtMost(Duration.ofMinutes(1)), state);
        HomeFolder.replace(home.resolve("application.properties"), "camel.main.shutdown-timeout=5\n", "");
        HomeFolder.writeCustomer(home, world.sandbox());
    }

    /** Optiply carries the third create out and says nothing; the list of Picqer's orders comes to a standstill. */
    private void hang() {
        world.sandbox().log().clear();
        world.faults()
                .add(Fault.timeOutAfter()
                        .on("POST", "/optiply/v1/products")
                        .occurring(Occurrences.from(3, Long.MAX_VALUE)));
        world.faults().add(Fault.trickle(LONG).on("GET", "/picqer/acme/api/v1/orders"));
    }

    /** The methods of what hangs. */
    private Set<String> struck() {
        return world.sandbox().log().requests(request -> request.fault() != null).stream()
                .map(LoggedRequest::method)
                .collect(toSet());
    }

    private List<String> outcomes() {
        return StateRows.read(state).outcomes();
    }
}
