package com.optiply.picqer.flow;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.ProductReading;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.picqer.PicqerProduct;
import com.optiply.picqer.picqer.ProductRows;
import com.optiply.picqer.picqer.Row;
import com.optiply.picqer.picqer.Row.FieldProblem;
import com.optiply.picqer.store.Leg;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;

/** Picqer's products, page by page. */
public final class Catalogue {
    static final String PAGE = "page";

    private static final String WALK = "walk";

    /** Begins a walk over the active list and then the inactive one. */
    public void open(Exchange exchange) {
        CustomerSettings customer = Variables.run(exchange).customer();
        RunState.put(exchange, WALK, new CatalogueWalk(customer.picqer().paging()));
    }

    public boolean hasNext(Exchange exchange) {
        return walk(exchange).hasNext();
    }

    /** The request for the next page. */
    public PicqerRequest nextPage(Exchange exchange) {
        CatalogueWalk walk = walk(exchange);
        Query query = walk.leg() == Leg.INACTIVE ? Query.of("inactive", true) : Query.NONE;
        return PicqerRequest.get("/products", query.and("offset", walk.offset()));
    }

    /** Takes the page; none of its rows counts if it does not join on to what was read before. */
    public void readings(Exchange exchange) {
        CatalogueWalk walk = walk(exchange);
        Leg leg = walk.leg();
        List<Row<PicqerProduct>> rows = rows(exchange);
        boolean joins = walk.take(rows.stream().map(Row::key).toList());
        RunState.put(exchange, PAGE, page(exchange, leg, joins ? rows : List.of()));
    }

    /** What the split takes apart. */
    public List<ProductReading> each(Exchange exchange) {
        return RunState.required(exchange, PAGE, CataloguePage.class).readings();
    }

    /** A loop that was stopped ends like one that is through: only the walk itself knows (camel.md, "Routes"). */
    static void requireWalked(Exchange exchange) {
        if (walk(exchange).hasNext()) {
            throw new RunStoppedException();
        }
    }

    private static CatalogueWalk walk(Exchange exchange) {
        return RunState.required(exchange, WALK, CatalogueWalk.class);
    }

    private static List<Row<PicqerProduct>> rows(Exchange exchange) {
        JsonNode body = exchange.getMessage().getBody(PicqerAnswer.class).body();
        if (body == null || !body.isArray()) {
            throw new IllegalStateException("Picqer's answer to GET /products is not a list."
                    + " Check the setting `picqer.subdomain` or `picqer.base-url`.");
        }
        List<Row<PicqerProduct>> rows = new ArrayList<>(body.size());
        body.forEach(row -> rows.add(ProductRows.read(row)));
        return rows;
    }

    private static CataloguePage page(Exchange exchange, Leg leg, List<Row<PicqerProduct>> rows) {
        CustomerSettings customer = Variables.run(exchange).customer();
        var stockWarehouses = Variables.warehouses(exchange).stock();
        List<ProductReading> readings = new ArrayList<>(rows.size());
        List<Decision> unreadable = new ArrayList<>();
        for (Row<PicqerProduct> row : rows) {
            row.fold(
                    product -> readings.add(new ProductReading(product, customer.compositions(), stockWarehouses)),
                    broken -> unreadable.add(parked(broken)));
        }
        return new CataloguePage(leg, readings, unreadable);
    }

    private static Decision.Park parked(Row.Unreadable<PicqerProduct> row) {
        String detail = row.problems().stream().map(FieldProblem::toString).collect(joining("; "));
        return Decision.Park.of(Subject.of(row.key(), row.label()), ParkReason.UNREADABLE, detail);
    }
}
