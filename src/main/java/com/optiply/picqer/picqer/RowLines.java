package com.optiply.picqer.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.picqer.Row.FieldProblem;
import java.util.ArrayList;
import java.util.List;

/** The lines that stand within a row, in its field {@code products}. */
final class RowLines {
    static final String PURCHASE_ORDER_LINE_ID = "idpurchaseorder_product";

    private static final String LINES = "products";

    private RowLines() {}

    /** A row without the list is not one with an empty list: to take it for that could delete every line. */
    static List<RowReader> of(RowReader row) {
        List<RowReader> lines = new ArrayList<>();
        nodes(row).forEach(node -> lines.add(new RowReader(node)));
        return lines;
    }

    static Iterable<JsonNode> nodes(RowReader row) {
        JsonNode array = row.field(LINES);
        if (array.isArray()) {
            return array;
        }
        row.problem(LINES, array, "a list of lines");
        return List.of();
    }

    /** Tells the line's problems among the row's, each with the line's id, or with its place where it has none. */
    static void tell(RowReader row, RowReader line, String idField, int place) {
        if (line.problems().isEmpty()) {
            return;
        }
        JsonNode id = line.field(idField);
        String name = id.isIntegralNumber() ? " of line " + id : " of the line in place " + place;
        line.problems().forEach(problem -> row.problems().add(within(name, problem)));
    }

    private static FieldProblem within(String name, FieldProblem problem) {
        return new FieldProblem(problem.field() + name, problem.found(), problem.expected());
    }
}
