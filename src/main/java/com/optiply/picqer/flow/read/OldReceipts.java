package com.optiply.picqer.flow.read;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.flow.page.Rows;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.walk.Gone;
import com.optiply.picqer.flow.walk.ListStretch;
import com.optiply.picqer.flow.walk.PicqersErrors;
import com.optiply.picqer.mapping.delivery.OldReceiptAllocation;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.picqer.PicqerPurchaseOrder;
import com.optiply.picqer.picqer.PicqerReceipt;
import com.optiply.picqer.picqer.PurchaseOrderId;
import com.optiply.picqer.picqer.PurchaseOrderRows;
import com.optiply.picqer.picqer.ReceiptRows;
import com.optiply.picqer.picqer.Row;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.sync.lookup.References;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Steps of {@code direct:item-deliveries}: orders in which a product stands on several lines, and which old receipt
 * lines name without saying which. They are asked for with all their receipts, and the lines are found in the order in
 * which the goods came (mapping.md, "Item deliveries"). Lines of one that Picqer itself fails on are tried again after
 * a while. Where it fails on one after the other, a few that are known to be there tell whether it is Picqer that
 * fails, and the run with it.
 */
public final class OldReceipts {
    private static final String ASKED = "oldReceipts";

    /** What is asked for, and what was answered. */
    private record Asked(
            Deque<PurchaseOrderId> open,
            Map<PurchaseOrderId, OldReceiptAllocation> answers,
            Set<PurchaseOrderId> failing,
            PicqersErrors errors) {}

    /** The order that is being asked for; its receipts are read once the order itself was. */
    private static final class Question {
        private final List<PicqerReceipt> receipts = new ArrayList<>();
        private @Nullable PicqerPurchaseOrder order;
        private @Nullable ListStretch list;
    }

    private static final String QUESTION = "oldReceiptsQuestion";

    private final References references;

    public OldReceipts(References references) {
        this.references = references;
    }

    /** One that Picqer fails on is asked for once in a run, on however many pages it is named. */
    static void ask(Exchange exchange, Collection<PurchaseOrderId> orders) {
        Asked before = RunState.get(exchange, ASKED, Asked.class);
        PicqersErrors errors = before == null ? new PicqersErrors() : before.errors();
        Set<PurchaseOrderId> failing = before == null ? new HashSet<>() : before.failing();
        Deque<PurchaseOrderId> open = new ArrayDeque<>(orders);
        open.removeAll(failing);
        RunState.put(exchange, ASKED, new Asked(open, new HashMap<>(), failing, errors));
        RunState.put(exchange, QUESTION, new Question());
    }

    static Map<PurchaseOrderId, OldReceiptAllocation> answers(Exchange exchange) {
        return asked(exchange).answers();
    }

    /** The orders that Picqer fails on in this run, themselves or their receipts. */
    static Set<PurchaseOrderId> failing(Exchange exchange) {
        return asked(exchange).failing();
    }

    public boolean hasNext(Exchange exchange) {
        return !asked(exchange).open().isEmpty();
    }

    /** The order first, then page by page its receipts. */
    public PicqerRequest next(Exchange exchange) {
        Asked asked = asked(exchange);
        ListStretch list = question(exchange).list;
        PicqerRequest own = list == null ? order(asked.open().element().toString()) : list.request();
        return asked.errors().next(own, () -> known(exchange));
    }

    /**
     * Orders known to be there, each with its receipts: either may be what Picqer fails on. Of those that it fails on
     * it is known already that they tell nothing of the others.
     */
    private List<List<PicqerRequest>> known(Exchange exchange) {
        Set<String> failing = asked(exchange).failing().stream()
                .map(PurchaseOrderId::toString)
                .collect(toSet());
        return references.known(Variables.run(exchange), Kind.BUY_ORDERS).stream()
                .filter(known -> !failing.contains(known.value()))
                .map(known ->
                        List.of(order(known.value()), receipts(exchange, known).request()))
                .toList();
    }

    private static PicqerRequest order(String id) {
        return PicqerRequest.get("/purchaseorders/" + id, Query.NONE).orAnswer(Gone.STATUSES);
    }

    private static ListStretch receipts(Exchange exchange, Object order) {
        return new ListStretch(
                "/receipts",
                Query.of("idpurchaseorder", order),
                Leg.ACTIVE,
                Variables.run(exchange).customer().picqer().paging());
    }

    public void take(Exchange exchange) {
        Asked asked = asked(exchange);
        PicqerAnswer answer = exchange.getMessage().getBody(PicqerAnswer.class);
        switch (asked.errors().take(answer)) {
            case NOTHING -> {}
            case FAILS -> {
                asked.failing().add(asked.open().element());
                done(exchange);
            }
            case ANSWERED -> takeAnswer(exchange);
        }
    }

    private static void takeAnswer(Exchange exchange) {
        Question question = question(exchange);
        ListStretch list = question.list;
        if (list == null) {
            takeOrder(exchange, question);
        } else {
            takeReceipts(exchange, question, list);
        }
    }

    /** With that order; the next one is another question. */
    private static void done(Exchange exchange) {
        asked(exchange).open().remove();
        RunState.put(exchange, QUESTION, new Question());
    }

    private static void takeOrder(Exchange exchange, Question question) {
        JsonNode body = exchange.getMessage().getBody(PicqerAnswer.class).body();
        PurchaseOrderId order = asked(exchange).open().element();
        question.order = body == null ? null : PurchaseOrderRows.read(body).fold(read -> read, unreadable -> null);
        if (question.order == null) {
            asked(exchange).errors().answered();
            done(exchange);
            return;
        }
        question.list = receipts(exchange, order);
    }

    private static void takeReceipts(Exchange exchange, Question question, ListStretch list) {
        List<Row<PicqerReceipt>> rows = list.rows(exchange.getMessage().getBody(PicqerAnswer.class)).stream()
                .map(ReceiptRows::read)
                .toList();
        if (list.take(rows.stream().map(Row::key).toList())) {
            question.receipts.addAll(Rows.of(rows).readable());
        }
        if (list.hasEnded()) {
            PicqerPurchaseOrder order = Objects.requireNonNull(question.order);
            List<PicqerReceipt> distinct = List.copyOf(new LinkedHashSet<>(question.receipts));
            asked(exchange).errors().answered(); // The order alone says nothing of the list of its receipts.
            asked(exchange).answers().put(order.idpurchaseorder(), OldReceiptAllocation.of(order, distinct));
            done(exchange);
        }
    }

    private static Question question(Exchange exchange) {
        return RunState.required(exchange, QUESTION, Question.class);
    }

    private static Asked asked(Exchange exchange) {
        return RunState.required(exchange, ASKED, Asked.class);
    }
}
