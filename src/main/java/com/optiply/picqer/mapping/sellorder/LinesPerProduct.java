package com.optiply.picqer.mapping.sellorder;

import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Adjustment.Rule;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.OptiplySellOrderLine;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.ProductId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the lines of one product one line: Optiply wants each product once per order (mapping.md, "Sell orders"). */
final class LinesPerProduct {
    private LinesPerProduct() {}

    /**
     * One decision for each product that is sent, and one for each line that is left out. The product's own id goes to
     * what is sent; where nothing is, to the first line that is left out, so that a line which was sent under that id
     * is deleted. Any further line that is left out keeps an id of its own, and is remembered with its reason.
     */
    static List<Decision> of(OrderReading reading, List<Decision> lines) {
        Map<RemoteId, OrderLineReading> readings = reading.lines().stream()
                .collect(Collectors.toMap(line -> line.subject().remoteId(), Function.identity()));
        Map<ProductId, List<Decided>> perProduct = new LinkedHashMap<>();
        for (Decision decision : lines) {
            OrderLineReading line = Objects.requireNonNull(
                    readings.get(decision.remoteId()), () -> "no line of the order is " + decision.remoteId());
            perProduct
                    .computeIfAbsent(line.line().idproduct(), product -> new ArrayList<>())
                    .add(new Decided(line, decision));
        }
        return perProduct.values().stream()
                .flatMap(ofProduct -> ofProduct(ofProduct).stream())
                .toList();
    }

    private static List<Decision> ofProduct(List<Decided> lines) {
        Subject subject = lines.get(0).line().subjectInOptiply();
        List<Send> sent = decisions(lines, Send.class);
        List<Filter> leftOut = decisions(lines, Filter.class);
        List<Decision> decisions = new ArrayList<>();
        if (sent.isEmpty()) {
            Filter first = leftOut.get(0);
            decisions.add(new Filter(subject, first.reason(), first.whenSent()).restingOn(first.grounds()));
            decisions.addAll(leftOut.subList(1, leftOut.size()));
        } else {
            decisions.add(merged(subject, sent));
            decisions.addAll(leftOut);
        }
        return decisions;
    }

    private static Send merged(Subject subject, List<Send> lines) {
        long quantity = 0;
        BigDecimal subtotal = BigDecimal.ZERO;
        List<Adjustment> adjustments = new ArrayList<>();
        for (Send line : lines) {
            quantity = Math.addExact(
                    quantity,
                    line.attributes().get(OptiplySellOrderLine.QUANTITY).longValue());
            subtotal = subtotal.add(
                    line.attributes().get(OptiplySellOrderLine.SUBTOTAL_VALUE).decimalValue());
            adjustments.addAll(line.adjustments());
        }
        if (lines.size() > 1) {
            adjustments.add(new Adjustment(Rule.LINES_MERGED, lines.size() + " lines", quantity + " pieces"));
        }
        Attributes sums = Attributes.builder()
                .whole(OptiplySellOrderLine.QUANTITY, quantity)
                .decimal(OptiplySellOrderLine.SUBTOTAL_VALUE, subtotal)
                .build();
        return Send.of(subject, lines.get(0).attributes().with(sums), adjustments);
    }

    private static <D extends Decision> List<D> decisions(List<Decided> lines, Class<D> wanted) {
        return lines.stream()
                .map(Decided::decision)
                .filter(wanted::isInstance)
                .map(wanted::cast)
                .toList();
    }

    private record Decided(OrderLineReading line, Decision decision) {}
}
