package com.optiply.picqer.mapping.composition;

import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.Reference;
import com.optiply.picqer.mapping.Rules;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.WhenSent;
import java.util.Optional;

/** Which parts of composed products belong in Optiply (mapping.md, "Composed products"). */
public final class PartRules implements Rules<PartReading> {

    @Override
    public Optional<FilterReason> reasonAgainst(PartReading reading) {
        if (!reading.isSentWithParts() || isKeptOut(reading.composedReference())) {
            return Optional.of(FilterReason.NOT_COMPOSED);
        }
        if (reading.amount() < 1) {
            return Optional.of(FilterReason.ZERO_AMOUNT);
        }
        return isComing(reading.partReference()) ? Optional.empty() : Optional.of(FilterReason.PART_NOT_IN_OPTIPLY);
    }

    @Override
    public Filter filtered(PartReading reading, FilterReason reason) {
        return deleted(reading.subject(), reason);
    }

    /** The decision about a part of a product that is no longer sent with its parts. */
    public Filter notComposed(Subject subject) {
        return deleted(subject, FilterReason.NOT_COMPOSED);
    }

    private static Filter deleted(Subject subject, FilterReason reason) {
        return new Filter(subject, reason, WhenSent.DELETED);
    }

    private static boolean isKeptOut(Reference reference) {
        return reference.fold(linked -> false, keptOut -> true, () -> false, () -> false);
    }

    private static boolean isComing(Reference reference) {
        return reference.fold(linked -> true, keptOut -> false, () -> true, () -> false);
    }
}
