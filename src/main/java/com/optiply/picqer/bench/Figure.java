package com.optiply.picqer.bench;

import org.jspecify.annotations.Nullable;

/**
 * One measured number.
 *
 * @param floor the same of the floor; null where that says nothing
 */
public record Figure(Measure measure, double measured, @Nullable Double floor, @Nullable Target target) {
    static Figure of(Measure measure, double measured) {
        return new Figure(measure, measured, null, null);
    }

    static Figure beside(Measure measure, double measured, double floor) {
        return new Figure(measure, measured, floor, null);
    }

    static Figure aiming(Measure measure, double measured, Target target) {
        return new Figure(measure, measured, null, target);
    }
}
