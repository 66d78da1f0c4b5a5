package com.optiply.picqer.flow.read;

import static java.util.stream.Collectors.toCollection;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.flow.page.Page;
import com.optiply.picqer.flow.page.Rows;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.walk.ChangedRows;
import com.optiply.picqer.flow.walk.Walk;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.delivery.ReceiptLineReading;
import com.optiply.picqer.mapping.delivery.ReceiptLineRules;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.PicqerReceipt;
import com.optiply.picqer.picqer.PicqerReceiptLine;
import com.optiply.picqer.picqer.PurchaseOrderId;
import com.optiply.picqer.picqer.ReceiptId;
import com.optiply.picqer.picqer.ReceiptRows;
import com.optiply.picqer.picqer.Row;
import com.optiply.picqer.sync.lookup.OrderedLines;
import com.optiply.picqer.sync.lookup.OrderedLines.Found;
import com.optiply.picqer.sync.lookup.OrderedLines.Received;
import com.optiply.picqer.sync.lookup.Vanished;
import com.optiply.picqer.sync.run.Run;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;

/** Picqer's receipts, page by page: what changed since they were last read, and what waited. Each line is a record. */
public final class ItemDeliveries {
    private static final String PATH = "/receipts";
    private static final String TAKEN = "receipts";
    private static final ReceiptLineRules RULES = new ReceiptLineRules();

    private final ChangedRows changes;
    private final OrderedLines orderedLines;
    private final Vanished vanished;

    public ItemDeliveries(ChangedRows changes, OrderedLines orderedLines, Vanished vanished) {
        this.changes = changes;
        this.orderedLines = orderedLines;
        this.vanished = vanished;
    }

    public void open(Exchange exchange) {
        changes.openParents(exchange, PATH);
    }

    /** What changed, then what waited, and at last old receipts that find other room by what became of those. */
    public boolean hasNext(Exchange exchange) {
        return changes.hasNextParents(exchange, PATH);
    }

    public PicqerRequest nextPage(Exchange exchange) {
        return changes.nextPage(exchange);
    }

    /** Takes the page, and finds out which orders have to be asked which of their lines an old receipt line means. */
    public void take(Exchange exchange) {
        Run run = Variables.run(exchange);
        Walk.Taken<PicqerReceipt> taken = changes.take(exchange, PATH, ReceiptRows::read, ItemDeliveries::lastChange);
        Rows<PicqerReceipt> rows = Rows.of(taken.rows());
        RunState.put(exchange, TAKEN, taken);
        OldReceipts.ask(exchange, orderedLines.doubtful(run, received(rows.readable())));
    }

    /** At least as old as the receipt's own last change, which not every answer tells (contract: Picqer 7.3). */
    private static LocalDateTime lastChange(PicqerReceipt receipt) {
        LocalDateTime completed = receipt.completedAt();
        return completed == null || completed.isBefore(receipt.created()) ? receipt.created() : completed;
    }

    /** The lines of all receipts of the page, with the lines of orders that they belong to. */
    @SuppressWarnings("unchecked")
    public void readings(Exchange exchange) {
        Run run = Variables.run(exchange);
        Walk.Taken<PicqerReceipt> taken = RunState.required(exchange, TAKEN, Walk.Taken.class);
        Rows<PicqerReceipt> rows = Rows.of(taken.rows(), ItemDeliveries::unreadable);
        List<Received> received = received(rows.readable());
        List<Found> found = orderedLines.find(run, received, OldReceipts.answers(exchange));
        List<ReceiptLineReading> readings = new ArrayList<>(received.size());
        for (int index = 0; index < received.size(); index++) {
            readings.add(reading(exchange, received.get(index), found.get(index)));
        }
        List<Decision> decided = new ArrayList<>(rows.unreadable());
        rows.readable().forEach(receipt -> decided.addAll(unreadable(receipt)));
        Set<RemoteId> present =
                readings.stream().map(reading -> reading.subject().remoteId()).collect(toCollection(HashSet::new));
        decided.forEach(unreadable -> present.add(unreadable.remoteId()));
        List<ReceiptLineReading> decidable = new ArrayList<>(readings.size());
        for (ReceiptLineReading reading : readings) {
            failed(exchange, reading).ifPresentOrElse(decided::add, () -> decidable.add(reading));
        }
        decided.addAll(vanished.parkedChildren(
                run, rows.readable().stream().map(ItemDeliveries::id).toList(), present));
        decided.addAll(vanished.childrenOf(run, taken.gone()));
        taken.failed().map(ItemDeliveries::failed).ifPresent(decided::add);
        Page.put(exchange, new Page<>(Kind.RECEIPT_LINES, taken.leg(), decidable, decided, null));
    }

