package com.optiply.picqer.oracle;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.oracle.Verdict.Line;
import com.optiply.picqer.oracle.Verdict.Sent;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Orders in an account without a coupling: nothing says which is which, so as many have to be there of each moment and
 * each set of products, quantities and subtotals as Picqer has. One that is like none of Picqer's is not looked at.
 */
final class NaturalOrders {
    private final Resource orders;
    private final Resource lines;
    private final Account account;

    private NaturalOrders(Resource orders, Resource lines, Account account) {
        this.orders = orders;
        this.lines = lines;
        this.account = account;
    }

    static List<String> differences(Resource orders, Map<String, Verdict> verdicts, Account account) {
        return switch (orders) {
            case BUY_ORDERS -> new NaturalOrders(orders, Resource.BUY_ORDER_LINES, account).differences(verdicts);
            case SELL_ORDERS -> new NaturalOrders(orders, Resource.SELL_ORDER_LINES, account).differences(verdicts);
            default -> List.of();
        };
    }

    private List<String> differences(Map<String, Verdict> verdicts) {
        Map<String, List<String>> wanted = new TreeMap<>();
        verdicts.forEach((key, verdict) -> {
            if (verdict instanceof Sent sent) {
                wanted.computeIfAbsent(of(sent), each -> new ArrayList<>()).add(key);
            }
        });
        Map<String, Integer> held = new TreeMap<>();
        account.all(orders).forEach(order -> held.merge(of(order), 1, Integer::sum));
        List<String> found = new ArrayList<>();
        wanted.forEach((order, keys) -> {
            int there = held.getOrDefault(order, 0);
            if (there != keys.size()) {
                found.add(orders.noun() + " " + String.join(", ", keys) + ": Optiply holds it " + there + " times, not "
                        + keys.size() + ": " + order);
            }
        });
        return found;
    }

    private static String of(Sent sent) {
        return text(
                sent.attributes().get("placed"), sent.lines().sent().stream().map(NaturalOrders::of));
    }

    private static String of(Line line) {
        return line.product() + ": " + line.quantity() + " for "
                + money(line.attributes().get("subtotalValue"));
    }

    private String of(Held order) {
        return text(
                order.get("placed"),
                account.linesOf(lines, order.id()).stream()
                        .map(line -> line.text("productId") + ": " + line.text("quantity") + " for "
                                + money(line.get("subtotalValue"))));
    }

    private static String text(JsonNode placed, Stream<String> lines) {
        return "placed " + OffsetDateTime.parse(placed.asText()).toInstant() + ", "
                + lines.sorted().collect(joining(", "));
    }

    private static String money(JsonNode amount) {
        return new BigDecimal(amount.asText()).stripTrailingZeros().toPlainString();
    }
}
