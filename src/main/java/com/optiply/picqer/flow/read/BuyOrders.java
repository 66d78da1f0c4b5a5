package com.optiply.picqer.flow.read;

import static java.util.stream.Collectors.toSet;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.flow.page.Draft;
import com.optiply.picqer.flow.page.Page;
import com.optiply.picqer.flow.page.Rows;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.walk.SupplierAccess;
import com.optiply.picqer.flow.walk.Walk;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.Reference;
import com.optiply.picqer.mapping.buyorder.BuyOrderMapper;
import com.optiply.picqer.mapping.buyorder.PurchaseOrderLineReading;
import com.optiply.picqer.mapping.buyorder.PurchaseOrderReading;
import com.optiply.picqer.mapping.product.ProductPrices;
import com.optiply.picqer.mapping.supplier.NamedSupplier;
import com.optiply.picqer.mapping.supplier.SupplierKey;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.PicqerPurchaseOrder;
import com.optiply.picqer.picqer.PicqerPurchaseOrderLine;
import com.optiply.picqer.picqer.ProductId;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.sync.compare.Comparison;
import com.optiply.picqer.sync.export.Origins;
import com.optiply.picqer.sync.export.Origins.Marks;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.lookup.ProductFacts;
import com.optiply.picqer.sync.lookup.References;
import com.optiply.picqer.sync.lookup.Vanished;
import com.optiply.picqer.sync.run.ReadSoFar;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Exchange;

/** Picqer's purchase orders, page by page; {@link BuyOrderWalk} says which. */
public final class BuyOrders {
    private static final String ROWS = "purchaseOrderRows";

    private final BuyOrderWalk walk;
    private final ReadSoFar readSoFar;
    private final References references;
    private final ProductFacts facts;
    private final Comparison comparison;
    private final Origins origins;
    private final Vanished vanished;
    private final BuyOrderMapper mapper;

    public BuyOrders(
            BuyOrderWalk walk,
            ReadSoFar readSoFar,
            References references,
            ProductFacts facts,
            Comparison comparison,
            Origins origins,
            Vanished vanished,
            BuyOrderMapper mapper) {
        this.walk = walk;
        this.readSoFar = readSoFar;
        this.references = references;
        this.facts = facts;
        this.comparison = comparison;
        this.origins = origins;
        this.vanished = vanished;
        this.mapper = mapper;
    }

    public void open(Exchange exchange) {
        walk.open(exchange);
    }

    public boolean hasNext(Exchange exchange) {
        return walk.hasNext(exchange);
    }

    public PicqerRequest nextPage(Exchange exchange) {
        return walk.nextPage(exchange);
    }

    /** Takes the page, and finds out which of its products nobody has read yet, and which marks it bears. */
    public void take(Exchange exchange) {
        Run run = Variables.run(exchange);
        Walk.Taken<PicqerPurchaseOrder> taken = walk.take(exchange);
        RunState.put(exchange, ROWS, taken);
        List<PicqerPurchaseOrder> orders = Rows.of(taken.rows()).readable();
        MissingProducts.put(exchange, facts.unread(run, products(orders)));
        OriginLookups.put(exchange, origins.read(run, orders));
    }

    /**
     * The suppliers that are known by nothing but their names on these orders, as writes: only where the key may not
     * read suppliers (mapping.md, "Suppliers").
     */
    public List<Write> namedSuppliers(Exchange exchange) {
        Run run = Variables.run(exchange);
        if (!SupplierAccess.isRefused(run, readSoFar)) {
            return List.of();
        }
        List<PicqerPurchaseOrder> orders = orders(exchange);
        Map<RemoteId, Reference> byId = suppliers(run, orders.stream().map(SupplierKey::ofId));
        Map<RemoteId, Decision> named = new LinkedHashMap<>();
        orders.stream()
                .filter(order -> !isInOptiplyById(order, byId))
                .flatMap(order -> NamedSupplier.of(order.supplierName()).stream())
                .forEach(supplier -> named.putIfAbsent(supplier.remoteId(), supplier.send()));
        Map<RemoteId, Reference> known = references.find(run, Kind.SUPPLIERS, named.keySet());
        named.keySet().removeIf(name -> known.get(name) instanceof Reference.Linked);
        return comparison.compare(run.of(Kind.SUPPLIERS), Leg.ACTIVE, List.copyOf(named.values()));
    }

