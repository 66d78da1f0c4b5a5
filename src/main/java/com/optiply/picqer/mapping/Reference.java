package com.optiply.picqer.mapping;

import com.optiply.picqer.optiply.OptiplyId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is known of a record that another one refers to, as an order's line does to a product. It counts whether that
 * record is in Optiply, not whether it is eligible today (mapping.md, "Products").
 */
public sealed interface Reference {

    /** Each case has its answer; none can be forgotten. */
    <R> R fold(
            Function<OptiplyId, R> linked, Function<FilterReason, R> keptOut, Supplier<R> awaited, Supplier<R> unknown);

    /** Why a line of this product is left out; empty when it goes, or waits. */
    default Optional<FilterReason> reasonAgainst() {
        return fold(
                linked -> Optional.empty(),
                Optional::of,
                Optional::empty,
                () -> Optional.of(FilterReason.UNKNOWN_PRODUCT));
    }

    /** Whether that is the reason why a line of this product is left out. */
    default boolean isReason(FilterReason reason) {
        return reasonAgainst().filter(reason::equals).isPresent();
    }

    /** It is in Optiply, hidden there or not. */
    record Linked(OptiplyId id) implements Reference {
        @Override
        public <R> R fold(
                Function<OptiplyId, R> linked,
                Function<FilterReason, R> keptOut,
                Supplier<R> awaited,
                Supplier<R> unknown) {
            return linked.apply(id);
        }
    }

    /** A rule keeps it out, and it was never sent. */
    record KeptOut(FilterReason reason) implements Reference {
        @Override
        public <R> R fold(
                Function<OptiplyId, R> linked,
                Function<FilterReason, R> keptOut,
                Supplier<R> awaited,
                Supplier<R> unknown) {
            return keptOut.apply(reason);
        }
    }

    /** It should be in Optiply and is not yet, or nobody has read it yet. */
    record Missing() implements Reference {
        @Override
        public <R> R fold(
                Function<OptiplyId, R> linked,
                Function<FilterReason, R> keptOut,
                Supplier<R> awaited,
                Supplier<R> unknown) {
            return awaited.get();
        }
    }

    /** Picqer no longer has it, and it was never sent. */
    record Unknown() implements Reference {
        @Override
        public <R> R fold(
                Function<OptiplyId, R> linked,
                Function<FilterReason, R> keptOut,
                Supplier<R> awaited,
                Supplier<R> unknown) {
            return unknown.get();
        }
    }
}
