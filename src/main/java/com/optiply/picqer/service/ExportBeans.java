package com.optiply.picqer.service;

import com.optiply.picqer.flow.export.ExportBeginning;
import com.optiply.picqer.flow.export.ExportConfirmation;
import com.optiply.picqer.flow.export.ExportOutcomes;
import com.optiply.picqer.flow.export.ExportSearch;
import com.optiply.picqer.flow.export.ExportSteps;
import com.optiply.picqer.flow.export.MarkLookup;
import com.optiply.picqer.flow.export.PlacedOrders;
import com.optiply.picqer.flow.page.Passes;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.mapping.placedorder.PlacedOrderMapper;
import com.optiply.picqer.mapping.placedorder.PlacedOrderReading;
import com.optiply.picqer.mapping.placedorder.PlacedOrderRules;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.sync.export.ExportBook;
import com.optiply.picqer.sync.export.ExportDecisions;
import com.optiply.picqer.sync.export.GoLive;
import com.optiply.picqer.sync.export.PlacedOrderPages;
import com.optiply.picqer.sync.run.AccountLeases;
import com.optiply.picqer.sync.run.ReadSoFar;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** What the routes name of the other way: orders that were placed in Optiply, to Picqer. */
final class ExportBeans {
    private ExportBeans() {}

    /**
     * By the name under which the routes look for them.
     *
     * @param timeout how long an answer of Picqer's is waited for
     */
    static Map<String, Object> of(
            Store store, AccountLeases leases, RunListener listener, Clock clock, Duration timeout) {
        GoLive goLive = new GoLive(store);
        PlacedOrderPages pages = new PlacedOrderPages(store);
        ExportDecisions decisions = new ExportDecisions(store, clock);
        PlacedOrderMapper mapper = new PlacedOrderMapper();
        PlacedOrderRules rules = new PlacedOrderRules();
        ExportBook book = new ExportBook(store, clock);
        return Map.of(
                "exportBeginning",
                new ExportBeginning(goLive),
                "placedOrders",
                new PlacedOrders(goLive, pages, decisions, mapper, listener),
                "placedInOptiply",
                new Passes<>(rules, PlacedOrderReading.class),
                "exportSearch",
                new ExportSearch(book, decisions, pages, new MarkLookup(timeout, clock)),
                "exportConfirmation",
                new ExportConfirmation(decisions, pages, mapper),
                "exports",
                new ExportSteps(book, decisions, leases),
                "exportOutcomes",
                new ExportOutcomes(book, decisions, new ReadSoFar(store), listener));
    }
}