    /** The orders with all that their rules look at. */
    public void readings(Exchange exchange) {
        Run run = Variables.run(exchange);
        Walk.Taken<PicqerPurchaseOrder> taken = taken(exchange);
        Rows<PicqerPurchaseOrder> rows = Rows.of(taken.rows());
        Set<RemoteId> productIds = products(rows.readable());
        Map<ProductId, Reference> products = ProductFacts.byProduct(facts.references(run, productIds));
        ProductPrices prices = facts.prices(run, productIds);
        boolean isRefused = SupplierAccess.isRefused(run, readSoFar);
        Map<RemoteId, Reference> suppliers = suppliers(
                run,
                rows.readable().stream()
                        .flatMap(order -> Stream.of(SupplierKey.of(order), SupplierKey.byNameFirst(order))));
        CustomerSettings customer = run.customer();
        Marks marks = OriginLookups.marks(exchange);
        List<PurchaseOrderReading> readings = new ArrayList<>();
        List<Decision> decided = new ArrayList<>(rows.unreadable());
        for (PicqerPurchaseOrder order : rows.readable()) {
            Optional<OptiplyId> doubted = marks.doubtOf(order);
            if (doubted.isPresent()) {
                decided.add(unshown(order, doubted.get()));
                continue;
            }
            boolean isByName = isRefused && !isInOptiplyById(order, suppliers);
            RemoteId supplier = (isByName ? SupplierKey.byNameFirst(order) : SupplierKey.of(order)).orElse(null);
            readings.add(new PurchaseOrderReading(
                    order,
                    Variables.warehouses(exchange).main(),
                    customer.timezone(),
                    customer.historyFrom().orElse(null),
                    marks.isInOptiply(order),
                    supplier,
                    suppliers.getOrDefault(supplier, new Reference.Missing()),
                    products,
                    prices,
                    marks.of(order).isOptiplysOwn(),
                    marks.of(order).copiedFrom()));
        }
        decided.addAll(vanished.record(run, taken.gone()));
        decided.addAll(vanished.failed(run, taken.failed()));
        Page.put(exchange, new Page<>(Kind.BUY_ORDERS, taken.leg(), readings, decided, null));
    }

    /** Whether Optiply has the order that it came from, nobody knows. */
    private static Park unshown(PicqerPurchaseOrder order, OptiplyId origin) {
        return Park.of(
                PurchaseOrderReading.subject(order),
                ParkReason.UNCONFIRMED,
                "Optiply said yes, and did not show its order " + origin + ".");
    }

    private Map<RemoteId, Reference> suppliers(Run run, Stream<Optional<RemoteId>> keys) {
        return references.find(
                run, Kind.SUPPLIERS, keys.flatMap(Optional::stream).collect(toSet()));
    }

    /** Read before the key lost its access, perhaps: then its orders stay with it. */
    private static boolean isInOptiplyById(PicqerPurchaseOrder order, Map<RemoteId, Reference> suppliers) {
        return SupplierKey.ofId(order)
                .filter(id -> suppliers.get(id) instanceof Reference.Linked)
                .isPresent();
    }

    /** What the split takes apart. */
    public List<?> each(Exchange exchange) {
        return Page.of(exchange).readings();
    }

    /** What the inner split takes apart: the lines of one order. */
    public List<PurchaseOrderLineReading> lines(Exchange exchange) {
        PurchaseOrderReading order = (PurchaseOrderReading) Draft.order(exchange);
        return order.order().lines().stream()
                .map(line -> new PurchaseOrderLineReading(order, line))
                .toList();
    }

    /** The order with its lines as one decision: it goes whole or not at all. */
    public Decision map(Exchange exchange) {
        PurchaseOrderReading order = (PurchaseOrderReading) Draft.order(exchange);
        return MissingProducts.decided(
                exchange,
                mapper.map(
                        order, Draft.of(exchange, order.order().lines().size()).lines()));
    }

    private static List<PicqerPurchaseOrder> orders(Exchange exchange) {
        return Rows.of(taken(exchange).rows()).readable();
    }

    @SuppressWarnings("unchecked")
    private static Walk.Taken<PicqerPurchaseOrder> taken(Exchange exchange) {
        return RunState.required(exchange, ROWS, Walk.Taken.class);
    }

    private static Set<RemoteId> products(List<PicqerPurchaseOrder> orders) {
        return orders.stream()
                .flatMap(order -> order.lines().stream())
                .map(PicqerPurchaseOrderLine::idproduct)
                .map(ProductId::toString)
                .map(RemoteId::new)
                .collect(toSet());
    }
}
