package com.optiply.picqer.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.OptiplyProduct;
import com.optiply.picqer.optiply.Status;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the guards look at (mapping.md, "Guards"): each is counted by itself. */
public enum GuardedAction {
    DISABLE("disable", "take out of sight"),
    DELETE("delete", "delete"),
    STOCK_ZERO("stock_zero", "set the stock to zero of");

    private final String code;
    private final String businessTerm;

    GuardedAction(String code, String businessTerm) {
        this.code = code;
        this.businessTerm = businessTerm;
    }

    public String code() {
        return code;
    }

    /** As in "this would ... 312 products". */
    public String businessTerm() {
        return businessTerm;
    }

    public static GuardedAction of(String code) {
        for (GuardedAction action : values()) {
            if (action.code.equals(code)) {
                return action;
            }
        }
        throw new IllegalArgumentException("the state holds the unknown action " + code);
    }

    /** What these changes to a record that was sent would do, if a guard has to look at it. */
    public static Optional<GuardedAction> of(Attributes before, Attributes changes) {
        if (disables(changes)) {
            return Optional.of(DISABLE);
        }
        return empties(before, changes) ? Optional.of(STOCK_ZERO) : Optional.empty();
    }

    /** The part of the changes that a guard holds back; the rest may always go. */
    public Attributes guardedPart(Attributes changes) {
        Attributes.Builder names = Attributes.builder();
        switch (this) {
            case DISABLE -> names.flag(OptiplyProduct.STATUS, true)
                    .flag(OptiplyProduct.UNLIMITED_STOCK, true)
                    .flag(OptiplyProduct.ASSEMBLED, true);
            case STOCK_ZERO -> names.flag(OptiplyProduct.STOCK_LEVEL, true);
            case DELETE -> {
                return changes;
            }
        }
        return changes.without(changes.without(names.build()));
    }

    private static boolean disables(Attributes changes) {
        return isText(changes.get(OptiplyProduct.STATUS), Status.DISABLED.code())
                || isTrue(changes.get(OptiplyProduct.UNLIMITED_STOCK))
                || isTrue(changes.get(OptiplyProduct.ASSEMBLED));
    }

    private static boolean empties(Attributes before, Attributes changes) {
        JsonNode after = changes.get(OptiplyProduct.STOCK_LEVEL);
        JsonNode now = before.get(OptiplyProduct.STOCK_LEVEL);
        return after != null && after.asLong() == 0 && now != null && now.asLong() > 0;
    }

    private static boolean isText(@Nullable JsonNode value, String text) {
        return value != null && value.asText().equals(text);
    }

    private static boolean isTrue(@Nullable JsonNode value) {
        return value != null && value.asBoolean();
    }
}
