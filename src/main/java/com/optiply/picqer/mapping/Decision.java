package com.optiply.picqer.mapping;

import static java.util.stream.Collectors.joining;

import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.Row.FieldProblem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rules decide about one source record. Every record gets exactly one. */
public sealed interface Decision {
    Subject subject();

    default RemoteId remoteId() {
        return subject().remoteId();
    }

    /** What a person calls the record. */
    default String label() {
        return subject().label();
    }

    /** The records that it rests on though it does not wait for them; those of its lines are among them. */
    default List<Ground> restsOn() {
        return List.of();
    }

    /** One case or another; every case has to be told. */
    <R> R fold(Function<Send, R> send, Function<Filter, R> filter, Function<Park, R> park, Function<Keep, R> keep);

    /** What to do when an attribute differs that Optiply cannot change, such as the supplier of an order. */
    enum OnFixedChange {
        /** The record is deleted, and at once created anew. */
        REPLACE,
        /** A person decides: the record is Optiply's own. */
        PARK
    }

    /**
     * It belongs in Optiply.
     *
     * @param attributes that it should have there
     * @param untouched attributes that keep the value which Optiply has, whatever that is
     * @param lines decisions about the records that belong to it; they travel in its create where they can
     * @param days attributes that are the same wherever they fall on the same day; null: none is
     * @param grounds what it rests on itself
     */
    record Send(
            Subject subject,
            Attributes attributes,
            Set<String> untouched,
            List<Adjustment> adjustments,
            List<Decision> lines,
            OnFixedChange onFixedChange,
            @Nullable Days days,
            List<Ground> grounds)
            implements Decision {

        public static Send of(Subject subject, Attributes attributes, List<Adjustment> adjustments) {
            return new Send(
                    subject,
                    attributes,
                    Set.of(),
                    List.copyOf(adjustments),
                    List.of(),
                    OnFixedChange.REPLACE,
                    null,
                    List.of());
        }

        /** To be sent, but these attributes keep the value which Optiply has. */
        public Send leaving(Set<String> names) {
            return new Send(subject, attributes, Set.copyOf(names), adjustments, lines, onFixedChange, days, grounds);
        }

        /** To be sent with more attributes, which are known only now. */
        public Send and(Attributes more) {
            return new Send(
                    subject, attributes.with(more), untouched, adjustments, lines, onFixedChange, days, grounds);
        }

        public Send withLines(List<? extends Decision> ofRecord) {
            return new Send(
                    subject, attributes, untouched, adjustments, List.copyOf(ofRecord), onFixedChange, days, grounds);
        }

        public Send onFixedChange(OnFixedChange choice) {
            return new Send(subject, attributes, untouched, adjustments, lines, choice, days, grounds);
        }

        public Send restingOn(List<Ground> others) {
            return new Send(
                    subject, attributes, untouched, adjustments, lines, onFixedChange, days, List.copyOf(others));
        }

        @Override
        public List<Ground> restsOn() {
            return Stream.concat(grounds.stream(), Ground.ofAll(lines).stream())
                    .distinct()
                    .toList();
        }

        public Send comparingDays(Days compared) {
            return new Send(subject, attributes, untouched, adjustments, lines, onFixedChange, compared, grounds);
        }

        @Override
        public <R> R fold(
                Function<Send, R> send, Function<Filter, R> filter, Function<Park, R> park, Function<Keep, R> keep) {
            return send.apply(this);
        }
    }

    /**
     * A rule keeps it out.
     *
     * @param grounds what it rests on
     * @param price of a product, as it is in Picqer now; empty: it has none; null: nobody has read it
     */
    record Filter(Subject subject, FilterReason reason, WhenSent whenSent, List<Ground> grounds, @Nullable String price)
            implements Decision {

        /** One that rests on the record itself only. */
        public Filter(Subject subject, FilterReason reason, WhenSent whenSent) {
            this(subject, reason, whenSent, List.of(), null);
        }

        /** What a record was read with before, and is not any more: a line of an order, a part of a composition. */
        public static Filter removed(Subject subject) {
            return new Filter(subject, FilterReason.REMOVED, WhenSent.DELETED);
        }

        public Filter restingOn(List<Ground> others) {
            return new Filter(subject, reason, whenSent, List.copyOf(others), price);
        }

        /** Of a product with this price: lines of orders may have to go by it. */
        public Filter priced(@Nullable BigDecimal inPicqer) {
            return new Filter(subject, reason, whenSent, grounds, inPicqer == null ? "" : inPicqer.toPlainString());
        }

        /** Kept out all the same, and this becomes of it if it was sent before. */
        public Filter becoming(WhenSent other) {
            return new Filter(subject, reason, other, grounds, price);
        }

        @Override
        public List<Ground> restsOn() {
            return grounds;
        }

        @Override
        public <R> R fold(
                Function<Send, R> send, Function<Filter, R> filter, Function<Park, R> park, Function<Keep, R> keep) {
            return filter.apply(this);
        }
    }

    /**
     * It should go but cannot yet.
     *
     * @param detail what was found, for a person
     * @param awaits what it waits for; null: nothing in particular
     */
    record Park(Subject subject, ParkReason reason, String detail, @Nullable Awaited awaits) implements Decision {
        public static Park of(Subject subject, ParkReason reason, String detail) {
            return new Park(subject, reason, detail, null);
        }

        /** Fields of its row hold what does not belong there. */
        public static Park unreadable(Subject subject, List<FieldProblem> problems) {
            String detail = problems.stream().map(FieldProblem::toString).collect(joining("; "));
            return of(subject, ParkReason.UNREADABLE, detail);
        }

        /**
         * Picqer itself fails when it is asked for it, or for what it is read with. It is tried again after a while,
         * longer and longer.
         *
         * @param asked for, in words
         */
        public static Park failing(Subject subject, String asked) {
            return unreadable(
                    subject, List.of(new FieldProblem("answer", "an error of Picqer's own or no access", asked)));
        }

        /** Waits for that record besides: it is tried again at once as soon as that comes. */
        public Park awaiting(Awaited other) {
            return new Park(subject, reason, detail, other);
        }

        @Override
        public <R> R fold(
                Function<Send, R> send, Function<Filter, R> filter, Function<Park, R> park, Function<Keep, R> keep) {
            return park.apply(this);
        }
    }

    /** Nothing that its rules look at has changed since it was sent: it stays as it was decided then. */
    record Keep(Subject subject) implements Decision {
        @Override
        public <R> R fold(
                Function<Send, R> send, Function<Filter, R> filter, Function<Park, R> park, Function<Keep, R> keep) {
            return keep.apply(this);
        }
    }
}
