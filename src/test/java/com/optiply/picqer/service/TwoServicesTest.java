package com.optiply.picqer.service;

import static com.optiply.picqer.flow.ChoiceOfSuppliers.BETA;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.list;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.row;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.sku;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.filedrop.TableForm;
import com.optiply.picqer.filedrop.TableWriter;
import com.optiply.picqer.flow.ChoiceOfSuppliers;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.TestDatabase;
import com.optiply.picqer.sync.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two services with one state, which look into the same folders: each file is one's alone. */
@OnEveryDatabase
class TwoServicesTest {
    private static final int PRODUCTS = 6;
    private static final String QUICK =
            """
            picqer-optiply.drop.every=50ms
            picqer-optiply.drop.still-for=50ms
            """;

    private final TestDatabase database;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    TwoServicesTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void answerEveryFileOnce() throws Exception {
        SyncSetup setup = SyncSetup.plain(PRODUCTS)
                .keepingStateIn(() -> database.prepared().jdbcUrl());
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.of(setup)) {
            Installation installation = shop.world.installation();
            Files.writeString(installation.properties(), QUICK, APPEND);
            Customers customers = shop.world.engine().customers();
            shop.world.engine().close();
            try (Service one = start(installation, customers);
                    Service other = start(installation, customers)) {
                assertThat(one.engine().leases().holds(SyncSetup.ACME)).isTrue();
                assertThat(other.engine().leases().holds(SyncSetup.ACME)).isFalse();
                for (int product = 1; product <= PRODUCTS; product++) {
                    drop(shop, product);
                }
                requireAnswers(shop);
            }

            assertThat(shop.preferred()).hasSize(PRODUCTS).containsValue(BETA);
            assertThat(Set.copyOf(shop.preferred().values())).containsExactly(BETA);
            assertThat(HomeFolder.names(shop.folder("done"))).hasSize(2 * PRODUCTS);
            assertThat(shop.folder("in")).isEmptyDirectory();
            assertThat(shop.folder("importing")).isEmptyDirectory();
            assertThat(shop.picqerWrites()).hasSize(PRODUCTS);
        }
    }

    private Service start(Installation installation, Customers customers) {
        return Service.start(installation, customers, new Answers());
    }

    /** Every other one as a workbook. */
    private static void drop(ChoiceOfSuppliers shop, int product) throws IOException {
        boolean isText = product % 2 == 0;
        Path written = shop.world.home().resolve("list-" + product + (isText ? ".csv" : ".xlsx"));
        if (isText) {
            Files.writeString(written, list(row(product, BETA, true)));
        } else {
            try (TableWriter table = TableWriter.create(written, new TableForm.Xlsx())) {
                table.write(List.of("skuCode", "supplierName", "preferred"));
                table.write(List.of(sku(product), BETA, "TRUE"));
            }
        }
        Files.move(written, shop.folder("in").resolve(written.getFileName()));
    }

    private void requireAnswers(ChoiceOfSuppliers shop) throws InterruptedException, IOException {
        Set<String> told = new TreeSet<>();
        for (int file = 0; file < PRODUCTS; file++) {
            String answer = answers.poll(60, TimeUnit.SECONDS);
            assertThat(answer).as("an answer").isNotNull();
            told.add(answer);
        }
        assertThat(told).as("files that were answered").hasSize(PRODUCTS);
        assertThat(answers).as("answers besides").isEmpty();
        for (String name : told) {
            assertThat(shop.read("done", name.replaceFirst("[.]\\w+$", ".result.txt")))
                    .contains("1 row read: 1 applied, 0 so already, 0 rejected.");
        }
    }

    private final class Answers implements RunListener {
        @Override
        public void fileAnswered(Run run, String name, Path result) {
            answers.add(name);
        }

        @Override
        public void fileRefused(Run run, String name, String why, Path result) {
            answers.add(name + ": " + why);
        }
    }
}
