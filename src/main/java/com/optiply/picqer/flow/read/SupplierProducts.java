package com.optiply.picqer.flow.read;

import static java.util.stream.Collectors.toSet;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.flow.page.Extras;
import com.optiply.picqer.flow.page.Page;
import com.optiply.picqer.flow.page.Rows;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.walk.Walk;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Reference;
import com.optiply.picqer.mapping.product.ProductReading;
import com.optiply.picqer.mapping.supplierproduct.SupplierProductReading;
import com.optiply.picqer.mapping.supplierproduct.SupplierProductRules;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.PicqerProduct;
import com.optiply.picqer.picqer.ProductRows;
import com.optiply.picqer.picqer.Row;
import com.optiply.picqer.picqer.SupplierId;
import com.optiply.picqer.picqer.WarehouseId;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.sync.compare.Family;
import com.optiply.picqer.sync.compare.WithdrawnPreferences;
import com.optiply.picqer.sync.lookup.References;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Exchange;

/** The pairs of product and supplier, out of Picqer's products, page by page. */
public final class SupplierProducts {
    private final References references;
    private final SupplierProductRules rules;
    private final WithdrawnPreferences withdrawn;

    public SupplierProducts(References references, SupplierProductRules rules, WithdrawnPreferences withdrawn) {
        this.references = references;
        this.rules = rules;
        this.withdrawn = withdrawn;
    }

    /**
     * Takes a page of products. The page is all there is of their pairs: one that a product had before and has no more
     * is a former supplier's.
     */
    public void readings(Exchange exchange) {
        Run run = Variables.run(exchange);
        Walk.Taken<PicqerProduct> taken = Walk.of(exchange).take(exchange, ProductRows::read);
        List<PicqerProduct> products = Rows.of(taken.rows()).readable();
        boolean isMulti = run.customer().suppliers().multiSupplier();
        Family family = new Family(clear(products), pair -> rules.former(pair, isMulti));
        List<Decision> kept = kept(run, taken.rows());
        List<SupplierProductReading> pairs =
                pairs(run, products, Variables.warehouses(exchange).stock());
        Page.put(exchange, new Page<>(Kind.SUPPLIER_PRODUCTS, taken.leg(), pairs, kept, family));
    }

    /** The page of products that Picqer answered one by one, active or not. */
    public void ofProducts(Exchange exchange, List<PicqerProduct> products) {
        boolean isMulti = Variables.run(exchange).customer().suppliers().multiSupplier();
        Family family = new Family(clear(products), pair -> rules.former(pair, isMulti));
        List<SupplierProductReading> pairs = pairs(Variables.run(exchange), products, Set.of());
        Page.put(exchange, new Page<>(Kind.SUPPLIER_PRODUCTS, Leg.ACTIVE, pairs, List.of(), family));
    }

    private List<SupplierProductReading> pairs(
            Run run, List<PicqerProduct> products, Set<WarehouseId> stockWarehouses) {
        List<PicqerProduct> supplied = products.stream()
                .filter(product -> product.purchasing().namesASupplier())
                .toList();
        Map<RemoteId, Reference> ofProducts = references.find(
                run, Kind.PRODUCTS, supplied.stream().map(SupplierProducts::id).collect(toSet()));
        Map<RemoteId, Reference> ofSuppliers = references.find(run, Kind.SUPPLIERS, suppliers(supplied));
        CustomerSettings customer = run.customer();
        Set<RemoteId> ofPersons = withdrawn.of(run, ofProducts.keySet(), current(supplied));
        Set<String> extras = Extras.of(customer);
        List<SupplierProductReading> pairs = new ArrayList<>(supplied.size());
        for (PicqerProduct product : supplied) {
            SupplierId supplier = product.purchasing().idsupplier();
            pairs.add(new SupplierProductReading(
                    new ProductReading(product, customer.compositions(), stockWarehouses, extras),
                    ofProducts.getOrDefault(id(product), new Reference.Missing()),
                    supplier == null
                            ? new Reference.Missing()
                            : ofSuppliers.getOrDefault(new RemoteId(supplier.toString()), new Reference.Missing()),
                    customer.suppliers().multiSupplier(),
                    ofPersons.contains(pair(product))));
        }
        return pairs;
    }

    private static Set<RemoteId> current(List<PicqerProduct> supplied) {
        return supplied.stream().map(SupplierProducts::pair).collect(toSet());
    }

    private static RemoteId pair(PicqerProduct product) {
        return new RemoteId(product.idproduct() + "_" + product.purchasing().idsupplier());
    }

    private static Collection<RemoteId> suppliers(List<PicqerProduct> products) {
        return products.stream()
                .map(product -> product.purchasing().idsupplier())
                .filter(Objects::nonNull)
                .map(supplier -> new RemoteId(supplier.toString()))
                .collect(toSet());
    }

    /** Products of which everybody can say who supplies them, be it nobody. */
    private static List<RemoteId> clear(List<PicqerProduct> products) {
        return products.stream()
                .filter(product -> !product.purchasing().isSupplierUnreadable())
                .map(SupplierProducts::id)
                .toList();
    }

    /** Where nobody can read the row of a product, or who its supplier is, its pairs stay as they are. */
    private List<Decision> kept(Run run, List<Row<PicqerProduct>> rows) {
        List<RemoteId> unclear = rows.stream()
                .flatMap(row -> row.<Stream<RemoteId>>fold(
                        product ->
                                product.purchasing().isSupplierUnreadable() ? Stream.of(id(product)) : Stream.empty(),
                        broken -> Stream.of(new RemoteId(broken.key()))))
                .toList();
        return references.sentChildren(run.of(Kind.SUPPLIER_PRODUCTS), unclear).stream()
                .<Decision>map(Decision.Keep::new)
                .toList();
    }

    private static RemoteId id(PicqerProduct product) {
        return new RemoteId(product.idproduct().toString());
    }
}
