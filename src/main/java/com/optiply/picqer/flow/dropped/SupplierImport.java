package com.optiply.picqer.flow.dropped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.optiply.picqer.door.Failure;
import com.optiply.picqer.filedrop.TableRefusedException;
import com.optiply.picqer.flow.page.Gathering;
import com.optiply.picqer.flow.read.SupplierProducts;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.flow.run.RunStoppedException;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.picqer.ProductRows;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.store.row.DropState;
import com.optiply.picqer.store.row.DroppedFile;
import com.optiply.picqer.store.row.DroppedRow;
import com.optiply.picqer.store.row.RowOutcome;
import com.optiply.picqer.sync.dropped.ChosenPair;
import com.optiply.picqer.sync.dropped.DroppedWork;
import com.optiply.picqer.sync.dropped.PicqerAudit;
import com.optiply.picqer.sync.dropped.PreferredSuppliers;
import com.optiply.picqer.sync.dropped.SettledRows;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.send.Acknowledgements;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/** The steps of {@code direct:supplier-import}: one dropped file, from its rows to the answer. */
public final class SupplierImport {
    private final DroppedWork work;
    private final PreferredSuppliers suppliers;
    private final SettledRows settledRows;
    private final PicqerAudit audit;
    private final SupplierProducts supplierProducts;
    private final RunListener listener;

    public SupplierImport(
            DroppedWork work,
            PreferredSuppliers suppliers,
            SettledRows settledRows,
            PicqerAudit audit,
            SupplierProducts supplierProducts,
            RunListener listener) {
        this.work = work;
        this.suppliers = suppliers;
        this.settledRows = settledRows;
        this.audit = audit;
        this.supplierProducts = supplierProducts;
        this.listener = listener;
    }

    /** A preview that is through belongs to the command that asked for it. */
    static boolean isToDo(DroppedFile file) {
        return !file.isOver() && !(file.purpose() == DropPurpose.PREVIEW && file.state() == DropState.APPLIED);
    }

    /**
     * Takes the oldest file that waits, and reads it into the state if that was not done. A file that is no list is
     * answered at once.
     */
    public void open(Exchange exchange) throws IOException {
        Run run = Variables.run(exchange);
        Optional<DroppedFile> next = work.next(run.customer().name(), SupplierImport::isToDo);
        next.ifPresent(file -> exchange.getExchangeExtension().addOnCompletion(new PutOff(file)));
        if (next.isPresent() && next.get().state() == DropState.CLAIMED) {
            next = read(run, next.get());
        }
        Importing importing = new Importing(next.orElse(null));
        importing.put(exchange);
        next.ifPresent(file -> importing.suppliers = suppliers.suppliers(file.customer()));
    }

    private Optional<DroppedFile> read(Run run, DroppedFile file) throws IOException {
        try {
            return work.stage(file);
        } catch (TableRefusedException refused) {
            Path result = work.refuse(file, refused);
            listener.fileRefused(run, file.name(), refused.forLog(), result);
            return Optional.empty();
        }
    }

    /** Loads the next rows, and says whether there were any; first those that say TRUE, then those that say FALSE. */
    public boolean loadRows(Exchange exchange) {
        Importing importing = Importing.of(exchange);
        if (importing.file == null || importing.file.state() != DropState.STAGED) {
            return false;
        }
        List<DroppedRow> page = suppliers.page(importing.file, importing.isWanted, importing.lastRow);
        if (page.isEmpty() && importing.isWanted) {
            importing.isWanted = false;
            importing.lastRow = 0;
            page = suppliers.page(importing.file, false, 0);
        }
        if (page.isEmpty()) {
            return false;
        }
        importing.beginPage(page);
        return true;
    }

    /** Judges the page. */
    public void judge(Exchange exchange) {
        Importing importing = Importing.of(exchange);
        importing.chosen =
                suppliers.judge(Variables.run(exchange), importing.file, importing.suppliers, importing.rows);
        importing.toTell =
                importing.chosen.stream().filter(SettledRows::tellsPicqer).toList();
    }

    /** Whether Picqer has to be asked or told. */
    public boolean hasToTell(Exchange exchange) {
        return !Importing.of(exchange).toTell.isEmpty();
    }

    /** What the split takes apart. */
    public List<ChosenPair> each(Exchange exchange) {
        return Importing.of(exchange).toTell;
    }

