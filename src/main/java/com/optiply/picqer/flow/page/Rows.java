package com.optiply.picqer.flow.page;

import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.picqer.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The rows of one page, the readable ones apart from those that are parked because they are not. */
public record Rows<T>(List<T> readable, List<Decision> unreadable) {

    public static <T> Rows<T> of(List<Row<T>> rows) {
        return of(rows, broken -> Subject.of(broken.key(), broken.label()));
    }

    /** @param subject what an unreadable row is parked as */
    public static <T> Rows<T> of(List<Row<T>> rows, Function<Row.Unreadable<T>, Subject> subject) {
        Rows<T> apart = new Rows<>(new ArrayList<>(rows.size()), new ArrayList<>());
        rows.forEach(row -> row.fold(
                apart.readable::add,
                broken -> apart.unreadable.add(Decision.Park.unreadable(subject.apply(broken), broken.problems()))));
        return apart;
    }
}
