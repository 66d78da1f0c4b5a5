package com.optiply.picqer.service;

import static com.optiply.picqer.flow.ChoiceOfSuppliers.ALPHA;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.BETA;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.sku;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.filedrop.TableForm;
import com.optiply.picqer.filedrop.TableReader;
import com.optiply.picqer.filedrop.TableRow;
import com.optiply.picqer.filedrop.TableWriter;
import com.optiply.picqer.flow.ChoiceOfSuppliers;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.store.row.RunRow;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service with a customer's folder, as people use it. */
class FileDropTest {
    private static final String QUICK =
            """
            picqer-optiply.drop.every=100ms
            picqer-optiply.drop.still-for=100ms
            """;

    private final ChoiceOfSuppliers shop = ChoiceOfSuppliers.single(4);
    private final BlockingQueue<Path> answers = new LinkedBlockingQueue<>();
    private Customers customers;
    private Service service;

    @BeforeEach
    void start() throws IOException {
        Installation installation = shop.world.installation();
        Files.writeString(installation.properties(), QUICK, APPEND);
        customers = shop.world.engine().customers();
        shop.world.engine().close();
        service = Service.start(installation, customers, new Answers());
    }

    @AfterEach
    void end() {
        service.close();
        shop.close();
    }

    @Test
    void answersAWorkbookAndTakesItsCorrectedRejects() throws Exception {
        drop(
                "list.xlsx",
                List.of("preferred", "supplierName", "skuCode", "note"),
                List.of("TRUE", BETA, sku(1), "=a formula"),
                List.of("TRUE", "Beta Tradign", sku(2), "misspelt"));

        assertThat(answer()).isEqualTo(shop.folder("done").resolve("list.result.txt"));
        assertThat(shop.preferred().values()).containsOnlyOnce(BETA);
        List<List<String>> rejects = read(shop.folder("done").resolve("list.rejects.xlsx"));
        assertThat(rejects)
                .containsExactly(
                        List.of("preferred", "supplierName", "skuCode", "note", "row", "reason", "what_to_do"),
                        List.of(
                                "TRUE",
                                "Beta Tradign",
                                sku(2),
                                "misspelt",
                                "3",
                                "There is no supplier with the name `Beta Tradign` in Optiply.",
                                "Correct the supplierName: write it as Picqer or Optiply shows it."));

        List<String> corrected = new ArrayList<>(rejects.get(1));
        corrected.set(1, BETA);
        drop("list.rejects.xlsx", rejects.get(0), corrected);

        assertThat(answer()).content().contains("1 row read: 1 applied, 0 so already, 0 rejected.");
        assertThat(shop.preferred()).containsEntry(1, BETA).containsEntry(2, BETA);
        assertThat(shop.folder("in")).isEmptyDirectory();
        assertThat(shop.folder("importing")).isEmptyDirectory();
    }

