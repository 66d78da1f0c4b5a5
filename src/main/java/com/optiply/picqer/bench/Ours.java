package com.optiply.picqer.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.flow.Problem;
import com.optiply.picqer.service.Engine;
import com.optiply.picqer.service.Installation;
import com.optiply.picqer.service.OneTimeRun;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.store.Outcome;
import com.optiply.picqer.sync.Flow;
import com.optiply.picqer.sync.RunReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.camel.util.FileUtil;

/** This program, as {@code run} runs it: with the routes and properties on disk, but a state of its own. */
final class Ours implements Contender {
    private final Path home;
    private final Engine engine;

    private Ours(Path home, Engine engine) {
        this.home = home;
        this.engine = engine;
    }

    static Ours start(Addresses sandbox, List<Long> accounts, Path properties, Path routes) {
        List<CustomerSettings> customers = accounts.stream()
                .map(account -> new BenchAccount(account).settings(sandbox))
                .toList();
        try {
            Path home = Files.createTempDirectory("picqer-optiply-bench");
            Installation installation = new Installation(withStateIn(home, properties), routes);
            return new Ours(home, Engine.start(installation, new Customers(customers), new Unheard()));
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /** Never the state that the installation works with. */
    private static Path withStateIn(Path home, Path properties) throws IOException {
        Properties values = new Installation(properties, home).readProperties();
        values.remove("picqer-optiply.database.user");
        values.setProperty("picqer-optiply.database.url", "jdbc:sqlite:" + home.resolve("state.db"));
        Path file = home.resolve("application.properties");
        try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
            values.store(out, null);
        }
        return file;
    }

    @Override
    public long sync(Sync sync, BenchAccount account) {
        RunReport report = completed(run(account.customer()));
        long expected = sync == Sync.FIRST
                ? report.counts().written().create()
                : report.counts().unchanged();
        if (expected != report.counts().read()) {
            throw new BenchException("The " + sync + " sync came to something else than it should: " + report);
        }
        return report.counts().read();
    }

    private RunResult run(CustomerName customer) {
        return Contender.talk(() ->
                new OneTimeRun(engine).run(customer, List.of(Flow.PRODUCTS)).get(0));
    }

    private static RunReport completed(RunResult result) {
        RunReport report = result.report();
        if (result.thrown() != null) {
            throw new BenchException("The sync failed: " + Problem.sentence(result.thrown()), result.thrown());
        }
        if (report == null || report.outcome() != Outcome.COMPLETE) {
            throw new BenchException("The sync did not complete: " + report);
        }
        return report;
    }

    @Override
    public void close() {
        engine.close();
        FileUtil.removeDir(home.toFile());
    }
}
