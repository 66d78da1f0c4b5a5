package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.oracle.Standing.Linked;
import com.optiply.picqer.oracle.Standing.Out;
import com.optiply.picqer.oracle.Standing.Waiting;
import com.optiply.picqer.oracle.Verdict.Line;
import com.optiply.picqer.oracle.Verdict.OrderLines;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which lines of an order count, and what becomes of them (mapping.md, "Sell orders"). */
final class SellOrderLines {
    private final Settings settings;
    private final Links links;
    private final History history;

    SellOrderLines(Settings settings, Links links, History history) {
        this.settings = settings;
        this.links = links;
        this.history = history;
    }

    /**
     * @param isWaiting for a product that is not linked yet
     * @param isUndecided whether a composed product is on its way, so that nobody can say yet if it or its parts count
     */
    record Reading(OrderLines lines, boolean isWaiting, boolean isUndecided) {}

    Reading read(JsonNode order) {
        Map<Long, JsonNode> rows = new TreeMap<>();
        OrderRules.lines(order)
                .forEach(line -> rows.put(line.path("idorder_product").asLong(), line));
        Set<Long> parents = rows.values().stream()
                .filter(line -> rows.containsKey(parentOf(line)))
                .map(SellOrderLines::parentOf)
                .collect(Collectors.toSet());
        Sorting sorting = new Sorting(order.path("idorder").asLong(), rows, parents);
        rows.forEach(sorting::add);
        return sorting.reading();
    }

    private static long parentOf(JsonNode line) {
        return line.path("partof_idorder_product").asLong();
    }

    private long quantity(JsonNode line) {
        long amount = line.path("amount").asLong();
        return settings.subtractsCancelled()
                ? amount - Math.max(0, line.path("amount_cancelled").asLong())
                : amount;
    }

    /** The lines of one order on their way to being kept or left out. */
    private final class Sorting {
        private final long idorder;
        private final Map<Long, JsonNode> rows;
        private final Set<Long> parents;
        private final Map<String, List<JsonNode>> kept = new TreeMap<>();
        private final Map<Long, Reason> leftOut = new TreeMap<>();
        private boolean isWaiting;
        private boolean isUndecided;

        Sorting(long idorder, Map<Long, JsonNode> rows, Set<Long> parents) {
            this.idorder = idorder;
            this.rows = rows;
            this.parents = parents;
        }

        void add(long id, JsonNode line) {
            if (isBelowAKeptParent(line)) {
                leftOut.put(id, Reason.PART_OF_COMPOSITION);
            } else if (parents.contains(id) && !isKeptAsParent(line)) {
                leftOut.put(id, Reason.COMPOSITION_PARENT);
                isUndecided = isUndecided || product(line) instanceof Waiting;
            } else if (quantity(line) <= 0) {
                leftOut.put(id, Reason.ZERO_AMOUNT);
            } else {
                addByProduct(id, line);
            }
        }

        private void addByProduct(long id, JsonNode line) {
            Standing product = product(line);
            if (product instanceof Out out) {
                leftOut.put(id, out.reason());
            } else if (product instanceof Linked) {
                kept.computeIfAbsent(line.path("idproduct").asText(), each -> new ArrayList<>())
                        .add(line);
            } else {
                isWaiting = true;
            }
        }

        /** A product that was kept out when the order was sent brings its line only by a backfill. */
        private Standing product(JsonNode line) {
            long idproduct = line.path("idproduct").asLong();
            return history.wasLeftOut(idorder, idproduct) ? new Out(Reason.LEFT_OUT_THEN) : links.ofProduct(idproduct);
        }

        /** A part of a part goes with the highest parent that is kept; a ring of lines has none. */
        private boolean isBelowAKeptParent(JsonNode line) {
            Set<Long> seen = new HashSet<>();
            JsonNode above = rows.get(parentOf(line));
            boolean isBelow = false;
            while (above != null && seen.add(above.path("idorder_product").asLong())) {
                isBelow = isBelow || isKeptAsParent(above);
                above = rows.get(parentOf(above));
            }
            return isBelow;
        }

        /** Decided when the order is sent, and again only when it changes. */
        private boolean isKeptAsParent(JsonNode line) {
            long idproduct = line.path("idproduct").asLong();
            return history.wasComposed(idorder, idproduct)
                    || !history.wasLeftOut(idorder, idproduct) && links.isInOptiplyWithComposition(idproduct);
        }

        Reading reading() {
            List<Line> lines = kept.entrySet().stream()
                    .map(each -> merged(each.getKey(), each.getValue()))
                    .toList();
            return new Reading(new OrderLines(lines, leftOut), isWaiting, isUndecided);
        }
    }

    /** Optiply wants each product once per order: quantities and subtotals are added. */
    private Line merged(String product, List<JsonNode> lines) {
        long quantity = lines.stream().mapToLong(this::quantity).sum();
        BigDecimal subtotal = lines.stream()
                .map(line -> OrderRules.subtotal(quantity(line), links.price(line)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Long> ids = lines.stream()
                .map(line -> line.path("idorder_product").asLong())
                .toList();
        return new Line(ids, product, quantity, OrderRules.lineAttributes(quantity, subtotal));
    }
}
