package com.optiply.picqer.sync.guard;

import com.optiply.picqer.customer.CustomerSettings.GuardSettings;
import com.optiply.picqer.store.row.HoldAction;
import java.math.BigDecimal;

/** Decides whether one run may do a guarded thing to so many records (mapping.md, "Guards"). Pure. */
public final class GuardLimits {
    /** A share says nothing about one or two records: those always go through. */
    private static final int SHARE_COUNTS_FROM = 3;

    private final GuardSettings guards;

    public GuardLimits(GuardSettings guards) {
        this.guards = guards;
    }

    /**
     * @param records that the run would do it to
     * @param links records of that kind which are in Optiply, those among them that nobody has learnt the id of
     */
    public boolean allow(HoldAction action, long records, long links) {
        return action != HoldAction.DELETE_IN_USE
                && action != HoldAction.DELETE_VANISHED
                && action != HoldAction.EXPORT
                && records <= guards.records()
                && !isTooLargeAShare(action, records, links);
    }

    private boolean isTooLargeAShare(HoldAction action, long records, long links) {
        BigDecimal most = share(action).multiply(BigDecimal.valueOf(links));
        return records >= SHARE_COUNTS_FROM && BigDecimal.valueOf(records).compareTo(most) > 0;
    }

    private BigDecimal share(HoldAction action) {
        return switch (action) {
            case DISABLE, DELETE, DELETE_IN_USE, DELETE_VANISHED, EXPORT -> guards.share();
            case STOCK_ZERO -> guards.stockZeroShare();
        };
    }
}
