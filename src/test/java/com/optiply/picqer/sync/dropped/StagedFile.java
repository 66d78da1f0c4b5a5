package com.optiply.picqer.sync.dropped;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.database.StoreSettings;
import com.optiply.picqer.store.row.DropId;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.store.row.DroppedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** A process that reads one file into a state of its own: the rows that it says it found count. */
final class StagedFile {
    private StagedFile() {}

    /** @param arguments the JDBC address of the state, and the file */
    public static void main(String[] arguments) throws IOException {
        Path content = Path.of(arguments[1]);
        try (Store store = Store.open(new StoreSettings(arguments[0], null, null))) {
            DropId id = store.durably(tx -> tx.droppedFiles()
                    .add(new CustomerName("acme"), content.getFileName().toString(), DropPurpose.APPLY, Instant.EPOCH));
            new FileStaging(store).stage(found(store, id), content);
            DroppedFile staged = found(store, id);
            System.out.println(staged.rowCount() + " rows, " + staged.settledCount() + " rejected");
        }
    }

    private static DroppedFile found(Store store, DropId id) {
        return store.read(tx -> tx.droppedFiles().find(id)).orElseThrow();
    }
}
