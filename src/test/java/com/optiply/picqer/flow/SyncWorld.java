package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.Customer;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.oracle.Account;
import com.optiply.picqer.oracle.Comparison;
import com.optiply.picqer.oracle.History;
import com.optiply.picqer.oracle.Oracle;
import com.optiply.picqer.oracle.Resource;
import com.optiply.picqer.oracle.Settings;
import com.optiply.picqer.oracle.Shop;
import com.optiply.picqer.oracle.Verdict;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.service.Engine;
import com.optiply.picqer.service.Installation;
import com.optiply.picqer.service.OneTimeRun;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.service.StateBackups;
import com.optiply.picqer.store.EmptyState;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A whole world in one process: a Picqer shop, an Optiply account, and the engine with the real routes and a real
 * database between them.
 */
public final class SyncWorld extends SimulatedAccounts implements AutoCloseable {
    private SyncSetup setup;
    private final Path home;
    private final RunEvents events = new RunEvents();
    private final ShiftedClock clock = new ShiftedClock();
    private String stateUrl;
    private int states;
    private int copies;
    private @Nullable Engine engine;

    private SyncWorld(SyncSetup setup) throws IOException {
        super(setup);
        this.setup = setup;
        home = HomeFolder.lay("sync-world");
        stateUrl = freshState();
    }

