package com.optiply.picqer.sync.dropped;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.filedrop.ContentDigest;
import com.optiply.picqer.filedrop.TableRefusedException;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.database.StoreSettings;
import com.optiply.picqer.store.row.DropId;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.store.row.DropState;
import com.optiply.picqer.store.row.DroppedFile;
import com.optiply.picqer.store.row.DroppedRow;
import com.optiply.picqer.store.row.RowOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people drop, from the file to its rows in the state: the files of {@code filedrop} in the test resources. */
class FileStagingTest {
    private static final Path SAMPLES = Path.of("src/test/resources/filedrop");
    private static final CustomerName ACME = new CustomerName("acme");
    private static final Instant NOON = Instant.parse("2025-10-08T12:00:00Z");

    @TempDir
    private static Path folder;

    private static Store store;

    @BeforeAll
    static void open() {
        store = Store.open(new StoreSettings("jdbc:sqlite:" + folder.resolve("state.db"), null, null));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void everyFileIsEitherRefusedInASentenceOrHasAnOutcomeForEveryRow() throws IOException {
        int refused = 0;
        int taken = 0;
        for (Path sample : samples()) {
            DroppedFile file = dropped(sample.getFileName().toString());
            try {
                new FileStaging(store).stage(file, sample);
                assertThat(found(file).state()).as("%s", sample).isEqualTo(DropState.STAGED);
                assertThat(found(file).rowCount())
                        .as("%s", sample)
                        .isEqualTo(rows(file).size());
                taken++;
            } catch (TableRefusedException why) {
                assertThat(why.getMessage()).as("%s", sample).endsWith(".").doesNotContain("Exception", "null");
                assertThat(why.advice()).as("%s", sample).isNotBlank();
                assertThat(found(file).state()).as("%s", sample).isEqualTo(DropState.CLAIMED);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(20);
        assertThat(taken).isGreaterThan(20);
    }

    @Test
    void saysWhatIsWrongWithTheNamesOfTheColumns() {
        refused("column-missing.csv", "The column `skuCode` is missing; the first row has `sku`, `supplierName`, ");
        refused("same-name-twice.csv", "The column `skuCode` stands in the first row more than once.");
        refused("same-name-twice.xlsx", "The column `preferred` stands in the first row more than once.");
        refused("title-above.csv", "are missing; the first row has `Preferred suppliers 2025`.");
        refused("whole-rows-quoted.csv", "are missing; the first row has `skuCode,supplierName,preferred`.");
        refused(
                "quotation-mark-in-the-names.csv",
                "The columns `supplierName`, `preferred` are missing; the first row has `skuCode`, "
                        + "`supplierName,preferred A-1,Alpha,TRUE A-2,A much longer name...`, `TRUE`.");
        refused("only-names.csv", "The file has its column names, and no row below them.");
    }

    @Test
    void refusesAFileInWhichAnOpenQuotationMarkSwallowsRows() throws IOException {
        String marked = "The row in line %d has swallowed the row in line %d: most likely a quotation mark";
        refused("quotation-mark-closed-rows-later.csv", marked.formatted(2, 3));
        refused("quotation-mark-in-a-note.csv", marked.formatted(3, 4));
        refused("quotation-mark-where-all-are-quoted.csv", marked.formatted(2, 3));
        refused("quotation-mark-before-bad-rows.csv", marked.formatted(2, 3));
        refused("quotation-mark-left-open.csv", "The row that begins in line 2 does not end: most likely");
        assertThat(outcomes("line-breaks-in-cells.csv"))
                .containsExactly("2 open", "4 open", "5 no_supplier_name", "6 open");
        assertThat(outcomes("line-breaks-in-notes.csv")).containsExactly("2 open", "6 open", "8 open");
    }

    @Test
    void losesNoRowToAMarkThatIsLeftOpenBesideCellsThatAreQuotedOrWrong() throws IOException {
        refusedBelow(2, "A1,Alpha,maybe,\"open", "A2,Beta,TRUE,x", "A3,Beta,TRUE,17\" rack");
        refusedBelow(2, "A1,\"Acme, Inc\",TRUE,\"open", "A2,Bolt,TRUE,x", "A3,\"Nut, Ltd\",TRUE,y");
        refusedBelow(2, "A1,Acme,TRUE,\"open", "A2,\"Nut, Ltd\",TRUE,x");
        Path note = list("A1,\"Acme, Inc\",TRUE,\"dear, slow", "and late, too\"", "A2,Bolt,TRUE,x");
        assertThat(outcomes(note)).containsExactly("2 open", "4 open");
    }

    private static void refusedBelow(int line, String... rows) throws IOException {
        Path list = list(rows);
        DroppedFile file = dropped("list.csv");
        assertThatThrownBy(() -> new FileStaging(store).stage(file, list))
                .isInstanceOf(TableRefusedException.class)
                .hasMessageStartingWith(
                        "The row in line %d has swallowed the row in line %d: most likely", line, line + 1);
    }

    private static Path list(String... rows) throws IOException {
        String text = "skuCode,supplierName,preferred,note\n" + String.join("\n", rows) + "\n";
        return Files.writeString(folder.resolve("list.csv"), text);
    }

    @Test
    void rejectsRowsThatAreCutShortTooLongOrWithoutACode() throws IOException {
        assertThat(outcomes("ragged-rows.csv"))
                .containsExactly("2 no_supplier_name", "3 bad_preferred", "5 open", "6 no_sku");
        assertThat(outcomes("gigantic-cell.csv")).containsExactly("2 too_long", "3 open");
        assertThat(outcomes("merged-cells.xlsx")).containsExactly("2 open", "3 no_sku", "4 open");
        assertThat(outcomes("typed-cells.xlsx"))
                .containsExactly("2 open", "4 open", "5 open", "6 no_sku", "8 no_supplier_name");
    }

    @Test
    void takesWhatExcelSavesInOtherLanguages() throws IOException {
        assertThat(outcomes("german-excel.csv")).containsExactly("3 open", "4 open");
        assertThat(outcomes("french-excel.csv")).containsExactly("2 open", "3 open");
    }

    @Test
    void takesTheSamplesOfTheDocumentation() throws IOException {
        Path docs = Path.of("src/docs");
        Path csv = docs.resolve("samples/preferred-suppliers.csv");
        assertThat(outcomes(csv)).containsExactly("2 open", "3 open");
        assertThat(outcomes(docs.resolve("samples/preferred-suppliers.xlsx"))).containsExactly("2 open", "3 open");
        assertThat(docs.resolve("file-drop.md"))
                .content()
                .contains("```\n" + Files.readString(csv).replace("\r", "") + "```");
    }

    @Test
    void refusesMoreThanAListCanHave() throws IOException {
        Path three = folder.resolve("three.csv");
        Files.writeString(three, "skuCode,supplierName,preferred\nA-1,Alpha,1\nA-2,Alpha,1\nA-3,Alpha,1\n");
        DroppedFile file = dropped("three.csv");

        assertThatThrownBy(() -> limited(1_000, 2).stage(file, three))
                .isInstanceOf(TableRefusedException.class)
                .hasMessage("The file has more than 2 rows.");
        assertThatThrownBy(() -> limited(10, 3).stage(file, three))
                .isInstanceOf(TableRefusedException.class)
                .hasMessageContaining("MB, and a list may have");
        assertThat(limited(1_000, 3).stage(file, three)).isTrue();
    }

    private static FileStaging limited(long bytes, long rows) {
        return new FileStaging(store, new FileStaging.Limits(bytes, rows));
    }

    @Test
    void aFileThatSomebodyWroteToMeanwhileIsReadAnew() throws IOException {
        Path slow = folder.resolve("slow.csv");
        Files.writeString(slow, "skuCode,supplierName,preferred\n");
        String begun = ContentDigest.of(slow);
        DroppedFile file = dropped("slow.csv");
        Files.writeString(slow, "A-1,Alpha,TRUE\n", APPEND);

        assertThat(new FileStaging(store).stage(file, slow, begun)).isFalse();
        assertThat(found(file).state()).isEqualTo(DropState.CLAIMED);

        Files.writeString(slow, "A-2,Alpha,TRUE\n", APPEND);
        assertThat(new FileStaging(store).stage(file, slow)).isTrue();
        assertThat(found(file).rowCount()).isEqualTo(2);
        assertThat(rows(file)).extracting(DroppedRow::sku).containsExactly("A-1", "A-2");
    }

    @Test
    void halfAWorkbookThatIsStillWrittenIsNotRefused() throws IOException {
        Path slow = folder.resolve("slow.xlsx");
        Files.copy(SAMPLES.resolve("cut-off.xlsx"), slow);
        String begun = "another content's";
        DroppedFile file = dropped("slow.xlsx");

        assertThat(new FileStaging(store).stage(file, slow, begun)).isFalse();
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> !file.toString().endsWith(".expected"))
                    .sorted()
                    .toList();
        }
    }

    private static void refused(String sample, String why) {
        DroppedFile file = dropped(sample);
        assertThatThrownBy(() -> new FileStaging(store).stage(file, SAMPLES.resolve(sample)))
                .isInstanceOf(TableRefusedException.class)
                .hasMessageContaining(why);
    }

    /** Of each row its number, and why it was rejected, if it was. */
    private static List<String> outcomes(String sample) throws IOException {
        return outcomes(SAMPLES.resolve(sample));
    }

    private static List<String> outcomes(Path sample) throws IOException {
        DroppedFile file = dropped(sample.getFileName().toString());
        new FileStaging(store).stage(file, sample);
        return rows(file).stream()
                .map(row -> row.number() + " " + (row.outcome() == RowOutcome.OPEN ? "open" : row.reason()))
                .toList();
    }

    private static DroppedFile dropped(String name) {
        DropId id = store.durably(tx -> tx.droppedFiles().add(ACME, name, DropPurpose.FORCE, NOON));
        return store.read(tx -> tx.droppedFiles().find(id)).orElseThrow();
    }

    private static DroppedFile found(DroppedFile file) {
        return store.read(tx -> tx.droppedFiles().find(file.id())).orElseThrow();
    }

    private static List<DroppedRow> rows(DroppedFile file) {
        return store.read(tx -> tx.droppedRows().page(file.id(), 0, 1_000));
    }
}
