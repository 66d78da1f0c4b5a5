package com.optiply.picqer.flow.read;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.flow.page.Draft;
import com.optiply.picqer.flow.page.Extras;
import com.optiply.picqer.flow.page.Page;
import com.optiply.picqer.flow.page.PageComparison;
import com.optiply.picqer.flow.page.Rows;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.walk.Walk;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.sellorder.OrderChoices;
import com.optiply.picqer.mapping.sellorder.OrderLineReading;
import com.optiply.picqer.mapping.sellorder.OrderReading;
import com.optiply.picqer.mapping.sellorder.OrderedProducts;
import com.optiply.picqer.mapping.sellorder.SellOrderMapper;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.PicqerOrder;
import com.optiply.picqer.picqer.PicqerOrderLine;
import com.optiply.picqer.picqer.ProductId;
import com.optiply.picqer.sync.lookup.ProductFacts;
import com.optiply.picqer.sync.lookup.SeenThrough;
import com.optiply.picqer.sync.lookup.Vanished;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;

/** Picqer's orders, page by page; {@link SellOrderWalk} says which. */
public final class SellOrders {
    private static final String ROWS = "orderRows";
    private static final String LISTED = "ordersAreListed";
    private static final String LOOKS = "orderLooks";

    private final SellOrderWalk walk;
    private final ProductFacts facts;
    private final SeenThrough seenThrough;
    private final Vanished vanished;
    private final SellOrderMapper mapper;

    public SellOrders(
            SellOrderWalk walk,
            ProductFacts facts,
            SeenThrough seenThrough,
            Vanished vanished,
            SellOrderMapper mapper) {
        this.walk = walk;
        this.facts = facts;
        this.seenThrough = seenThrough;
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
        return Walk.of(exchange).next();
    }

    /** Takes the page, and finds out which of its products nobody has read yet. */
    public void take(Exchange exchange) {
        Run run = Variables.run(exchange);
        RunState.put(exchange, LISTED, walk.isListOfChanged(exchange));
        Walk.Taken<PicqerOrder> taken = SellOrderWalk.take(exchange);
        RunState.put(exchange, ROWS, taken);
        Rows<PicqerOrder> rows = Rows.of(taken.rows());
        MissingProducts.put(exchange, facts.unread(run, products(rows.readable())));
    }

    /** The orders with all that their rules look at. One that looks as it did when it was sent stays as it is. */
    @SuppressWarnings("unchecked")
    public void readings(Exchange exchange) {
        Run run = Variables.run(exchange);
        Walk.Taken<PicqerOrder> taken = RunState.required(exchange, ROWS, Walk.Taken.class);
        Rows<PicqerOrder> rows = Rows.of(taken.rows());
        OrderChoices choices = choices(exchange);
        OrderedProducts products = products(run, rows.readable());
        SeenThrough.Known known = seenThrough.known(
                run, rows.readable().stream().map(SellOrders::id).toList());
        boolean areListed = RunState.required(exchange, LISTED, Boolean.class);
        List<OrderReading> all = rows.readable().stream()
                .map(order -> new OrderReading(
                        order, choices, products, known.inOptiply().contains(id(order)), areListed))
                .toList();
        Map<RemoteId, String> looks = all.stream()
                .collect(toMap(one -> one.subject().remoteId(), OrderReading::fingerprint, (one, same) -> one));
        Map<RemoteId, String> before = seenThrough.marks(run, looks.keySet());
        List<Decision> decided = new ArrayList<>(rows.unreadable());
        decided.addAll(vanished.record(run, taken.gone()));
        decided.addAll(vanished.failed(run, taken.failed()));
        List<RemoteId> moved = new ArrayList<>(taken.gone().stream().toList());
        List<OrderReading> changed = new ArrayList<>();
        for (OrderReading reading : all) {
            RemoteId id = reading.subject().remoteId();
            if (looks.get(id).equals(before.get(id))) {
                decided.add(new Decision.Keep(reading.subject()));
            } else {
                changed.add(reading);
                moved.add(id);
            }
        }
        seenThrough.forget(run, moved);
        looks.keySet().removeAll(known.readBefore());
        RunState.put(exchange, LOOKS, looks);
        Page.put(exchange, new Page<>(Kind.SELL_ORDERS, taken.leg(), changed, decided, null));
    }

    /** What the split takes apart. */
    public List<?> each(Exchange exchange) {
        return Page.of(exchange).readings();
    }

    /** What the inner split takes apart: the lines of one order. */
    public List<OrderLineReading> lines(Exchange exchange) {
        return ((OrderReading) Draft.order(exchange)).lines();
    }

    /** The order with its lines, one for each product, as one decision. */
    public Decision map(Exchange exchange) {
        OrderReading order = (OrderReading) Draft.order(exchange);
        return MissingProducts.decided(
                exchange,
                mapper.map(order, Draft.of(exchange, order.lines().size()).lines()));
    }

    /**
     * Only now that an order and its lines are in Optiply need it not be decided again until it changes. One that is to
     * leave Optiply may still be there at this moment, and is decided again.
     */
    @SuppressWarnings("unchecked")
    public void seenThrough(Exchange exchange) {
        Map<RemoteId, String> looks = new HashMap<>(RunState.required(exchange, LOOKS, Map.class));
        PageComparison.decisions(exchange).stream()
                .filter(Decision.Filter.class::isInstance)
                .map(Decision::remoteId)
                .forEach(looks::remove);
        seenThrough.saveWhole(Variables.run(exchange), looks);
    }

    private OrderedProducts products(Run run, List<PicqerOrder> orders) {
        Set<RemoteId> ids = products(orders);
        return new OrderedProducts(
                ProductFacts.byProduct(facts.references(run, ids)),
                facts.prices(run, ids),
                facts.composed(run, ids).stream().map(ProductFacts::product).collect(toSet()));
    }

    private static RemoteId id(PicqerOrder order) {
        return new RemoteId(order.idorder().toString());
    }

    private static Set<RemoteId> products(List<PicqerOrder> orders) {
        return orders.stream()
                .flatMap(order -> order.lines().stream())
                .map(PicqerOrderLine::idproduct)
                .map(ProductId::toString)
                .map(RemoteId::new)
                .collect(toSet());
    }

    private static OrderChoices choices(Exchange exchange) {
        CustomerSettings customer = Variables.run(exchange).customer();
        return new OrderChoices(
                Variables.warehouses(exchange).main(),
                customer.timezone(),
                customer.historyFrom().orElse(null),
                customer.sellOrders().statuses(),
                customer.sellOrders().subtractCancelled(),
                Extras.of(customer));
    }
}
