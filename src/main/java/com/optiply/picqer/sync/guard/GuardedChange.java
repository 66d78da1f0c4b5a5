package com.optiply.picqer.sync.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.mapping.composition.WithoutParts;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.OptiplyProduct;
import com.optiply.picqer.optiply.Status;
import com.optiply.picqer.store.row.HoldAction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which changes to a record that was sent a guard has to look at (mapping.md, "Guards"). Pure. */
public final class GuardedChange {
    private static final Attributes DISABLING = Attributes.builder()
            .text(OptiplyProduct.STATUS, Status.DISABLED.code())
            .flag(OptiplyProduct.UNLIMITED_STOCK, true)
            .flag(OptiplyProduct.ASSEMBLED, true)
            .build();
    private static final Attributes EMPTYING =
            Attributes.builder().whole(OptiplyProduct.STOCK_LEVEL, 0L).build();

    private GuardedChange() {}

    /** What these changes would do, if a guard has to look at it. */
    public static Optional<HoldAction> of(Attributes before, Attributes changes) {
        if (disables(before, changes)) {
            return Optional.of(HoldAction.DISABLE);
        }
        return empties(before, changes) ? Optional.of(HoldAction.STOCK_ZERO) : Optional.empty();
    }

    /** The part of the changes that may go even while the guarded part is held. */
    public static Attributes unguardedPart(HoldAction action, Attributes changes) {
        return switch (action) {
            case DISABLE -> withoutEmptying(changes.without(DISABLING));
            case STOCK_ZERO -> changes.without(EMPTYING);
            case DELETE, DELETE_IN_USE, DELETE_VANISHED, EXPORT -> Attributes.NONE;
        };
    }

    /** A stock of zero does not slip through beside what is held. */
    private static Attributes withoutEmptying(Attributes changes) {
        JsonNode stock = changes.get(OptiplyProduct.STOCK_LEVEL);
        return stock != null && stock.asLong() == 0 ? changes.without(EMPTYING) : changes;
    }

    /** What is out of sight for want of parts, and has them now, is not taken out of sight by being assembled. */
    private static boolean disables(Attributes before, Attributes changes) {
        return isText(changes.get(OptiplyProduct.STATUS), Status.DISABLED.code())
                || isTrue(changes.get(OptiplyProduct.UNLIMITED_STOCK))
                || isTrue(changes.get(OptiplyProduct.ASSEMBLED)) && !WithoutParts.isHidden(before);
    }

    /** Where nobody knows what Optiply has, it may be a stock. */
    private static boolean empties(Attributes before, Attributes changes) {
        JsonNode after = changes.get(OptiplyProduct.STOCK_LEVEL);
        JsonNode now = before.get(OptiplyProduct.STOCK_LEVEL);
        return after != null && after.asLong() == 0 && now != null && (now.isNull() || now.asLong() > 0);
    }

    private static boolean isText(@Nullable JsonNode value, String text) {
        return value != null && value.asText().equals(text);
    }

    private static boolean isTrue(@Nullable JsonNode value) {
        return value != null && value.asBoolean();
    }
}
