package com.optiply.picqer.service;

import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.door.DoorSettings;
import com.optiply.picqer.door.Doors;
import com.optiply.picqer.flow.begin.SameShop;
import com.optiply.picqer.flow.run.CustomerThreads;
import com.optiply.picqer.flow.run.HandOver;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.flow.run.Turns;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.sync.export.GoLive;
import com.optiply.picqer.sync.identity.ShopIdentity;
import com.optiply.picqer.sync.run.AccountLeases;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

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
        Turns turns,
        Doors doors,
        Map<String, Object> beans)
        implements AutoCloseable {

    static Parts make(Installation installation, Customers customers, RunListener listener, Clock clock) {
        DoorSettings doorSettings = DoorSettings.of(installation.readProperties());
        Store store = Store.open(StateLocation.of(installation));
        customers.all().forEach(new GoLive(store)::withdrawWhereOff);
        String process = ProcessName.unique();
        AccountLeases leases = new AccountLeases(store, process, System::nanoTime, Clock.systemUTC());
        CustomerThreads threads = new CustomerThreads(customers);
        Doors doors = new Doors(customers, doorSettings, leases::require, new WaitLog());

        Map<String, Object> beans = new HashMap<>(doors.beans());
        Turns turns = new Turns();
        beans.put("handOver", new HandOver(threads, turns, listener));
        beans.put("customerWriters", threads.writers());
        FlowBeans flows = new FlowBeans(
                store,
                leases,
                turns,
                customers,
                process,
                listener,
                DropSettings.of(installation).root(),
                clock);
        beans.put("sameShop", new SameShop(new ShopIdentity(store)));
        beans.putAll(flows.steps(doorSettings.totalTimeout()));
        beans.putAll(flows.ofFlows());
        beans.putAll(ExportBeans.of(store, leases, listener, clock, doorSettings.totalTimeout()));
        return new Parts(store, customers, leases, threads, turns, doors, Map.copyOf(beans));
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
