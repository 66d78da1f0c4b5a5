package com.optiply.picqer.flow.read;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.CustomerSettings.Paging;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.flow.page.Extras;
import com.optiply.picqer.flow.page.Page;
import com.optiply.picqer.flow.page.Rows;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.walk.ListStretch;
import com.optiply.picqer.flow.walk.Stretch;
import com.optiply.picqer.flow.walk.Walk;
import com.optiply.picqer.mapping.product.ProductReading;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.picqer.PicqerProduct;
import com.optiply.picqer.picqer.ProductRows;
import com.optiply.picqer.store.row.Leg;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;

/** Picqer's products, page by page. */
public final class Catalogue {

    /** Begins a walk over the active list and then the inactive one. */
    public void open(Exchange exchange) {
        Paging paging = Variables.run(exchange).customer().picqer().paging();
        Walk.begin(exchange, bothLists("/products", paging));
    }

    /** Picqer lists what is inactive apart (contract: Picqer 2.2 and 5). */
    static List<Stretch> bothLists(String path, Paging paging) {
        return List.of(
                new ListStretch(path, Query.NONE, Leg.ACTIVE, paging),
                new ListStretch(path, Query.of("inactive", true), Leg.INACTIVE, paging));
    }

    public boolean hasNext(Exchange exchange) {
        return Walk.of(exchange).hasNext();
    }

    /** The request for the next page. */
    public PicqerRequest nextPage(Exchange exchange) {
        return Walk.of(exchange).next();
    }

    /** Takes the page; none of its rows counts if it does not join on to what was read before. */
    public void readings(Exchange exchange) {
        Walk.Taken<PicqerProduct> taken = Walk.of(exchange).take(exchange, ProductRows::read);
        Rows<PicqerProduct> rows = Rows.of(taken.rows());
        CustomerSettings customer = Variables.run(exchange).customer();
        var stockWarehouses = Variables.warehouses(exchange).stock();
        Set<String> extras = Extras.of(customer);
        List<ProductReading> readings = rows.readable().stream()
                .map(product -> new ProductReading(product, customer.compositions(), stockWarehouses, extras))
                .toList();
        Page.put(exchange, new Page<>(Kind.PRODUCTS, taken.leg(), readings, rows.unreadable(), null));
    }

    /** What the split takes apart. */
    public List<?> each(Exchange exchange) {
        return Page.of(exchange).readings();
    }
}
