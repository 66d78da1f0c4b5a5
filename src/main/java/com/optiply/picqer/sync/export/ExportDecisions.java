package com.optiply.picqer.sync.export;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings.WriteScope;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.Digest;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.WhenSent;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Export;
import com.optiply.picqer.store.row.Hold;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.store.row.Sighting;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.link.Parking;
import com.optiply.picqer.sync.run.Fence;
import com.optiply.picqer.sync.run.LeaseLostException;
import com.optiply.picqer.sync.run.Run;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of Optiply's orders that do not go to Picqer: kept out, parked, or held for a person. Thread-safe.
 *
 * <p>Each has a link of its own, under its id in Optiply. It names no Optiply id besides: the order's link is the one
 * of the purchase order that it becomes.
 */
public final class ExportDecisions {
    private static final int PAGE_RECORDS = 100;

    private final Store store;
    private final Clock clock;

    public ExportDecisions(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whether this customer's runs only say what they would write to Picqer. */
    public static boolean withholds(Run run) {
        return run.customer().writes() != WriteScope.ALL;
    }

    /** What has to be created. Everything else of the page has its outcome when this returns. */
    public List<Send> compare(Run run, List<Decision> decisions) {
        run.tally().read(decisions.size());
        List<Send> sends = new ArrayList<>();
        List<Filter> filters = new ArrayList<>();
        List<Park> parks = new ArrayList<>();
        for (Decision decision : decisions) {
            if (decision instanceof Send send && withholds(run)) {
                run.tally().withheld(Action.CREATE);
                filters.add(new Filter(send.subject(), FilterReason.WRITES_OFF, WhenSent.LEFT));
            } else if (decision instanceof Send send) {
                run.tally().adjusted(send.adjustments());
                sends.add(send);
            } else if (decision instanceof Park park) {
                parks.add(park);
            } else {
                filters.add((Filter) decision);
            }
        }
        filters.forEach(filter -> run.tally().filtered(filter.reason()));
        parks.forEach(park -> run.tally().parked(park.reason()));
        store.saveRelaxed(Fence.within(run, tx -> {
            filters.forEach(filter -> leaveOut(tx, run, filter));
            parks.forEach(park -> park(tx, run, park, null));
        }));
        return sends.isEmpty() ? sends : sift(run, sends);
    }

    /** Keeps back what Picqer refused a short while ago, unless something about it has changed since. */
    private List<Send> sift(Run run, List<Send> sends) {
        Instant now = clock.instant();
        Map<RemoteId, Parked> parked =
                parked(run, sends.stream().map(Send::remoteId).toList());
        List<Send> due = new ArrayList<>();
        List<Link> left = new ArrayList<>();
        for (Send send : sends) {
            Parked row = parked.get(send.remoteId());
            boolean isSame = row != null && Digest.of(send.attributes().json()).equals(row.refused());
            if (isSame && row.isLeftAlone(now)) {
                left.add(link(run, send, Standing.PARK, row.reason()));
                run.tally().parked(ParkReason.of(row.reason()));
            } else {
                due.add(send);
            }
        }
        store.saveRelaxed(Fence.within(run, tx -> tx.links().save(left)));
        return due;
    }

    private Map<RemoteId, Parked> parked(Run run, List<RemoteId> orders) {
        return store.read(tx -> tx.quarantine().find(run.customer().name(), run.kind(), orders));
    }

    /**
     * Those of the orders under way that a run has to see to: all but what was refused a short while ago when it was
     * there already. That one counts when the list of open orders has it.
     */
    public List<Export> due(Run run, List<Export> underWay) {
        Instant now = clock.instant();
        Map<RemoteId, Parked> parked = parked(
                run,
                underWay.stream()
                        .map(export -> PlacedOrderPages.remoteId(export.optiplyId()))
                        .toList());
        return underWay.stream()
                .filter(export -> {
                    Parked row = parked.get(PlacedOrderPages.remoteId(export.optiplyId()));
                    return export.purchaseOrder() == null || row == null || !row.isLeftAlone(now);
                })
                .toList();
    }

    private static void leaveOut(Transaction tx, Run run, Filter filter) {
        Link link = link(run, filter, Standing.FILTER, filter.reason().code());
        PlacedOrderPages.leave(
                tx, run, List.of(link), Standing.FILTER, filter.reason().code());
    }

    private void park(Transaction tx, Run run, Park park, @Nullable String refused) {
        tx.links().save(List.of(link(run, park, Standing.PARK, park.reason().code())));
        tx.quarantine().park(List.of(Parking.by(run, clock.instant()).refused(park, refused)));
        if (park.reason() == ParkReason.OLDER_THAN_EXPORT) {
            hold(tx, run, park);
        }
    }

    /** Never within a limit: each one may be an order that was placed before. */
    private static void hold(Transaction tx, Run run, Park park) {
        tx.holds()
                .propose(List.of(Hold.proposed(
                        run.id(),
                        run.customer().name(),
                        run.kind(),
                        park.remoteId(),
                        park.label(),
                        HoldAction.EXPORT,
                        Attributes.NONE.json(),
                        Standing.SEND,
                        null)));
        tx.holds().settle(run.customer().name(), run.kind(), run.id(), HoldAction.EXPORT);
    }

    /** How many orders wait for a person because they are older than the export. */
    public static long held(Run run) {
        return run.tally().counts().parked().getOrDefault(ParkReason.OLDER_THAN_EXPORT.code(), 0L);
    }

    /**
     * An order that was tried and could not go.
     *
     * @param refused what Picqer was to create, where it or a later step was refused; null where nothing was sent
     * @throws LeaseLostException where another run may have placed it since
     */
    public void stuck(Run run, Park park, @Nullable String refused) {
        run.tally().parked(park.reason());
        store.saveRelaxed(Fence.within(run, tx -> {
            park(tx, run, park, refused);
        }));
    }

    /** An order that was completed or deleted in Optiply after this run had listed it, and that nobody has sent. */
    public void notOpen(Run run, Subject subject) {
        run.tally().filtered(FilterReason.NOT_OPEN);
        store.saveRelaxed(Fence.within(run, tx -> {
            leaveOut(tx, run, new Filter(subject, FilterReason.NOT_OPEN, WhenSent.LEFT));
        }));
    }

    /** What the list of open orders does not have any more waits for nothing. To be called when it was read whole. */
    public void endOfList(Run run) {
        CustomerName customer = run.customer().name();
        RemoteId after = null;
        while (true) {
            RemoteId from = after;
            List<Link> page =
                    store.read(tx -> tx.links().unseenSince(customer, run.kind(), run.id(), from, PAGE_RECORDS));
            if (page.isEmpty()) {
                return;
            }
            store.saveRelaxed(Fence.within(
                    run, tx -> PlacedOrderPages.leave(tx, run, page, Standing.FILTER, FilterReason.NOT_OPEN.code())));
            after = page.get(page.size() - 1).remoteId();
        }
    }

    private static Link link(Run run, Decision decision, Standing standing, String reason) {
        return Link.of(
                run.customer().name(),
                run.kind(),
                decision.remoteId(),
                decision.label(),
                standing,
                reason,
                new Sighting(run.id(), Leg.ACTIVE));
    }
}
