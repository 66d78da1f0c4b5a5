package com.optiply.picqer.flow;

import static java.util.stream.Collectors.joining;

import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.picqer.Row;
import com.optiply.picqer.picqer.Row.FieldProblem;
import java.util.ArrayList;
import java.util.List;

/** The rows of one page, the readable ones apart from those that are parked because they are not. */
record Rows<T>(List<T> readable, List<Decision> unreadable) {

    static <T> Rows<T> of(List<Row<T>> rows) {
        Rows<T> apart = new Rows<>(new ArrayList<>(rows.size()), new ArrayList<>());
        rows.forEach(row -> row.fold(apart.readable::add, broken -> apart.unreadable.add(parked(broken))));
        return apart;
    }

    private static Decision parked(Row.Unreadable<?> row) {
        String detail = row.problems().stream().map(FieldProblem::toString).collect(joining("; "));
        return Decision.Park.of(Subject.of(row.key(), row.label()), ParkReason.UNREADABLE, detail);
    }
}
