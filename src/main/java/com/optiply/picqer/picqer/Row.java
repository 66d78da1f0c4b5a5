package com.optiply.picqer.picqer;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One row of a Picqer list. A row that cannot be read is an ordinary value, so that it costs itself only and not the
 * page it stands on.
 */
public sealed interface Row<T> {

    /** What tells this row from every other of its list: its id, or for a row without one a digest of its text. */
    String key();

    /** The one case or the other; every case has to be told. */
    <R> R fold(Function<? super T, R> read, Function<Unreadable<T>, R> unreadable);

    record Read<T>(String key, T value) implements Row<T> {
        @Override
        public <R> R fold(Function<? super T, R> read, Function<Unreadable<T>, R> unreadable) {
            return read.apply(value);
        }
    }

    /**
     * @param label what a person would call the record, as far as it could be read
     * @param problems every field that could not be read, with what it held
     */
    record Unreadable<T>(String key, String label, List<FieldProblem> problems) implements Row<T> {
        /** For a sentence: the record, and what is wrong with it. */
        @Override
        public String toString() {
            return label + " (" + problems.stream().map(FieldProblem::toString).collect(joining("; ")) + ")";
        }

        @Override
        public <R> R fold(Function<? super T, R> read, Function<Unreadable<T>, R> unreadable) {
            return unreadable.apply(this);
        }
    }

    /**
     * @param found what the field held, shortened; null when it was absent
     * @param expected what belongs there, as a noun
     */
    record FieldProblem(String field, @Nullable String found, String expected) {
        @Override
        public String toString() {
            return field + " is " + (found == null ? "missing" : found) + ", expected " + expected;
        }
    }
}
