package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.ChoiceOfSuppliers.ALPHA;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.BETA;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.list;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.service.FileImport.Imported;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.store.row.DroppedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several lists of one customer, and lists whose way is broken off. */
class ListsInTurnTest {
    private static final String PRODUCT = "/picqer/acme/api/v1/products/.*";

    @Test
    void anOlderListThatIsPutOffIsNotOvertakenByANewerOne() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.multi(2)) {
            putOff(shop, "older.csv", list(row(1, BETA, true)));

            Imported newer = shop.apply("newer.csv", list(row(1, ALPHA, true), row(2, BETA, true)));

            assertThat(newer.answer()).isEmpty();
            assertThat(newer.behind()).isEqualTo("older.csv");
            assertThat(shop.preferred()).isEmpty();
            shop.goOnAtOnce();
            shop.goOnAtOnce();
            assertThat(shop.read("done", "older.result.txt")).contains("1 row read: 1 applied");
            assertThat(shop.read("done", "newer.result.txt")).contains("2 rows read: 2 applied");
            assertThat(shop.preferred()).isEqualTo(Map.of(1, ALPHA, 2, BETA));
        }
    }

    @Test
    void whatOnlyIsToBeShownDoesNotWaitForAnOlderList() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.multi(1)) {
            putOff(shop, "older.csv", list(row(1, BETA, true)));

            assertThat(shop.apply("newer.csv", list(row(1, ALPHA, true)), DropPurpose.PREVIEW)
                            .answer())
                    .contains("1 row read: 1 would be applied");
        }
    }

    /** A folder is copied as one, and cannot be read: as it is with a disk that is full by then. */
    @Test
    void nothingStaysOfAListThatItsCommandCouldNotRead() throws IOException {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.multi(1)) {
            Path folder = Files.createDirectories(shop.world.home().resolve("list.csv"));

            assertThatThrownBy(() -> shop.apply(folder, DropPurpose.APPLY)).isInstanceOf(UncheckedIOException.class);

            assertThat(open(shop)).isEmpty();
            assertThat(shop.folder("importing")).isEmptyDirectory();
        }
    }

    @Test
    void aListIsAnsweredAlthoughSomebodyMadeNoListOfItAfterItHadBeenRead() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.multi(2)) {
            shop.world.watch(request -> {
                if (request.method().equals("PATCH")) {
                    HomeFolder.write(shop.folder("importing").resolve("1-list.csv"), "");
                }
            });

            assertThat(shop.apply("list.csv", list(row(1, BETA, true), row(2, "Nobody", true)))
                            .answer())
                    .contains("2 rows read: 1 applied, 0 so already, 1 rejected.")
                    .contains("The file was changed after it had been read");
        }
    }

    @Test
    void aListWithTheLongestNameIsAnsweredUnderAShorterOne() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.multi(2)) {
            String name = "é".repeat(125) + ".csv";

            Imported first = shop.apply(name, list(row(1, BETA, true), row(2, "Nobody", true)));
            Imported second = shop.apply(name, list(row(1, BETA, true)));

            assertThat(first.answer()).contains("2 rows read: 1 applied, 0 so already, 1 rejected.");
            assertThat(first.result()).hasContent(first.answer().strip());
            assertThat(second.result()).hasContent(second.answer().strip()).isNotEqualTo(first.result());
            assertThat(second.result().getFileName().toString()).endsWith("é (2).result.txt");
            assertThat(shop.folder("importing")).isEmptyDirectory();
        }
    }

    /** How much of it was applied after the backup is not known. */
    @Test
    void aListThatWasUnderWayIsNotGoneOnWithInAStateThatWasPutBack() throws Exception {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.single(2)) {
            shop.world.faults().add(Fault.drop().on("PUT", PRODUCT));
            assertThat(shop.apply("list.csv", list(row(1, BETA, true))).answer())
                    .isEmpty();
            Path copy = shop.world.backUp();
            Path underWay = shop.folder("importing").resolve("1-list.csv");
            assertThat(Files.exists(underWay)).isTrue();
            shop.world.faults().clear();

            shop.world.putBack(copy);
            shop.world.runAll();
            shop.goOnAtOnce();

            assertThat(shop.picqersSupplier(1)).isNotEqualTo(shop.beta);
            assertThat(shop.apply("later.csv", list(row(2, BETA, true))).answer())
                    .contains("1 row read: 1 applied");
            assertThat(shop.read("failed", "list.result.txt")).contains("put back from a copy", "Drop the file again.");
            assertThat(underWay).doesNotExist();
        }
    }

    @Test
    void aKeyThatMayNotWriteProductsRejectsTheRowAndSaysWhatToDo() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.single(2)) {
            shop.world.faults().add(Fault.status(403).on("PUT", PRODUCT));

            assertThat(shop.apply("list.csv", list(row(1, BETA, true), row(2, ALPHA, true)))
                            .answer())
                    .contains("2 rows read: 0 applied, 1 so already, 1 rejected.")
                    .contains("1 row, no_right_in_picqer")
                    .contains("the right to write products");
            assertThat(shop.preferred()).isEqualTo(Map.of(1, ALPHA, 2, ALPHA));
        }
    }

    private static void putOff(ChoiceOfSuppliers shop, String name, String list) {
        shop.world.faults().add(Fault.drop().on("GET", "/optiply/v1/supplierProducts"));
        assertThat(shop.apply(name, list).answer()).isEmpty();
        shop.world.faults().clear();
    }

    private static List<DroppedFile> open(ChoiceOfSuppliers shop) {
        return shop.world.engine().store().read(tx -> tx.droppedFiles().open(SyncSetup.ACME));
    }
}
