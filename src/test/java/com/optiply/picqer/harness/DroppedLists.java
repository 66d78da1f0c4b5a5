package com.optiply.picqer.harness;

import static com.optiply.picqer.flow.ChoiceOfSuppliers.ALPHA;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.BETA;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.optiply.picqer.filedrop.TableForm;
import com.optiply.picqer.filedrop.TableWriter;
import com.optiply.picqer.filedrop.TextEncoding;
import com.optiply.picqer.flow.ChoiceOfSuppliers;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.service.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lists that people drop or bring with the command, one after the other, in one small shop. */
final class DroppedLists implements AutoCloseable {

    private final ChoiceOfSuppliers shop = ChoiceOfSuppliers.multi(2);
    private int lists;
    private DropWay way = DropWay.DROPPED;
    private String supplier = BETA;
    private byte[] content = {};
    private Taking taking = taking();

    /** The folders of all customers. */
    Path folders() {
        return shop.world.home().resolve("drop");
    }

    /** The next list, which chooses the other supplier, lies where this way takes it from. */
    void lay(DropWay next) throws IOException {
        way = next;
        supplier = ALPHA.equals(shop.preferred().get(1)) ? BETA : ALPHA;
        lists++;
        taking = taking();
        forget();
        for (String folder : List.of("done", "failed")) {
            Files.createDirectories(shop.folder(folder));
            Files.writeString(shop.folder(folder).resolve(way.fileName()), DroppedAnswers.EARLIER);
            Files.writeString(shop.folder(folder).resolve("list.result.txt"), DroppedAnswers.EARLIER);
        }
        Files.createDirectories(list().getParent());
        write(list());
        content = Files.readAllBytes(list());
        shop.world.sandbox().log().clear();
    }

    /** What an earlier list left behind is its own fault. */
    private void forget() throws IOException {
        if (Files.exists(folders())) {
            HomeFolder.remove(folders());
        }
        engine().store()
                .saveDurably(tx -> tx.droppedFiles().open(SyncSetup.ACME).forEach(file -> {
                    tx.droppedRows().remove(file.id());
                    tx.droppedPairs().remove(file.id());
                    tx.droppedFiles().remove(file.id());
                }));
    }

    private Path list() {
        return switch (way) {
            case DROPPED, WORKBOOK, NO_LIST -> shop.folder("in").resolve(way.fileName());
            case STRAY -> shop.folder("importing").resolve("900000-" + way.fileName());
            default -> shop.world.home().resolve(way.fileName());
        };
    }

    private void write(Path file) throws IOException {
        TableForm form =
                way == DropWay.WORKBOOK ? new TableForm.Xlsx() : new TableForm.Csv(new TextEncoding(UTF_8, false), ',');
        try (TableWriter table = TableWriter.create(file, form)) {
            table.write(List.of(way.isList() ? "skuCode" : "sku", "supplierName", "preferred", "note"));
            table.write(List.of(ChoiceOfSuppliers.sku(1), supplier, "TRUE", "list " + lists));
            table.write(List.of(ChoiceOfSuppliers.sku(2), supplier, "TRUE", ""));
            table.write(List.of("SKU-9", supplier, "TRUE", "unknown"));
        }
    }

    /** What the program does with it; it may break off. */
    void live() throws InterruptedException {
        taking.take();
    }

    private Taking taking() {
        return new Taking(engine(), shop.world.installation(), way, list());
    }

    /** As another process does it, which reads the customer from its file; what that one came to. */
    Program liveElsewhere(List<String> options) throws IOException {
        Path home = shop.world.home();
        Path customer = HomeFolder.writeCustomer(home, shop.world.sandbox());
        HomeFolder.replace(customer, "        warehouses:", "        multi-supplier: \"true\"\n        warehouses:");
        return Program.startClass(home, Taking.class, options, home.toString(), way.name(), list().toString());
    }

    /** What the program says was wrong. */
    List<String> told() {
        return taking.told();
    }

    /** What happens by itself some time later; and whoever typed a command that failed types it once more. */
    void heal(boolean hasFailed) throws InterruptedException, IOException {
        taking = taking();
        shop.world.goOn(way.later());
        taking.run();
        if (!way.isImported()) {
            taking.take();
        }
        shop.world.goOn(way.later().negated());
        if (way.isImported() && hasFailed && answers().isMissing()) {
            taking.take();
        }
    }

    DroppedAnswers answers() {
        return new DroppedAnswers(shop, way, content, supplier);
    }

    private Engine engine() {
        return shop.world.engine();
    }

    @Override
    public void close() {
        shop.close();
    }
}
