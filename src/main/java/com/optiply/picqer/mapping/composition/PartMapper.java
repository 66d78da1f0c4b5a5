package com.optiply.picqer.mapping.composition;

import static java.util.stream.Collectors.joining;

import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Adjustment.Rule;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.Prerequisite;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.optiply.OptiplyComposition;
import com.optiply.picqer.optiply.OptiplyId;
import java.util.List;

/**
 * Turns a part of a composed product into an Optiply product composition (mapping.md, "Composed products").
 *
 * <p>Pure: the same reading always maps to the same decision. One instance serves every customer and thread.
 */
public final class PartMapper {

    public Decision map(PartReading reading) {
        Subject subject = reading.subject();
        Prerequisite composed = Prerequisite.product(subject, reading.composed());
        Prerequisite part = Prerequisite.product(subject, reading.part().idproduct());
        return composed.whenLinked(
                reading.composedReference(),
                composedId -> part.whenLinked(reading.partReference(), partId -> send(reading, composedId, partId)));
    }

    private static Send send(PartReading reading, OptiplyId composedId, OptiplyId partId) {
        OptiplyComposition mapped = new OptiplyComposition(composedId, partId, reading.amount());
        return Send.of(reading.subject(), mapped.attributes(), adjustments(reading));
    }

    private static List<Adjustment> adjustments(PartReading reading) {
        List<Long> amounts = reading.part().amounts();
        if (amounts.size() == 1) {
            return List.of();
        }
        String found = amounts.stream().map(String::valueOf).collect(joining(" + "));
        return List.of(new Adjustment(Rule.LINES_MERGED, found, Long.toString(reading.amount())));
    }
}