    /**
     * Takes Picqer's answers. What only was asked for, and turns out not to have arrived, has to be told in a second
     * round; what was told, and whose answer does not show it, has to be asked for: a yes without it may be a proxy's.
     *
     * @throws Failure the first that is no fault of its row: the run has to stop
     */
    public void told(Exchange exchange) {
        Importing importing = Importing.of(exchange);
        List<PicqerChoices.Answered> answers = Gathering.parts(exchange);
        Gathering.requireAll("rows", importing.toTell.size(), answers.size());
        List<ChosenPair> again = new ArrayList<>();
        List<ChosenPair> done = new ArrayList<>();
        for (PicqerChoices.Answered one : answers) {
            take(importing, one, again, done);
        }
        audit.append(Variables.run(exchange), done);
        importing.toTell = List.copyOf(again);
        answers.stream()
                .filter(one -> one.failure() != null && !SettledRows.lacksRight(one.chosen(), one.failure()))
                .map(PicqerChoices.Answered::failure)
                .filter(Acknowledgements::stopsTheRun)
                .findFirst()
                .ifPresent(failure -> {
                    throw failure;
                });
    }

    private static void take(
            Importing importing, PicqerChoices.Answered one, List<ChosenPair> again, List<ChosenPair> done) {
        Failure failure = one.failure();
        ChosenPair chosen = one.chosen();
        if (failure != null) {
            importing.troubles.put(chosen.row().number(), failure);
            return;
        }
        JsonNode product = body(one);
        if (product.path("idsupplier").asText().equals(chosen.supplier().value())) {
            done.add(chosen);
            ProductRows.read(product).fold(importing.products::add, unreadable -> false);
            return;
        }
        boolean isAsked = chosen.row().outcome() == RowOutcome.UNDER_WAY;
        if (!isAsked) {
            importing.doubted.add(chosen.row().number());
            again.add(chosen.doubted());
        } else if (importing.doubted.contains(chosen.row().number())) {
            importing.troubles.put(
                    chosen.row().number(),
                    PicqerChoices.notTaken(chosen, one.answer().status()));
        } else {
            again.add(chosen.anew());
        }
    }
    /** A change may be answered without a body; then Picqer is asked what it has. */
    private static JsonNode body(PicqerChoices.Answered one) {
        JsonNode body = one.answer().body();
        return body == null ? MissingNode.getInstance() : body;
    }

    /** The products as Picqer has them now, like a page of the flow `supplier-products`. */
    public void readings(Exchange exchange) {
        Importing importing = Importing.of(exchange);
        supplierProducts.ofProducts(exchange, List.copyOf(importing.products));
    }

    /** What Optiply has to be told besides. */
    public List<Write> writes(Exchange exchange) {
        Importing importing = Importing.of(exchange);
        List<ChosenPair> untroubled = importing.chosen.stream()
                .filter(one -> !importing.troubles.containsKey(one.row().number()))
                .toList();
        return suppliers.writes(Variables.run(exchange), untroubled);
    }

    /** Stores what became of the page. */
    public void settle(Exchange exchange) {
        Importing importing = Importing.of(exchange);
        Run run = Variables.run(exchange);
        settledRows.settle(run, importing.file, importing.chosen, importing.troubles);
        listener.progressed(run);
    }

    /** Answers the file when every row has its outcome; else it waits for the next run. */
    public void answer(Exchange exchange) throws IOException {
        Importing importing = Importing.of(exchange);
        if (importing.file == null) {
            return;
        }
        Optional<Path> result = work.answer(importing.file);
        result.ifPresent(path -> listener.fileAnswered(Variables.run(exchange), importing.file.name(), path));
        requireAllTried(exchange, result);
    }

    /** A program that is told to stop leaves rows that nobody tried: such a run is not complete. */
    private static void requireAllTried(Exchange exchange, Optional<Path> result) {
        if (result.isEmpty() && exchange.getContext().isStopping()) {
            throw new RunStoppedException();
        }
    }

    /** A file that is not through when its run ends, whatever way, is put off for a while. */
    private final class PutOff extends SynchronizationAdapter {
        private final DroppedFile file;

        PutOff(DroppedFile file) {
            this.file = file;
        }

        @Override
        public void onDone(Exchange exchange) {
            work.putOff(file, exchange.getException() == null);
        }
    }
}
