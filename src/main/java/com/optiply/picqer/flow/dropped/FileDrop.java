package com.optiply.picqer.flow.dropped;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.filedrop.DropFolders;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.flow.run.Turns;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.DropId;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.store.row.DroppedFile;
import com.optiply.picqer.sync.dropped.DropOrder;
import com.optiply.picqer.sync.dropped.StrayFiles;
import com.optiply.picqer.sync.run.AccountLeases;
import com.optiply.picqer.sync.run.Flow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/**
 * The steps between a folder and its flow: a file that lies still is taken out of the folder by one rename, and the
 * flow runs when anything waits for it. Thread-safe.
 */
public final class FileDrop implements Predicate {
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

    private final Store store;
    private final Path root;
    private final AccountLeases leases;
    private final Turns turns;
    private final RunListener listener;
    private final Clock clock;
    private final StrayFiles strays;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Map<CustomerName, Instant> lookedForStrays = new ConcurrentHashMap<>();

    /** @param root of the folders of all customers */
    public FileDrop(Store store, Path root, AccountLeases leases, Turns turns, RunListener listener, Clock clock) {
        this.strays = new StrayFiles(store, root);
        this.store = store;
        this.root = root;
        this.leases = leases;
        this.turns = turns;
        this.listener = listener;
        this.clock = clock;
    }

    /** Takes the file, if there is one and this process works for the customer; else it stays where it is. */
    public void claim(Exchange exchange) {
        String path = exchange.getMessage().getHeader(Exchange.FILE_PATH, String.class);
        CustomerName customer = new CustomerName(Variables.customer(exchange));
        if (!leases.holds(customer)) {
            return;
        }
        if (!areStraysAside(customer) || path == null) {
            return;
        }
        Path dropped = Path.of(path);
        String name = dropped.getFileName().toString();
        Instant now = clock.instant();
        DropId id = store.durably(tx -> tx.droppedFiles().add(customer, name, DropPurpose.APPLY, now));
        boolean isClaimed = false;
        try {
            isClaimed = new DropFolders(root, customer.value()).claim(dropped, id.value(), name);
        } catch (IOException refused) {
            if (told.add(path)) {
                listener.fileUnmovable(customer, dropped, refused);
            }
        }
        if (!isClaimed) {
            store.saveDurably(tx -> tx.droppedFiles().remove(id));
        }
    }

    /**
     * Before the first file is taken: its number may be that of a stray one. Looks until that has succeeded, and again
     * from time to time, as a disk of the network may come back with files that were given up meanwhile.
     */
    private boolean areStraysAside(CustomerName customer) {
        Instant now = clock.instant();
        Instant last = lookedForStrays.get(customer);
        if (last != null && now.isBefore(last.plus(LOOK_AGAIN)) && !now.isBefore(last)) {
            return true;
        }
        try {
            strays.putAside(customer, answer -> listener.fileStrayed(customer, answer));
            lookedForStrays.put(customer, now);
            return true;
        } catch (IOException refused) {
            Path failed = new DropFolders(root, customer.value()).failed();
            if (told.add(failed.toString())) {
                listener.fileUnmovable(customer, failed, refused);
            }
            return false;
        }
    }

    /** Whether a file may be taken now, and no run of the flow is under way. */
    @Override
    public boolean matches(Exchange exchange) {
        CustomerName customer = new CustomerName(Variables.customer(exchange));
        return leases.holds(customer)
                && !turns.isClaimed(customer, Flow.SUPPLIER_IMPORT)
                && isAnyDue(store.read(tx -> tx.droppedFiles().open(customer)));
    }

    private boolean isAnyDue(List<DroppedFile> open) {
        List<DroppedFile> toDo = open.stream().filter(SupplierImport::isToDo).toList();
        return !DropOrder.due(toDo, clock.instant()).isEmpty();
    }
}
