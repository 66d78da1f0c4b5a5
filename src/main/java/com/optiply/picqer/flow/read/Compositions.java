package com.optiply.picqer.flow.read;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.flow.page.Page;
import com.optiply.picqer.flow.page.Rows;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.walk.ListStretch;
import com.optiply.picqer.flow.walk.SingleStretch;
import com.optiply.picqer.flow.walk.Stretch;
import com.optiply.picqer.flow.walk.Walk;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.Reference;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.composition.PartReading;
import com.optiply.picqer.mapping.composition.PartRules;
import com.optiply.picqer.mapping.product.ProductReading;
import com.optiply.picqer.mapping.product.ProductRules;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.PartList;
import com.optiply.picqer.picqer.PartRows;
import com.optiply.picqer.picqer.PicqerPart;
import com.optiply.picqer.picqer.PicqerProduct;
import com.optiply.picqer.picqer.ProductId;
import com.optiply.picqer.picqer.ProductRows;
import com.optiply.picqer.picqer.ProductType;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.sync.compare.Family;
import com.optiply.picqer.sync.lookup.ProductFacts;
import com.optiply.picqer.sync.lookup.References;
import com.optiply.picqer.sync.lookup.SeenThrough;
import com.optiply.picqer.sync.lookup.Vanished;
import com.optiply.picqer.sync.run.Backlog;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;

/**
 * The parts of composed products: for each page of products, those products are asked for their parts whose parts can
 * have changed. Picqer's lists do not hold them (contract: Picqer 3).
 */
public final class Compositions {
    private static final String PARTS = "parts";

    private final References references;
    private final Backlog backlog;
    private final SeenThrough seenThrough;
    private final Vanished vanished;
    private final ProductRules products;
    private final PartRules rules;

    public Compositions(
            References references,
            Backlog backlog,
            SeenThrough seenThrough,
            Vanished vanished,
            ProductRules products,
            PartRules rules) {
        this.references = references;
        this.backlog = backlog;
        this.seenThrough = seenThrough;
        this.vanished = vanished;
        this.products = products;
        this.rules = rules;
    }

