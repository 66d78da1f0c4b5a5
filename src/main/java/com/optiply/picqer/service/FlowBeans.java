package com.optiply.picqer.service;

import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.door.DoorTime;
import com.optiply.picqer.flow.begin.Connecting;
import com.optiply.picqer.flow.begin.RunSteps;
import com.optiply.picqer.flow.begin.WarehouseStep;
import com.optiply.picqer.flow.dropped.FileDrop;
import com.optiply.picqer.flow.dropped.ListedPairs;
import com.optiply.picqer.flow.dropped.PicqerChoices;
import com.optiply.picqer.flow.dropped.SupplierImport;
import com.optiply.picqer.flow.page.Decisions;
import com.optiply.picqer.flow.page.OwnStep;
import com.optiply.picqer.flow.page.PageComparison;
import com.optiply.picqer.flow.page.Passes;
import com.optiply.picqer.flow.read.BuyOrderWalk;
import com.optiply.picqer.flow.read.BuyOrders;
import com.optiply.picqer.flow.read.Catalogue;
import com.optiply.picqer.flow.read.Compositions;
import com.optiply.picqer.flow.read.ItemDeliveries;
import com.optiply.picqer.flow.read.Lines;
import com.optiply.picqer.flow.read.MissingProducts;
import com.optiply.picqer.flow.read.OldReceipts;
import com.optiply.picqer.flow.read.OrderLineDecisions;
import com.optiply.picqer.flow.read.OriginLookups;
import com.optiply.picqer.flow.read.SellOrderWalk;
import com.optiply.picqer.flow.read.SellOrders;
import com.optiply.picqer.flow.read.SupplierProducts;
import com.optiply.picqer.flow.read.Suppliers;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.flow.run.Turns;
import com.optiply.picqer.flow.send.AbsenceStep;
import com.optiply.picqer.flow.send.AdoptionListing;
import com.optiply.picqer.flow.send.GuardedWrites;
import com.optiply.picqer.flow.send.OptiplyInspection;
import com.optiply.picqer.flow.send.SendSteps;
import com.optiply.picqer.flow.send.SettleSteps;
import com.optiply.picqer.flow.send.SupplierUses;
import com.optiply.picqer.flow.walk.ChangedRows;
import com.optiply.picqer.mapping.buyorder.BuyOrderLineMapper;
import com.optiply.picqer.mapping.buyorder.BuyOrderMapper;
import com.optiply.picqer.mapping.buyorder.PurchaseOrderLineReading;
import com.optiply.picqer.mapping.buyorder.PurchaseOrderReading;
import com.optiply.picqer.mapping.composition.PartMapper;
import com.optiply.picqer.mapping.composition.PartReading;
import com.optiply.picqer.mapping.delivery.ReceiptLineMapper;
import com.optiply.picqer.mapping.delivery.ReceiptLineReading;
import com.optiply.picqer.mapping.product.ProductMapper;
import com.optiply.picqer.mapping.product.ProductReading;
import com.optiply.picqer.mapping.sellorder.OrderLineReading;
import com.optiply.picqer.mapping.sellorder.OrderReading;
import com.optiply.picqer.mapping.sellorder.SellOrderLineMapper;
import com.optiply.picqer.mapping.sellorder.SellOrderMapper;
import com.optiply.picqer.mapping.supplier.SupplierMapper;
import com.optiply.picqer.mapping.supplier.SupplierRules;
import com.optiply.picqer.mapping.supplierproduct.SupplierProductMapper;
import com.optiply.picqer.mapping.supplierproduct.SupplierProductReading;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.sync.compare.Absences;
import com.optiply.picqer.sync.compare.Adoption;
import com.optiply.picqer.sync.compare.Comparison;
import com.optiply.picqer.sync.compare.WithdrawnPreferences;
import com.optiply.picqer.sync.dropped.DroppedWork;
import com.optiply.picqer.sync.dropped.PicqerAudit;
import com.optiply.picqer.sync.dropped.PreferredSuppliers;
import com.optiply.picqer.sync.dropped.ProductPairs;
import com.optiply.picqer.sync.dropped.SettledRows;
import com.optiply.picqer.sync.export.GoLive;
import com.optiply.picqer.sync.export.Origins;
import com.optiply.picqer.sync.guard.Guards;
import com.optiply.picqer.sync.identity.OptiplyIdentity;
import com.optiply.picqer.sync.identity.ShownIds;
import com.optiply.picqer.sync.inspect.Inspection;
import com.optiply.picqer.sync.lookup.OpenOrders;
import com.optiply.picqer.sync.lookup.OrderLines;
import com.optiply.picqer.sync.lookup.OrderedLines;
import com.optiply.picqer.sync.lookup.ProductFacts;
import com.optiply.picqer.sync.lookup.References;
import com.optiply.picqer.sync.lookup.SeenThrough;
import com.optiply.picqer.sync.lookup.SupplierUse;
import com.optiply.picqer.sync.lookup.Vanished;
import com.optiply.picqer.sync.run.AccountLeases;
import com.optiply.picqer.sync.run.Backlog;
import com.optiply.picqer.sync.run.ReadSoFar;
import com.optiply.picqer.sync.run.RunBook;
import com.optiply.picqer.sync.send.Acknowledgements;
import com.optiply.picqer.sync.send.Settlement;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The beans that the flows and their steps name. */
final class FlowBeans {
    private final Store store;
    private final AccountLeases leases;
    private final Turns turns;
    private final Customers customers;
    private final String process;
    private final RunListener listener;
    private final Path dropRoot;

