package com.optiply.picqer.flow.read;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.CustomerSettings.Owner;
import com.optiply.picqer.customer.CustomerSettings.Paging;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.flow.page.Extras;
import com.optiply.picqer.flow.page.Page;
import com.optiply.picqer.flow.page.Rows;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.walk.ListStretch;
import com.optiply.picqer.flow.walk.SupplierAccess;
import com.optiply.picqer.flow.walk.Walk;
import com.optiply.picqer.mapping.supplier.SupplierReading;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.picqer.PicqerSupplier;
import com.optiply.picqer.picqer.SupplierRows;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.Run;
import java.util.List;
import org.apache.camel.Exchange;

/** Picqer's suppliers, page by page. */
public final class Suppliers {
    private final RunListener listener;

    public Suppliers(RunListener listener) {
        this.listener = listener;
    }

    /** Begins a walk over the active list and then the inactive one; a key without access reads neither. */
    public void open(Exchange exchange) {
        Paging paging = Variables.run(exchange).customer().picqer().paging();
        Walk.begin(
                exchange,
                List.of(
                        new ListStretch("/suppliers", Query.NONE, Leg.ACTIVE, paging).unlessRefused(),
                        new ListStretch("/suppliers", Query.of("inactive", true), Leg.INACTIVE, paging)
                                .unlessRefused()));
    }

    public boolean hasNext(Exchange exchange) {
        return Walk.of(exchange).hasNext();
    }

    public PicqerRequest nextPage(Exchange exchange) {
        return Walk.of(exchange).next();
    }

    /** Takes the page; none of its rows counts if it does not join on to what was read before. */
    public void readings(Exchange exchange) {
        Run run = Variables.run(exchange);
        Walk walk = Walk.of(exchange);
        boolean wasRefused = walk.isRefused();
        Walk.Taken<PicqerSupplier> taken = walk.take(exchange, SupplierRows::read);
        if (walk.isRefused() && !wasRefused) {
            listener.noAccess(run);
        }
        SupplierAccess.note(run, walk.isRefused());
        Rows<PicqerSupplier> rows = Rows.of(taken.rows());
        List<SupplierReading> readings = rows.readable().stream()
                .map(supplier -> reading(run, supplier, taken.leg()))
                .toList();
        Page.put(exchange, new Page<>(Kind.SUPPLIERS, taken.leg(), readings, rows.unreadable(), null));
    }

    /** What the split takes apart. */
    public List<?> each(Exchange exchange) {
        return Page.of(exchange).readings();
    }

    /** Changed names are sent by the weekly flow only (mapping.md, "Suppliers"). */
    private static SupplierReading reading(Run run, PicqerSupplier supplier, Leg leg) {
        CustomerSettings customer = run.customer();
        return new SupplierReading(
                supplier,
                leg == Leg.INACTIVE,
                customer.suppliers().ignored() == Owner.PICQER,
                run.flow().equals(Flow.SUPPLIER_NAMES.code()),
                Extras.of(customer));
    }
}