    /**
     * What is being asked for, out of one page of products.
     *
     * @param plain products that are not sent with parts: what they had of them before leaves Optiply
     */
    private record Underway(
            Leg leg,
            Deque<PicqerProduct> open,
            Set<RemoteId> plain,
            Map<RemoteId, String> marks,
            List<RemoteId> whole,
            List<Part> parts,
            List<Decision> decided) {

        static Underway of(Leg leg, Deque<PicqerProduct> open, Set<RemoteId> plain) {
            return new Underway(
                    leg, open, plain, new HashMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /** A part, and the product that it is a part of. */
    private record Part(ProductId composed, PicqerPart part) {}

    /** The lists of composed products; in full, every list, since old answers name no type (contract: Picqer 2.3). */
    public void open(Exchange exchange) {
        Run run = Variables.run(exchange);
        var paging = run.customer().picqer().paging();
        if (isInFull(run)) {
            Walk.begin(exchange, Catalogue.bothLists("/products", paging));
            return;
        }
        List<Stretch> stretches = new ArrayList<>();
        for (ProductType type : List.of(ProductType.COMPOSITION_WITH_STOCK, ProductType.VIRTUAL_COMPOSITION)) {
            stretches.add(new ListStretch("/products", Query.of("type", type.code()), Leg.ACTIVE, paging));
        }
        backlog.parentsOf(run).forEach(composed -> stretches.add(new SingleStretch("/products", composed)));
        Walk.begin(exchange, stretches);
    }

    private static boolean isInFull(Run run) {
        return run.flow().equals(Flow.COMPOSITIONS_IN_FULL.code());
    }

    public boolean hasNext(Exchange exchange) {
        return Walk.of(exchange).hasNext();
    }

    public PicqerRequest nextPage(Exchange exchange) {
        return Walk.of(exchange).next();
    }

    /** Takes a page of products, and finds out whose parts have to be read. */
    public void take(Exchange exchange) {
        Run run = Variables.run(exchange);
        boolean isAskedFor = !Walk.of(exchange).isOfList();
        Walk.Taken<PicqerProduct> taken = Walk.of(exchange).take(exchange, ProductRows::read);
        Map<Boolean, List<PicqerProduct>> rows = Rows.of(taken.rows()).readable().stream()
                .collect(partitioningBy(product -> products.isSentWithParts(reading(exchange, product))));
        List<PicqerProduct> composed =
                rows.get(true).stream().filter(PicqerProduct::active).toList();
        Map<RemoteId, String> marks =
                seenThrough.marks(run, composed.stream().map(Compositions::id).collect(toSet()));
        PartRequests requests = PartRequests.of(exchange);
        Deque<PicqerProduct> open = new ArrayDeque<>();
        for (PicqerProduct product : composed) {
            if ((isInFull(run) || isAskedFor || isMoved(product, marks)) && requests.add(id(product))) {
                open.add(product);
            }
        }
        Set<RemoteId> plain = rows.get(false).stream().map(Compositions::id).collect(toSet());
        Underway underway = Underway.of(taken.leg(), open, plain);
        underway.decided()
                .addAll(vanished.parkedChildren(run, taken.gone().stream().toList(), Set.of()));
        taken.failed()
                .map(product -> failed(ProductFacts.product(product), product.value()))
                .ifPresent(underway.decided()::add);
        RunState.put(exchange, PARTS, underway);
        Page.put(exchange, page(exchange, List.of(), List.of()));
    }

    private static boolean isMoved(PicqerProduct product, Map<RemoteId, String> marks) {
        String updated = product.updated();
        return updated == null || !updated.equals(marks.get(id(product)));
    }

    private static ProductReading reading(Exchange exchange, PicqerProduct product) {
        CustomerSettings customer = Variables.run(exchange).customer();
        return new ProductReading(
                product, customer.compositions(), Variables.warehouses(exchange).stock());
    }

    /** Whether a product of the page has still to be asked for its parts. */
    public boolean hasNextParts(Exchange exchange) {
        return !underway(exchange).open().isEmpty();
    }

    public PicqerRequest nextParts(Exchange exchange) {
        RemoteId product = id(underway(exchange).open().element());
        return PartRequests.of(exchange)
                .next(product, () -> references.knownParents(Variables.run(exchange), Kind.PRODUCT_COMPOSITIONS));
    }

    /** One that Picqer itself fails on stays as it is, and keeps no other from its parts. */
    public void takeParts(Exchange exchange) {
        Underway underway = underway(exchange);
        PicqerProduct product = underway.open().element();
        PicqerAnswer answer = exchange.getMessage().getBody(PicqerAnswer.class);
        switch (PartRequests.of(exchange).take(id(product), answer)) {
            case NOTHING -> {}
            case FAILS -> {
                underway.open().remove();
                String sku = product.productcode();
                underway.decided()
                        .add(failed(
                                product.idproduct(), sku == null ? id(product).value() : sku));
            }
            case ANSWERED -> {
                underway.open().remove();
                takeParts(underway, product, answer);
            }
        }
    }

    /** A product without parts is answered with none, or as not found (contract: Picqer 1.5). */
    private static void takeParts(Underway underway, PicqerProduct product, PicqerAnswer answer) {
        PartList list = answer.body() == null
                ? new PartList(List.of(), true)
                : PartRows.read(ListStretch.arrayOf(PartRequests.parts(id(product)), answer));
        list.rows()
                .forEach(row -> row.fold(
                        part -> underway.parts().add(new Part(product.idproduct(), part)), broken -> underway.decided()
                                .add(Decision.Park.unreadable(
                                        PartReading.subjectOf(product.idproduct(), broken.key(), broken.label()),
                                        broken.problems()))));
        if (list.isWhole()) {
            underway.whole().add(id(product));
        }
        String updated = product.updated();
        if (updated != null) {
            underway.marks().put(id(product), updated);
        }
    }

    private static Decision failed(ProductId product, String label) {
        return Decision.Park.failing(PartReading.subjectOf(product, "parts", label), "its parts");
    }

    /** The parts of all products of the page that were asked. */
    public void readings(Exchange exchange) {
        Run run = Variables.run(exchange);
        Underway underway = underway(exchange);
        Set<RemoteId> named = new HashSet<>();
        underway.parts().forEach(part -> {
            named.add(new RemoteId(part.composed().toString()));
            named.add(new RemoteId(part.part().idproduct().toString()));
        });
        Map<RemoteId, Reference> known = references.find(run, Kind.PRODUCTS, named);
        List<PartReading> readings = underway.parts().stream()
                .map(part -> new PartReading(
                        part.composed(),
                        reference(known, part.composed()),
                        true,
                        part.part(),
                        reference(known, part.part().idproduct())))
                .toList();
        Page.put(exchange, page(exchange, readings, underway.decided()));
    }

    private Page<PartReading> page(Exchange exchange, List<PartReading> readings, List<Decision> decided) {
        Underway underway = underway(exchange);
        List<RemoteId> parents = new ArrayList<>(underway.whole());
        parents.addAll(underway.plain());
        Family family = new Family(parents, part -> absent(underway.plain(), part));
        return new Page<>(Kind.PRODUCT_COMPOSITIONS, underway.leg(), readings, decided, family);
    }

    private Filter absent(Set<RemoteId> plain, Subject part) {
        return plain.contains(part.parent()) ? rules.notComposed(part) : Filter.removed(part);
    }

    private static Reference reference(Map<RemoteId, Reference> known, ProductId product) {
        return known.getOrDefault(new RemoteId(product.toString()), new Reference.Missing());
    }

    /** What the split takes apart. */
    public List<?> each(Exchange exchange) {
        return Page.of(exchange).readings();
    }

    /** Only now that their parts have their outcomes need these products not be asked until they change. */
    public void seenThrough(Exchange exchange) {
        seenThrough.saveComposed(Variables.run(exchange), underway(exchange).marks());
    }

    private static RemoteId id(PicqerProduct product) {
        return new RemoteId(product.idproduct().toString());
    }

    private static Underway underway(Exchange exchange) {
        return RunState.required(exchange, PARTS, Underway.class);
    }
}