    static SyncWorld start(SyncSetup setup) {
        try {
            SyncWorld world = new SyncWorld(setup);
            world.startEngine();
            return world;
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    private String freshState() {
        if (setup.freshState() != null) {
            return setup.freshState().get();
        }
        states++;
        Path file = home.resolve("state-" + states + ".db");
        EmptyState.copyTo(file);
        return "jdbc:sqlite:" + file;
    }

    private void startEngine() throws IOException {
        Files.writeString(home.resolve("application.properties"), setup.properties(stateUrl));
        engine = Engine.start(installation(), new Customers(List.of(setup.customer(sandbox()))), events, clock);
    }

    /** The folder that the program runs in. */
    public Installation installation() {
        return Installation.find(home, null, null);
    }

    public Path home() {
        return home;
    }

    /** Stops the engine as the end of its process would, and starts another one on the same state. */
    public void restart() {
        stop();
        start();
    }

    /** Leaves the state to another process. */
    public void stop() {
        engine().close();
    }

    /** Starts another engine on the state, after the one before was stopped. */
    public void start() {
        try {
            startEngine();
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    /** Starts the engine anew after somebody changed the customer's file. */
    public void choose(Consumer<Customer> choices) {
        setup = setup.choosing(choices);
        restart();
    }

    /** Starts the engine anew after somebody took the coupling out of the customer's file. */
    public void leaveOutCoupling() {
        setup = setup.withoutCoupling();
        restart();
    }

    /** Starts the engine anew after somebody wrote these routes into the customer's file; none: took them out. */
    public void writeRoutes(String... routes) {
        Path file = home.resolve("routes/customers/acme.yaml");
        try {
            Files.deleteIfExists(file);
            if (routes.length > 0) {
                Files.writeString(file, String.join("\n", routes));
            }
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
        restart();
    }

    /** Starts the engine anew after somebody deleted the database. */
    public void loseState() {
        stateUrl = freshState();
        restart();
    }

    /** Copies the state, as the command does. */
    public Path backUp() {
        copies++;
        Path copy = home.resolve("backup-" + copies + ".db");
        new StateBackups(Installation.find(home, null, null)).make(copy);
        return copy;
    }

    /** Stops the engine, puts a copy of the state back as the command does, and starts it again. */
    public void putBack(Path copy) {
        stop();
        new StateBackups(Installation.find(home, null, null)).restore(copy);
        start();
    }

    /** Puts the program's clock forward. */
    public void goOn(Duration duration) {
        clock.goOn(duration);
    }

    /** Runs the products flow, which must come to its end. */
    public RunReport run() {
        return run(Flow.PRODUCTS).get(0);
    }

    /** Runs the products flow, which may break off. */
    public RunResult tryRun() {
        return tryRun(Flow.PRODUCTS).get(0);
    }

    /** Runs every flow in the order of the flows; each must come to its end. */
    public List<RunReport> runAll() {
        return run(Flow.values());
    }

    /** Runs these flows, each to its end. */
    public List<RunReport> run(Flow... flows) {
        List<RunResult> results = tryRun(flows);
        assertThat(results)
                .extracting(RunResult::thrown)
                .as("what runs broke off with")
                .containsOnlyNulls();
        assertThat(results).hasSize(flows.length);
        return results.stream()
                .map(RunResult::report)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Runs these flows; each may break off. */
    public List<RunResult> tryRun(Flow... flows) {
        try {
            return new OneTimeRun(engine()).run(SyncSetup.ACME, List.of(flows));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What the oracle says of each source record of a resource. */
    public Map<String, Verdict> verdicts(Resource resource) {
        Settings settings = setup.oracle(sandbox());
        return Oracle.of(Shop.read(shop(), ShopOptions.KEY), settings, History.none())
                .verdicts(resource);
    }

    /** The customer in the oracle's own words. */
    public Settings oracleSettings() {
        return setup.oracle(sandbox());
    }

    /** What the oracle finds wrong with everything that Optiply holds. */
    public List<String> differences() {
        return differences(History.none());
    }

    /**
     * What the oracle finds wrong after a first load, when nothing can have been sent by an earlier rule: what the
     * rules of today keep out must not be there.
     */
    public List<String> differencesOfAFirstLoad() {
        return differences(held -> History.none());
    }

    /** What the oracle finds wrong, told what no document of today can tell. */
    public List<String> differences(History history) {
        return differences(history::trusting);
    }

    private List<String> differences(Function<Account, History> history) {
        Settings settings = setup.oracle(sandbox());
        Shop documents = Shop.read(shop(), ShopOptions.KEY);
        Account held = Account.read(account(), settings, documents);
        return Oracle.of(documents, settings, history.apply(held)).differences(held);
    }

    /** Fails unless everything agrees: Picqer, Optiply, the state, and the accounting of this complete run. */
    public void requireInStep(RunReport complete) {
        Comparison comparison = compare();
        assertThat(comparison.differences()).as("differences").isEmpty();
        assertThat(state().disagreements(products())).as("state and Optiply").isEmpty();
        Accounting.requireSound(complete, comparison.verdicts());
    }

    /** A run without a change in Picqer: it must come to its end and write nothing. */
    public RunReport requireIdle() {
        sandbox().log().clear();
        RunReport report = run();
        assertThat(writes()).as("writes of a run without changes").isEmpty();
        requireInStep(report);
        return report;
    }

    /** The products next to the oracle. */
    public Comparison compare() {
        return compare(Resource.PRODUCTS);
    }

    /** One resource next to the oracle; what Optiply holds under a remote id of ours counts as sent before. */
    public Comparison compare(Resource resource) {
        Settings settings = setup.oracle(sandbox());
        Shop documents = Shop.read(shop(), ShopOptions.KEY);
        Account held = Account.read(account(), settings, documents);
        History history = History.none().trusting(held);
        removed().forEach(id -> history.gone(Resource.PRODUCTS, Long.toString(id)));
        return Oracle.of(documents, settings, history).compare(resource, held);
    }

    public StateRows state() {
        return StateRows.read(stateUrl);
    }

    /** How many records the state knows. */
    public long links() {
        return StateRows.count(stateUrl);
    }

    /** As its file says now. */
    CustomerSettings customer() {
        return setup.customer(sandbox());
    }

    public Engine engine() {
        return Objects.requireNonNull(engine);
    }

    public RunEvents events() {
        return events;
    }

    @Override
    public void close() {
        engine().close();
        sandbox().close();
        HomeFolder.remove(home);
    }
}