    private final Clock clock;
    private final Adoption adoption;
    private final Comparison comparison;
    private final References references;
    private final Backlog backlog;
    private final ReadSoFar readSoFar;
    private final ChangedRows changes;
    private final Vanished vanished;
    private final SeenThrough seenThrough;
    private final ProductFacts facts;
    private final SupplierProducts supplierProducts;

    private final DataRules rules = new DataRules();

    FlowBeans(
            Store store,
            AccountLeases leases,
            Turns turns,
            Customers customers,
            String process,
            RunListener listener,
            Path dropRoot,
            Clock clock) {
        this.store = store;
        this.leases = leases;
        this.turns = turns;
        this.customers = customers;
        this.process = process;
        this.listener = listener;
        this.dropRoot = dropRoot;
        this.clock = clock;
        this.adoption = new Adoption(store, clock);
        this.comparison = new Comparison(store, adoption, clock);
        this.references = new References(store);
        this.backlog = new Backlog(store, clock);
        this.readSoFar = new ReadSoFar(store);
        this.changes = new ChangedRows(backlog, readSoFar, clock);
        this.vanished = new Vanished(store);
        this.seenThrough = new SeenThrough(store);
        this.facts = new ProductFacts(store, references);
        this.supplierProducts = new SupplierProducts(references, rules.pairs, new WithdrawnPreferences(store));
    }

    /** What several flows share. */
    Map<String, Object> steps(Duration settleAfter) {
        Map<String, Object> beans = new HashMap<>();
        Guards guards = new Guards(store, clock);
        SendSteps writes = new SendSteps(new Acknowledgements(store, clock), new ShownIds(store), leases);
        Settlement settlement = new Settlement(store, adoption, clock);
        Decisions decisions = rules.decisions();
        beans.put(
                "runs",
                new RunSteps(
                        customers,
                        new RunBook(store, process, clock),
                        new OptiplyIdentity(store),
                        guards,
                        new GoLive(store),
                        leases,
                        turns,
                        listener));
        beans.put("inspection", new OptiplyInspection(Inspection.repairing(store, clock), turns, listener));
        beans.put("looking", new OptiplyInspection(Inspection.looking(store), turns, listener));
        beans.put("warehouses", new WarehouseStep(readSoFar, listener));
        beans.put("connecting", new Connecting(customers));
        beans.put("adoption", new AdoptionListing(adoption));
        beans.put("intents", new SettleSteps(settlement, settleAfter, DoorTime.SYSTEM, clock, listener));
        beans.put("missingProducts", new MissingProducts(references));
        beans.put("decisions", decisions);
        beans.put("ownStep", new OwnStep());
        beans.put("orderLines", new OrderLineDecisions(decisions));
        beans.put("comparison", new PageComparison(comparison, listener));
        beans.put("lines", new Lines(new OrderLines(store), adoption, comparison));
        beans.put("writes", writes);
        beans.put("answers", writes);
        Absences absences = absences();
        beans.put("absences", new AbsenceStep(absences));
        beans.put("supplierUses", new SupplierUses(absences, new SupplierUse(store)));
        beans.put("guards", new GuardedWrites(guards, listener));
        return beans;
    }

