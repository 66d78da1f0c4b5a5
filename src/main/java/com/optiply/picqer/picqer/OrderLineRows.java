package com.optiply.picqer.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.picqer.Row.FieldProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code products} of an order (contract: Picqer 8.3, "Line"). An order is read whole or not at all: with a
 * line missing it would tell Optiply of less than was sold.
 */
final class OrderLineRows {
    private static final String LINES = "products";
    private static final String ID = "idorder_product";
    private static final String PART_OF = "partof_idorder_product";

    private OrderLineRows() {}

    /** The lines, and each problem with one of them among the problems of the order. */
    static List<PicqerOrderLine> read(RowReader order) {
        JsonNode array = order.field(LINES);
        if (!array.isArray()) {
            order.problems().add(OrderRows.ofForm(LINES, array, "a list of lines"));
            return List.of();
        }
        List<PicqerOrderLine> lines = new ArrayList<>(array.size());
        for (JsonNode entry : array) {
            RowReader fields = new RowReader(entry);
            PicqerOrderLine line = line(fields);
            fields.problems().forEach(problem -> order.problems().add(within(array, lines.size(), problem)));
            lines.add(line);
        }
        if (order.problems().isEmpty()) {
            checkIds(lines, array, order.problems());
            checkParts(lines, array, order.problems());
        }
        return List.copyOf(lines);
    }

    private static PicqerOrderLine line(RowReader fields) {
        return new PicqerOrderLine(
                new OrderLineId(fields.id(ID).orElse(0)),
                new ProductId(fields.id("idproduct").orElse(0)),
                fields.text("productcode"),
                fields.money("price"),
                fields.wholeNumber("amount"),
                RowReader.isAbsent(fields.field("amount_cancelled")) ? 0 : fields.wholeNumber("amount_cancelled"),
                partOf(fields));
    }

    private static @Nullable OrderLineId partOf(RowReader fields) {
        if (RowReader.isAbsent(fields.field(PART_OF))) {
            return null;
        }
        OptionalLong whole = fields.id(PART_OF);
        return whole.isPresent() ? new OrderLineId(whole.getAsLong()) : null;
    }

    /** A line that stands there twice would count twice. */
    private static void checkIds(List<PicqerOrderLine> lines, JsonNode array, List<FieldProblem> problems) {
        Set<OrderLineId> ids = new HashSet<>();
        for (int index = 0; index < lines.size(); index++) {
            OrderLineId id = lines.get(index).idorderProduct();
            if (!ids.add(id)) {
                problems.add(within(array, index, new FieldProblem(ID, id.toString(), "an id that no other line has")));
            }
        }
    }

    /** Of parts that are parts of each other nobody can say which of them counts. */
    private static void checkParts(List<PicqerOrderLine> lines, JsonNode array, List<FieldProblem> problems) {
        Map<OrderLineId, @Nullable OrderLineId> wholes = new HashMap<>();
        lines.forEach(line -> wholes.put(line.idorderProduct(), line.partof()));
        for (int index = 0; index < lines.size(); index++) {
            OrderLineId id = lines.get(index).idorderProduct();
            if (isPartOfItself(id, wholes)) {
                String found = String.valueOf(wholes.get(id));
                problems.add(within(array, index, new FieldProblem(PART_OF, found, "a line that is no part of it")));
            }
        }
    }

    private static boolean isPartOfItself(OrderLineId id, Map<OrderLineId, @Nullable OrderLineId> wholes) {
        OrderLineId whole = wholes.get(id);
        for (int step = 0; whole != null && step < wholes.size(); step++) {
            if (whole.equals(id)) {
                return true;
            }
            whole = wholes.get(whole);
        }
        return false;
    }

    /** Names the line by its id, or by its place where that cannot be read. */
    private static FieldProblem within(JsonNode array, int index, FieldProblem problem) {
        JsonNode id = array.path(index).path(ID);
        String line = RowReader.isId(id) ? "line " + id.longValue() : "line number " + (index + 1);
        return new FieldProblem(LINES + "." + problem.field() + " of " + line, problem.found(), problem.expected());
    }
}
