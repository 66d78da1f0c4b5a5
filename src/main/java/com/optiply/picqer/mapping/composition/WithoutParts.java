package com.optiply.picqer.mapping.composition;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Adjustment.Rule;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.WhenSent;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.OptiplyProduct;
import com.optiply.picqer.optiply.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How a composed product goes to an Optiply that takes {@code assembled} only of a product with parts there: until it
 * has some, its status hides it, and of {@code assembled} nothing is said (mapping.md, "Composed products").
 */
public final class WithoutParts {
    /** Counted and kept with the record while that is so. */
    public static final Adjustment ADJUSTMENT = new Adjustment(Rule.ASSEMBLED_LEFT_OUT, "true", "");

    private static final Attributes DISABLED = Attributes.builder()
            .text(OptiplyProduct.STATUS, Status.DISABLED.code())
            .build();

    private WithoutParts() {}

    /** Whether they say what is refused of a product without parts. */
    public static boolean assembles(Attributes attributes) {
        JsonNode assembled = attributes.get(OptiplyProduct.ASSEMBLED);
        return assembled != null && assembled.asBoolean();
    }

    /** The attributes in the form that Optiply takes while the product has no parts there. */
    public static Attributes hidden(Attributes attributes) {
        return attributes.without(Set.of(OptiplyProduct.ASSEMBLED)).with(DISABLED);
    }

    /** Whether Optiply acknowledged them so; of every other product it acknowledged {@code assembled} too. */
    public static boolean isHidden(Attributes acknowledged) {
        JsonNode status = acknowledged.get(OptiplyProduct.STATUS);
        return !acknowledged.has(OptiplyProduct.ASSEMBLED)
                && status != null
                && status.asText().equals(Status.DISABLED.code());
    }

    /** The decision about a product that Optiply has hidden so, as long as it has no parts there. */
    public static Decision hidden(Decision decision) {
        return decision.fold(WithoutParts::sent, WithoutParts::filtered, park -> park, keep -> keep);
    }

    private static Decision sent(Send send) {
        if (!assembles(send.attributes())) {
            return send;
        }
        List<Adjustment> adjustments = new ArrayList<>(send.adjustments());
        adjustments.add(ADJUSTMENT);
        return new Send(
                send.subject(),
                hidden(send.attributes()),
                send.untouched(),
                List.copyOf(adjustments),
                send.lines(),
                send.onFixedChange(),
                send.days(),
                send.grounds());
    }

    private static Decision filtered(Filter filter) {
        return assembles(filter.whenSent().hiddenBy()) ? filter.becoming(WhenSent.hiddenBy(DISABLED)) : filter;
    }
}