    /** Of an order that Picqer fails on nobody can say which of its lines was received, whatever is known of them. */
    private static ReceiptLineReading reading(Exchange exchange, Received one, Found found) {
        Found known = isUndecided(exchange, one.line(), one.receipt()) ? found.undecided() : found;
        CustomerSettings customer = Variables.run(exchange).customer();
        return new ReceiptLineReading(
                one.receipt(),
                one.line(),
                Variables.warehouses(exchange).main(),
                customer.timezone(),
                customer.historyFrom().orElse(null),
                known.isFollowed(),
                known.line(),
                known.reference());
    }

    private static boolean isUndecided(Exchange exchange, PicqerReceiptLine line, PicqerReceipt receipt) {
        PurchaseOrderId order = line.orderWithin(receipt);
        return line.idpurchaseorderProduct() == null
                && order != null
                && OldReceipts.failing(exchange).contains(order);
    }

    /** What Picqer fails on with its order, if the line itself says nothing against it; empty for all others. */
    private static Optional<Decision> failed(Exchange exchange, ReceiptLineReading reading) {
        return isUndecided(exchange, reading.line(), reading.receipt())
                        && RULES.reasonAgainst(reading).isEmpty()
                ? Optional.of(Decision.Park.failing(
                        reading.subject(), "purchase order " + reading.line().orderWithin(reading.receipt())))
                : Optional.empty();
    }

    /** What the split takes apart. */
    public List<?> each(Exchange exchange) {
        return Page.of(exchange).readings();
    }

    private static List<Received> received(List<PicqerReceipt> receipts) {
        List<Received> received = new ArrayList<>();
        for (PicqerReceipt receipt : receipts) {
            for (PicqerReceiptLine line : Rows.of(receipt.lines()).readable()) {
                received.add(new Received(receipt, line));
            }
        }
        return received;
    }

    /** Parked with its own lines, so that it is read again by its id, and done with once it can be read. */
    private static Subject unreadable(Row.Unreadable<PicqerReceipt> receipt) {
        RemoteId id = ReceiptRows.receipt(receipt.key())
                .map(ReceiptId::toString)
                .map(RemoteId::new)
                .orElse(null);
        return new Subject(new RemoteId(receipt.key()), receipt.label(), id);
    }

    /** Parked with its lines like one that cannot be read, and under the same key. */
    private static Decision failed(RemoteId receipt) {
        String key = ReceiptRows.key(receipt.value());
        return Decision.Park.failing(Subject.within(receipt, key, key), "the record");
    }

    private static RemoteId id(PicqerReceipt receipt) {
        return new RemoteId(receipt.idreceipt().toString());
    }

    private static List<Decision> unreadable(PicqerReceipt receipt) {
        RemoteId parent = id(receipt);
        List<Decision> parked = new ArrayList<>();
        for (Row<PicqerReceiptLine> row : receipt.lines()) {
            row.fold(
                    readable -> false,
                    broken -> parked.add(Decision.Park.unreadable(
                            Subject.within(parent, broken.key(), broken.label()), broken.problems())));
        }
        return parked;
    }
}