    /** What one flow, or a few of one kind, has for itself. */
    Map<String, Object> ofFlows() {
        Map<String, Object> beans = new HashMap<>();
        addCatalogue(beans);
        addDroppedFiles(beans);
        addBuying(beans);
        addSelling(beans);
        return beans;
    }

    private void addCatalogue(Map<String, Object> beans) {
        beans.put("suppliers", new Suppliers(listener));
        beans.put("supplierMapper", new SupplierMapper());
        beans.put("catalogue", new Catalogue());
        beans.put("purchasable", new Passes<>(rules.products, ProductReading.class));
        beans.put("productMapper", new ProductMapper());
        beans.put("supplierProducts", supplierProducts);
        beans.put("purchasablePair", new Passes<>(rules.pairs, SupplierProductReading.class));
        beans.put("supplierProductMapper", new SupplierProductMapper());
        beans.put(
                "compositions",
                new Compositions(references, backlog, seenThrough, vanished, rules.products, rules.parts));
        beans.put("countedPart", new Passes<>(rules.parts, PartReading.class));
        beans.put("partMapper", new PartMapper());
    }

    private void addDroppedFiles(Map<String, Object> beans) {
        FileDrop drop = new FileDrop(store, dropRoot, leases, turns, listener, clock);
        PreferredSuppliers preferred = new PreferredSuppliers(store, clock);
        PicqerChoices choices = new PicqerChoices(leases);
        beans.put("fileDrop", drop);
        beans.put("fileWaits", drop);
        beans.put("listedPairs", new ListedPairs(new ProductPairs(store)));
        beans.put("picqerChoices", choices);
        beans.put("picqerAnswers", choices);
        beans.put(
                "supplierImport",
                new SupplierImport(
                        new DroppedWork(store, dropRoot, clock),
                        preferred,
                        new SettledRows(store, preferred),
                        new PicqerAudit(store, clock),
                        supplierProducts,
                        listener));
    }

    private void addBuying(Map<String, Object> beans) {
        BuyOrderMapper mapper = new BuyOrderMapper();
        Origins origins = new Origins(store, adoption);
        BuyOrderWalk buyOrderWalk = new BuyOrderWalk(changes, readSoFar, new OpenOrders(store));
        beans.put(
                "buyOrders",
                new BuyOrders(buyOrderWalk, readSoFar, references, facts, comparison, origins, vanished, mapper));
        beans.put("origins", new OriginLookups(origins));
        beans.put("placedOrder", new Passes<>(rules.purchaseOrders, PurchaseOrderReading.class));
        beans.put("orderedProduct", new Passes<>(rules.purchaseOrderLines, PurchaseOrderLineReading.class));
        beans.put("buyOrderLineMapper", new BuyOrderLineMapper());
        beans.put("itemDeliveries", new ItemDeliveries(changes, new OrderedLines(store, references), vanished));
        beans.put("oldReceipts", new OldReceipts(references));
        beans.put("deliveredLine", new Passes<>(rules.receiptLines, ReceiptLineReading.class));
        beans.put("receiptLineMapper", new ReceiptLineMapper());
    }

    private void addSelling(Map<String, Object> beans) {
        SellOrderWalk walk = new SellOrderWalk(backlog, readSoFar, new OpenOrders(store));
        beans.put("sellOrders", new SellOrders(walk, facts, seenThrough, vanished, new SellOrderMapper()));
        beans.put("countingOrder", new Passes<>(rules.orders, OrderReading.class));
        beans.put("countingLine", new Passes<>(rules.orderLines, OrderLineReading.class));
        beans.put("sellOrderLineMapper", new SellOrderLineMapper());
    }

    private Absences absences() {
        SupplierRules suppliers = new SupplierRules();
        return new Absences(
                store,
                comparison,
                Map.of(
                        Kind.PRODUCTS, (gone, isInUse) -> rules.products.gone(gone),
                        Kind.SUPPLIERS, suppliers::removed,
                        Kind.SUPPLIER_PRODUCTS, (gone, isInUse) -> rules.pairs.gone(gone)));
    }
}