    @Test
    void saysWhenItsFoldersCannotBeMade() throws Exception {
        Installation installation = shop.world.installation();
        Files.writeString(installation.properties(), "picqer-optiply.drop.folder=application.properties\n", APPEND);
        service.close();

        assertThatThrownBy(() -> Service.start(installation, customers, new Answers()))
                .isInstanceOf(InstallationException.class)
                .hasMessage(
                        "The folder `%s` for lists that people drop cannot be made or written. Let the user of this "
                                + "program write to it, or name another in `picqer-optiply.drop.folder`.",
                        installation.properties())
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void tellsOfAFileThatIsNoListAndOfOneThatItKnows() throws Exception {
        drop("list.csv", "sku;supplierName;preferred\n");
        assertThat(answer())
                .isEqualTo(shop.folder("failed").resolve("list.result.txt"))
                .content()
                .contains("The column `skuCode` is missing; the first row has `sku`, `supplierName`, `preferred`.");

        String list = ChoiceOfSuppliers.list(ChoiceOfSuppliers.row(3, BETA, true));
        drop("list.csv", list);
        assertThat(answer()).isEqualTo(shop.folder("done").resolve("list.result.txt"));
        drop("same.csv", list);
        assertThat(answer()).content().contains("The same content was applied before: as list.csv");
        drop("list.csv", list + ChoiceOfSuppliers.row(4, BETA, true));
        assertThat(answer())
                .isEqualTo(shop.folder("done").resolve("list (2).result.txt"))
                .content()
                .contains("2 rows read: 1 applied, 1 so already, 0 rejected.");
        assertThat(shop.preferred()).containsAllEntriesOf(Map.of(3, BETA, 4, BETA));
    }

    @Test
    void appliesWhatACommandInAnotherProcessBrings() throws Exception {
        Path list = shop.world.home().resolve("list.csv");
        Files.writeString(list, ChoiceOfSuppliers.list(ChoiceOfSuppliers.row(1, BETA, true)));
        try (Engine command = Engine.start(shop.world.installation(), customers, new Answers())) {
            FileImport.Imported imported = new FileImport(command, shop.world.installation())
                    .run(SyncSetup.ACME, list, DropPurpose.APPLY, (done, of) -> {});

            assertThat(imported.answer()).contains("1 row read: 1 applied");
            assertThat(shop.preferred()).containsEntry(1, BETA);
            String holder = service.engine().leases().holderOf(SyncSetup.ACME).orElseThrow();
            Optional<RunRow> run =
                    command.store().read(tx -> tx.runs().last(SyncSetup.ACME, Flow.SUPPLIER_IMPORT.code()));
            assertThat(run.map(RunRow::holder)).contains(holder);
        }
    }

    /** As they lie there after the service was stopped for a while. */
    @Test
    void takesTheListsOfAFolderInTheOrderInWhichTheyWereWritten() throws Exception {
        service.close();
        List<String> names = List.of("e.csv", "b.csv", "a.csv", "d.csv", "f.csv", "c.csv");
        Instant written = Instant.now().minusSeconds(3_600);
        for (String name : names) {
            boolean isBeta = names.indexOf(name) % 2 == 1;
            drop(
                    name,
                    ChoiceOfSuppliers.list(ChoiceOfSuppliers.row(1, isBeta ? BETA : ALPHA, true))
                            + "\n".repeat(1 + names.indexOf(name)));
            Files.setLastModifiedTime(
                    shop.folder("in").resolve(name), FileTime.from(written.plusSeconds(names.indexOf(name))));
        }

        service = Service.start(shop.world.installation(), customers, new Answers());

        for (String name : names) {
            assertThat(answer()).isEqualTo(shop.folder("done").resolve(name.replace(".csv", ".result.txt")));
        }
        assertThat(shop.preferred()).containsEntry(1, BETA);
    }

    private void drop(String name, String text) throws IOException {
        Files.writeString(shop.folder("in").resolve(name), text);
    }

    @SafeVarargs
    private void drop(String name, List<String>... rows) throws IOException {
        Path written = shop.world.home().resolve(name);
        try (TableWriter table = TableWriter.create(written, new TableForm.Xlsx())) {
            for (List<String> row : rows) {
                table.write(row);
            }
        }
        Files.move(written, shop.folder("in").resolve(name));
    }

    private static List<List<String>> read(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (TableReader table = TableReader.open(file)) {
            rows.add(table.header());
            for (var row = table.next(); row.isPresent(); row = table.next()) {
                rows.add(row.map(TableRow::cells).get());
            }
        }
        return rows;
    }

    private Path answer() throws InterruptedException {
        Path answer = answers.poll(60, TimeUnit.SECONDS);
        assertThat(answer).as("an answer").isNotNull();
        return answer;
    }

    private final class Answers implements RunListener {
        @Override
        public void fileAnswered(Run run, String name, Path result) {
            answers.add(result);
        }

        @Override
        public void fileRefused(Run run, String name, String why, Path result) {
            answers.add(result);
        }
    }
}
