package com.optiply.picqer.flow.dropped;

import com.optiply.picqer.door.Failure;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.picqer.PicqerProduct;
import com.optiply.picqer.store.row.DroppedFile;
import com.optiply.picqer.store.row.DroppedRow;
import com.optiply.picqer.sync.dropped.ChosenPair;
import com.optiply.picqer.sync.dropped.KnownSuppliers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** How far the run has come with its dropped file. Confined to its thread. */
final class Importing {
    private static final String IMPORTING = "importing";

    /** Null: no file waits. */
    final @Nullable DroppedFile file;

    /** Null: no file waits. */
    @Nullable
    KnownSuppliers suppliers;

    /** Rows that say TRUE come first, whatever their order in the file. */
    boolean isWanted = true;

    long lastRow;
    List<DroppedRow> rows = List.of();
    List<ChosenPair> chosen = List.of();
    /** What Picqer still has to be asked or told. */
    List<ChosenPair> toTell = List.of();

    /** Numbers of rows that Picqer was told in this run, and whose answer did not show it. */
    final Set<Long> doubted = new HashSet<>();

    final Map<Long, Failure> troubles = new HashMap<>();
    final List<PicqerProduct> products = new ArrayList<>();

    Importing(@Nullable DroppedFile file) {
        this.file = file;
    }

    static Importing of(Exchange exchange) {
        return RunState.required(exchange, IMPORTING, Importing.class);
    }

    void put(Exchange exchange) {
        RunState.put(exchange, IMPORTING, this);
    }

    void beginPage(List<DroppedRow> page) {
        rows = page;
        lastRow = page.get(page.size() - 1).number();
        chosen = List.of();
        toTell = List.of();
        doubted.clear();
        troubles.clear();
        products.clear();
    }
}
