package com.optiply.picqer.service;

import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.door.DoorSettings;
import com.optiply.picqer.door.DoorTime;
import com.optiply.picqer.door.Doors;
import com.optiply.picqer.flow.AbsenceStep;
import com.optiply.picqer.flow.AdoptionListing;
import com.optiply.picqer.flow.Catalogue;
import com.optiply.picqer.flow.CustomerThreads;
import com.optiply.picqer.flow.Decisions;
import com.optiply.picqer.flow.GuardedWrites;
import com.optiply.picqer.flow.HandOver;
import com.optiply.picqer.flow.Intents;
import com.optiply.picqer.flow.Lines;
import com.optiply.picqer.flow.PageComparison;
import com.optiply.picqer.flow.Passes;
import com.optiply.picqer.flow.RunListener;
import com.optiply.picqer.flow.Runs;
import com.optiply.picqer.flow.WarehouseStep;
import com.optiply.picqer.flow.Writes;
import com.optiply.picqer.mapping.ProductMapper;
import com.optiply.picqer.mapping.ProductReading;
import com.optiply.picqer.mapping.ProductRules;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.sync.Absences;
import com.optiply.picqer.sync.AccountLeases;
import com.optiply.picqer.sync.Acknowledgements;
import com.optiply.picqer.sync.Adoption;
import com.optiply.picqer.sync.Comparison;
import com.optiply.picqer.sync.Guards;
import com.optiply.picqer.sync.OrderLines;
import com.optiply.picqer.sync.RunBook;
import com.optiply.picqer.sync.Settlement;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Everything that routes name and that Camel does not make itself.
 *
 * @param beans by the name under which the routes look for them
 */
record Parts(
        Store store,
        Customers customers,
        AccountLeases leases,
        CustomerThreads threads,
        Doors doors,
        Map<String, Object> beans)
        implements AutoCloseable {

    static Parts make(Installation installation, Customers customers, RunListener listener) {
        Properties properties = installation.readProperties();
        DoorSettings doorSettings = doorSettings(properties);
        Store store = Store.open(StateLocation.of(installation));
        String process = ProcessName.unique();
        AccountLeases leases = new AccountLeases(store, process, System::nanoTime);
        CustomerThreads threads = new CustomerThreads(customers);
        Doors doors = new Doors(customers::named, doorSettings);

        Clock clock = Clock.systemUTC();
        ProductRules rules = new ProductRules();
        Adoption adoption = new Adoption(store, clock);
        Comparison comparison = new Comparison(store, adoption, clock);
        Guards guards = new Guards(store);
        RunBook book = new RunBook(store, process, clock);
        Writes writes = new Writes(new Acknowledgements(store, clock), leases);
        Settlement settlement = new Settlement(store, adoption, clock);

        Map<String, Object> beans = new HashMap<>(doors.beans());
        beans.put("handOver", new HandOver(threads, listener));
        beans.put("customerWriters", threads.writers());
        beans.put("runs", new Runs(customers, book, guards, leases, listener));
        beans.put("warehouses", new WarehouseStep());
        beans.put("adoption", new AdoptionListing(adoption));
        beans.put("intents", new Intents(settlement, doorSettings.totalTimeout(), DoorTime.SYSTEM));
        beans.put("catalogue", new Catalogue());
        beans.put("purchasable", new Passes<>(rules, ProductReading.class));
        beans.put("productMapper", new ProductMapper());
        beans.put("decisions", new Decisions(Map.of(ProductReading.class, rules)));
        beans.put("lines", new Lines(new OrderLines(store), adoption, comparison));
        beans.put("comparison", new PageComparison(comparison, listener));
        beans.put("writes", writes);
        beans.put("answers", writes);
        beans.put(
                "absences",
                new AbsenceStep(
                        new Absences(store, comparison, Map.of(Kind.PRODUCTS, (run, gone) -> rules.gone(gone)))));
        beans.put("guards", new GuardedWrites(guards, listener));
        return new Parts(store, customers, leases, threads, doors, Map.copyOf(beans));
    }

    private static DoorSettings doorSettings(Properties properties) {
        try {
            return DoorSettings.of(properties);
        } catch (IllegalArgumentException refused) {
            throw new InstallationException(refused.getMessage() + " Correct it in application.properties.");
        }
    }

    @Override
    public void close() {
        threads.close();
        doors.close();
        try (store) {
            leases.releaseAll();
        }
    }
}
