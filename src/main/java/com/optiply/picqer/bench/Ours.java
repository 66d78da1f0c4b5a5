package com.optiply.picqer.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.flow.run.Problem;
import com.optiply.picqer.service.Engine;
import com.optiply.picqer.service.FileImport;
import com.optiply.picqer.service.Installation;
import com.optiply.picqer.service.OneTimeRun;
import com.optiply.picqer.service.RequiredRoutes;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
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
    private static final String SKU = "SKU-";
    private static final int FIRST_SKU = 100_001;

    private final Path home;
    private final Installation installation;
    private final Engine engine;

    private Ours(Path home, Installation installation, Engine engine) {
        this.home = home;
        this.installation = installation;
        this.engine = engine;
    }

    static Ours start(Addresses sandbox, List<Long> accounts, Path properties, Path routes) {
        List<CustomerSettings> customers = accounts.stream()
                .map(account -> new BenchAccount(account).settings(sandbox))
                .toList();
        try {
            Path home = Files.createTempDirectory("picqer-optiply-bench");
            Installation installation = new Installation(withStateIn(home, properties), routes);
            RequiredRoutes.require(installation);
            return new Ours(home, installation, Engine.start(installation, new Customers(customers), new Unheard()));
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
        return run(customer, Flow.PRODUCTS);
    }

    private RunResult run(CustomerName customer, Flow flow) {
        return Contender.talk(
                () -> new OneTimeRun(engine).run(customer, List.of(flow)).get(0));
    }

    /** Everything that a list of preferred suppliers is about. */
    void pull(BenchAccount account) {
        for (Flow flow : List.of(Flow.SUPPLIERS, Flow.PRODUCTS, Flow.SUPPLIER_PRODUCTS)) {
            completed(run(account.customer(), flow));
        }
    }

    /** Gives every product of the shop its second supplier. @return how many rows were applied */
    long importList(BenchAccount account, int rows) {
        Path list = home.resolve("list.csv");
        try (BufferedWriter text = Files.newBufferedWriter(list, UTF_8)) {
            text.write("skuCode,supplierName,preferred\n");
            for (int product = 0; product < rows; product++) {
                String supplier = "Supplier " + ImportStage.secondSupplier(product, rows);
                text.write(SKU + (FIRST_SKU + product) + "," + supplier + ",TRUE\n");
            }
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
        FileImport.Imported imported = Contender.talk(() -> new FileImport(engine, installation)
                .run(account.customer(), list, DropPurpose.APPLY, (done, of) -> {}));
        if (!imported.answer().contains(rows + " rows read: " + rows + " applied")) {
            throw new BenchException("The import came to something else than it should: " + imported.answer());
        }
        return rows;
    }

    /** Which product of the shop that is, from 0. */
    static int number(String sku) {
        return Integer.parseInt(sku.substring(SKU.length())) - FIRST_SKU;
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
