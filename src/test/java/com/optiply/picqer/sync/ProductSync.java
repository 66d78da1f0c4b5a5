package com.optiply.picqer.sync;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.product.ProductRules;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Hold;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.Intent;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.compare.Absences;
import com.optiply.picqer.sync.compare.Adoption;
import com.optiply.picqer.sync.compare.Comparison;
import com.optiply.picqer.sync.guard.Guards;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Blame;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RequestCounts;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunBook;
import com.optiply.picqer.sync.run.RunReport;
import com.optiply.picqer.sync.send.Acknowledgements;
import com.optiply.picqer.sync.send.Settlement;
import com.optiply.picqer.sync.send.WriteAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The steps of the products flow in their order, on a real state and without routes. */
public final class ProductSync {
    static final int PAGE_ROWS = 100;

    public final OptiplyInMemory optiply;
    public final PicqerShop shop;
    public final TestClock clock = new TestClock();
    private final Store store;
    private final RunBook book;
    private final Guards guards;
    private final Adoption adoption;
    private final Comparison comparison;
    private final Acknowledgements acknowledgements;
    private final Settlement settlement;
    private final Absences absences;
    private CustomerSettings customer;
    private Runnable betweenTheLists = () -> {};
    private boolean isCrashingAfterSending;

    public ProductSync(Store store, CustomerSettings customer, PicqerShop shop) {
        this.store = store;
        this.customer = customer;
        this.shop = shop;
        this.optiply = new OptiplyInMemory(customer.optiply().coupling().isPresent());
        this.book = new RunBook(store, "test", clock);
        this.guards = new Guards(store, clock);
        this.adoption = new Adoption(store, clock);
        this.comparison = new Comparison(store, adoption, clock);
        this.acknowledgements = new Acknowledgements(store, clock);
        this.settlement = new Settlement(store, adoption, clock);
        this.absences = new Absences(
                store, comparison, Map.of(Kind.PRODUCTS, (gone, isInUse) -> new ProductRules().gone(gone)));
    }

    /** The process is gone while the answers to what it sent are on their way. */
    static final class CrashException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** One run from its beginning to its end. */
    public RunReport run() {
        Run run = begin();
        read(run, Leg.ACTIVE);
        betweenTheLists.run();
        betweenTheLists = () -> {};
        read(run, Leg.INACTIVE);
        absences.find(run, Set.of());
        judge(run);
        settle(run);
        return book.complete(run, new RequestCounts(0, 0));
    }

    /** A run that breaks off after it has read the active list. */
    public RunReport runThatBreaksOff() {
        Run run = begin();
        read(run, Leg.ACTIVE);
        return book.failed(run, new RequestCounts(0, 0), "The test broke it off.", Blame.PROGRAM);
    }

    /** A run that completes, though the key lacks access to what it had to read. */
    public RunReport runThatIsRefusedTheLists() {
        Run run = begin();
        judge(run);
        return book.complete(run, new RequestCounts(0, 0));
    }

    public void runThatCrashesAfterSending() {
        isCrashingAfterSending = true;
        try {
            run();
            throw new AssertionError("nothing was sent, so nothing crashed");
        } catch (CrashException wanted) {
            isCrashingAfterSending = false;
        }
    }

    public void betweenTheLists(Runnable change) {
        betweenTheLists = change;
    }

    public void customer(CustomerSettings changed) {
        customer = changed;
    }

    /** @param labels of the records that are meant; none: all that the run held */
    public Map<HoldAction, Long> approve(RunReport report, String... labels) {
        return store.durably(tx -> tx.approvals().approve(Acme.NAME, new RunId(report.run()), Set.of(labels)))
                .records();
    }

    public Optional<Link> link(long id) {
        RemoteId remoteId = new RemoteId(Long.toString(id));
        return store.read(tx -> Optional.ofNullable(
                tx.links().find(Acme.NAME, Kind.PRODUCTS, List.of(remoteId)).get(remoteId)));
    }

    /** Why each record is parked, as people see it. */
    public List<String> quarantine() {
        List<Parked> parked = store.read(tx -> tx.quarantine().page(Acme.NAME, Kind.PRODUCTS, null, PAGE_ROWS));
        return parked.stream().map(one -> one.remoteId() + " " + one.reason()).toList();
    }

    public Parked quarantined(long id) {
        RemoteId remoteId = new RemoteId(Long.toString(id));
        return store.read(tx -> tx.quarantine().find(Acme.NAME, Kind.PRODUCTS, List.of(remoteId)))
                .get(remoteId);
    }

    public int retry() {
        return store.durably(tx -> tx.quarantine().retry(Acme.NAME));
    }

    public long openIntents() {
        return store.read(tx -> tx.intents().count(Acme.NAME, Kind.PRODUCTS));
    }

    private Run begin() {
        Run run = book.begin(customer, Flow.PRODUCTS.code(), List.of(Kind.PRODUCTS));
        guards.begin(run);
        if (!adoption.isDone(run)) {
            adoption.begin(run);
            adoption.keep(run, optiply.list());
            adoption.complete(run);
        }
        settle(run);
        return run;
    }

    private void read(Run run, Leg leg) {
        List<Decision> decisions = shop.decisions(leg);
        for (int from = 0; from < decisions.size(); from += PAGE_ROWS) {
            int to = Math.min(from + PAGE_ROWS, decisions.size());
            send(run, comparison.compare(run, leg, decisions.subList(from, to)));
        }
    }

    private void judge(Run run) {
        guards.held(run);
        List<Hold> page = guards.page(run, null);
        while (!page.isEmpty()) {
            send(run, guards.writes(run, page));
            page = guards.page(run, page.get(page.size() - 1).remoteId());
        }
    }

    private void settle(Run run) {
        List<Write> missing = new ArrayList<>();
        for (Intent intent : settlement.openCreates(run)) {
            settlement
                    .found(run, intent, optiply.lookup(settlement.key(run, intent)))
                    .ifPresent(missing::add);
        }
        send(run, missing);
    }

    private void send(Run run, List<Write> wanted) {
        List<Write> writes = wanted;
        while (!writes.isEmpty()) {
            acknowledgements.writeAhead(run, writes);
            List<WriteAnswer> answers = writes.stream().map(optiply::answer).toList();
            if (isCrashingAfterSending) {
                throw new CrashException();
            }
            writes = acknowledgements.store(run, answers);
        }
    }
}
