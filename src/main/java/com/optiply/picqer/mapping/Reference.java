package com.optiply.picqer.mapping;

import com.optiply.picqer.optiply.OptiplyId;
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
