package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.ChoiceOfSuppliers.ALPHA;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.BETA;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.list;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.row;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.sku;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.sandbox.optiply.OptiplySwitches.Preferred;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.service.FileImport.Imported;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.sync.run.Flow;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists of preferred suppliers, from the file to both APIs. */
class SupplierImportTest {

    @Test
    void makesTheSupplierThePreferredOneInBothWherePicqerDecides() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.single(3)) {
            Imported imported = shop.apply("list.csv", list(row(1, BETA, true), row(2, ALPHA, true)));

            assertThat(imported.answer()).contains("2 rows read: 1 applied, 1 so already, 0 rejected.");
            assertThat(shop.preferred()).isEqualTo(Map.of(1, BETA, 2, ALPHA, 3, ALPHA));
            assertThat(shop.picqersSupplier(1)).isEqualTo(shop.beta);
            assertThat(shop.read("done", "list.result.txt")).isEqualTo(imported.answer());
            shop.requireTheNextPullToWriteNothing();
        }
    }

    @Test
    void leavesPicqerAloneWhereTheChoiceIsOptiplys() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.multi(3)) {
            shop.apply("list.csv", list(row(1, BETA, true), row(2, "beta  trading", true), row(3, ALPHA, false)));

            assertThat(shop.preferred()).isEqualTo(Map.of(1, BETA, 2, BETA));
            assertThat(shop.picqerWrites()).isEmpty();

            shop.apply("back.csv", list(row(1, ALPHA, true), row(2, BETA, false)));

            assertThat(shop.preferred()).isEqualTo(Map.of(1, ALPHA));
            shop.requireTheNextPullToWriteNothing();
        }
    }

    @Test
    void takesThePreferenceAwayForGoodUntilAnotherListGivesItBack() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.single(2)) {
            shop.apply("list.csv", list(row(1, ALPHA, false)));

            assertThat(shop.preferred()).isEqualTo(Map.of(2, ALPHA));
            shop.requireTheNextPullToWriteNothing();

            shop.apply("back.csv", list(row(1, ALPHA, true)));

            assertThat(shop.preferred()).isEqualTo(Map.of(1, ALPHA, 2, ALPHA));
            assertThat(shop.picqerWrites()).isEmpty();
            shop.requireTheNextPullToWriteNothing();
        }
    }

    @Test
    void rejectsBadRowsAndTakesThemOnceTheyAreCorrected() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.multi(4)) {
            Imported imported = shop.apply(
                    "list.csv",
                    list(
                            row(1, BETA, true),
                            "SKU-9," + BETA + ",TRUE\n",
                            row(2, "Nobody", true),
                            sku(3) + "," + BETA + ",perhaps\n",
                            row(4, ALPHA, true),
                            row(4, BETA, true)));

            assertThat(imported.answer())
                    .contains("6 rows read: 1 applied, 0 so already, 5 rejected.")
                    .contains("  2 rows, two_suppliers\n  rows 6-7\n    Row 6: Row 7 also says TRUE for this skuCode")
                    .contains("    Leave TRUE in one row; remove the other,");
            String rejects = shop.read("done", "list.rejects.csv");
            assertThat(rejects.lines())
                    .hasSize(6)
                    .first()
                    .isEqualTo("skuCode,supplierName,preferred,row,reason,what_to_do");
            assertThat(rejects)
                    .contains("SKU-9,Beta Trading,TRUE,3,There is no product with the skuCode `SKU-9`.,")
                    .contains(",4,There is no supplier with the name `Nobody` in Optiply.,")
                    .contains(",5,The column preferred says `perhaps`.,Write TRUE or FALSE.")
                    .contains(",6,\"Row 7 also says TRUE")
                    .contains(",7,\"Row 6 also says TRUE");

            String corrected = rejects.replace("SKU-9", sku(2))
                    .replace(sku(2) + ",Nobody", sku(3) + "," + BETA)
                    .replace("perhaps", "TRUE")
                    .lines()
                    .filter(line -> !line.startsWith(sku(3) + "," + BETA + ",TRUE,5") && !line.contains(ALPHA))
                    .reduce("", (text, line) -> text + line + "\r\n");
            Imported again = shop.apply("list.rejects.csv", corrected);

            assertThat(again.answer()).contains("3 rows read: 3 applied, 0 so already, 0 rejected.");
            assertThat(shop.preferred()).isEqualTo(Map.of(1, BETA, 2, BETA, 3, BETA, 4, BETA));
        }
    }

    @Test
    void saysWhatWouldChangeAndChangesNothing() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.single(2)) {
            shop.world.sandbox().log().clear();
            Imported preview = shop.apply("list.csv", list(row(1, BETA, true), row(2, "x", true)), DropPurpose.PREVIEW);

            assertThat(preview.answer()).contains("2 rows read: 1 would be applied, 0 so already, 1 rejected.");
            assertThat(shop.world.writes()).isEmpty();
            assertThat(shop.picqerWrites()).isEmpty();
            assertThat(shop.folder("done")).isEmptyDirectory();
            assertThat(shop.folder("importing")).isEmptyDirectory();
        }
    }

    @Test
    void saysOfWhichRowsPicqerWasNotTold() {
        try (ChoiceOfSuppliers shop =
                ChoiceOfSuppliers.of(SyncSetup.plain(2).choosing(customer -> customer.setWrites("optiply")))) {
            Imported imported = shop.apply("list.csv", list(row(1, BETA, true), row(2, ALPHA, true)));

            assertThat(imported.answer())
                    .contains("2 rows read: 1 applied, 1 so already, 0 rejected.")
                    .contains("The preferred supplier in Optiply only: Picqer names another supplier")
                    .containsPattern("yourself\\n  row 2\\n");
            assertThat(shop.preferred()).isEqualTo(Map.of(1, BETA, 2, ALPHA));
            assertThat(shop.picqerWrites()).isEmpty();
        }
    }

    @Test
    void writesNothingWhereNothingMayBeWritten() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.single(2)) {
            shop.choose(customer -> customer.setWrites("off"));
            shop.world.sandbox().log().clear();
            String list = list(row(1, BETA, true));

            assertThat(shop.apply("list.csv", list).answer())
                    .contains("1 row read: 0 applied, 0 so already, 0 rejected, 1 not written.");
            assertThat(shop.world.writes()).isEmpty();
            assertThat(shop.picqerWrites()).isEmpty();

            shop.choose(customer -> customer.setWrites("all"));
            assertThat(shop.apply("list.csv", list).answer()).contains("1 row read: 1 applied");
            assertThat(shop.apply("list.csv", list).answer()).contains("The same content was applied before");
            assertThat(shop.apply("list.csv", list, DropPurpose.FORCE).answer())
                    .contains("1 row read: 0 applied, 1 so already, 0 rejected.");
            assertThat(shop.preferred()).containsEntry(1, BETA);
        }
    }

    @Test
    void rejectsNothingBecauseOptiplyIsAway() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.multi(2)) {
            shop.world.faults().add(Fault.drop().on("GET", "/optiply/v1/supplierProducts"));
            Imported waiting = shop.apply("list.csv", list(row(1, BETA, true)));

            assertThat(waiting.answer()).isEmpty();
            assertThat(waiting.lastRun().thrown()).isNotNull();
            assertThat(shop.folder("done")).isEmptyDirectory();

            shop.world.faults().clear();
            shop.goOnAtOnce();
            assertThat(shop.read("done", "list.result.txt")).contains("1 row read: 1 applied");
            assertThat(shop.preferred()).containsEntry(1, BETA);
        }
    }

    @Test
    void doesNotLeaveAProductWithoutASupplierBecauseTheOtherRowIsWrong() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.single(2)) {
            Imported imported = shop.apply("list.csv", list(row(1, ALPHA, false), row(1, "Misspelt", true)));

            assertThat(imported.answer()).contains("left_without", "unknown_supplier", "2 rejected");
            assertThat(shop.preferred()).containsEntry(1, ALPHA);
        }
    }

    @Test
    void leavesALaterChoiceOfOptiplysUsersToThem() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.multi(1)) {
            shop.apply("list.csv", list(row(1, ALPHA, true)));
            shop.preferInOptiply(BETA);
            shop.world.run(Flow.SUPPLIER_PRODUCTS, Flow.COMPARISON);

            assertThat(shop.preferred()).isEqualTo(Map.of(1, BETA));
        }
    }

    @Test
    void goesThroughWhereOptiplyDoesNotClearTheOtherOnes() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.multi(2)) {
            shop.world.optiply().switches(shop.world.optiply().switches().with(Preferred.INDEPENDENT));
            shop.apply("list.csv", list(row(1, ALPHA, true), row(2, ALPHA, true)));
            shop.apply("other.csv", list(row(1, BETA, true)));

            assertThat(shop.preferred()).isEqualTo(Map.of(1, BETA, 2, ALPHA));
        }
    }

    @Test
    void saysThatAFileWasChangedAfterItHadBeenRead() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.multi(2)) {
            shop.world.watch(request -> {
                if (request.method().equals("PATCH")) {
                    HomeFolder.write(shop.folder("importing").resolve("1-list.csv"), list(row(2, BETA, true)));
                }
            });

            assertThat(shop.apply("list.csv", list(row(1, BETA, true))).answer())
                    .contains("1 row read: 1 applied")
                    .contains("The file was changed after it had been read")
                    .contains("Drop the whole list again.");
        }
    }

    /** The create of the pull is answered 409: the pair is there, and the one of the list goes on to be the one. */
    @Test
    void putsAFileOfAnotherStateAsideBeforeItTakesItsNumber() throws IOException {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.single(1)) {
            Files.createDirectories(shop.folder("importing"));
            Files.writeString(shop.folder("importing").resolve("1-list.csv"), "of another state");

            assertThat(shop.apply("list.csv", list(row(1, BETA, true))).isWhole())
                    .isTrue();
            assertThat(shop.folder("failed").resolve("list.csv")).content().isEqualTo("of another state");
        }
    }

    @Test
    void leavesAPairThatWasMadeByHandToThePullOncePicqerNamesItsSupplierToo() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.multi(3)) {
            shop.apply("list.csv", list(row(1, BETA, true), row(2, ALPHA, true)));
            long pairs = shop.world.account().count("supplierProducts");
            for (int product = 1; product <= 2; product++) {
                shop.nameInPicqer(product, shop.beta);
            }
            shop.world.run(Flow.SUPPLIER_PRODUCTS);

            assertThat(shop.world.account().count("supplierProducts")).isEqualTo(pairs);
            assertThat(shop.world.state().parked()).isEmpty();
            assertThat(shop.world.state().links().get("100002_" + shop.beta).optiplyId())
                    .isNotNull();
            assertThat(shop.preferred()).isEqualTo(Map.of(1, BETA, 2, ALPHA));
            shop.requireTheNextPullToWriteNothing();
            shop.apply("back.csv", list(row(1, ALPHA, true), row(2, BETA, true)));
            assertThat(shop.preferred()).isEqualTo(Map.of(1, ALPHA, 2, BETA));
        }
    }

    /** The key of a fulfilment customer may not read suppliers: Picqer's number of one is not known. */
    @Test
    void tellsPicqerNothingOfASupplierThatIsKnownByItsNameOnly() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.empty(SyncSetup.plain(2))) {
            shop.world.faults().add(Fault.status(403).on("GET", "/picqer/acme/api/v1/suppliers.*"));
            shop.world.run(Flow.SUPPLIERS, Flow.PRODUCTS);
            shop.buyOf(BETA);
            shop.world.run(Flow.BUY_ORDERS, Flow.SUPPLIERS);
            shop.addPairsByHand();

            assertThat(shop.apply("list.csv", list(row(1, BETA, true))).answer())
                    .contains("1 row, supplier_not_in_picqer", "it is known by its name only");
            assertThat(shop.preferred()).isEmpty();

            shop.choose(customer -> customer.setMultiSupplier("true"));
            assertThat(shop.apply("again.csv", list(row(1, "beta trading", true), row(2, BETA, true)))
                            .answer())
                    .contains("2 rows read: 2 applied, 0 so already, 0 rejected.");
            assertThat(shop.preferred()).isEqualTo(Map.of(1, BETA, 2, BETA));
            assertThat(shop.picqerWrites()).isEmpty();
        }
    }

    @Test
    void holdsTheFormerSuppliersOfALongListAndLetsTheChoiceThrough() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.of(SyncSetup.plain(10).guardedBy(250, "0.05", "0.30"))) {
            shop.world.sandbox().log().clear();
            Imported imported = shop.apply(
                    "list.csv", list(row(1, BETA, true), row(2, BETA, true), row(3, BETA, true), row(4, BETA, true)));

            assertThat(imported.answer())
                    .contains("4 rows read: 4 applied, 0 so already, 0 rejected.")
                    .contains("4 supplier products of former suppliers stay enabled in Optiply", "approve acme");
            assertThat(shop.preferred()).containsAllEntriesOf(Map.of(1, BETA, 2, BETA, 3, BETA, 4, BETA, 5, ALPHA));
            assertThat(shop.world.writes()).noneMatch(request -> request.body().contains("disabled"));
            shop.requireTheNextPullToWriteNothing();
            assertThat(shop.apply("so-already.csv", list(row(1, BETA, true))).answer())
                    .as("what another list brought about")
                    .doesNotContain("Waiting for a person");
        }
    }
}
